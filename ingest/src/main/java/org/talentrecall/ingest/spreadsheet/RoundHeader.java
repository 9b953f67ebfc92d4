package org.talentrecall.ingest.spreadsheet;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Headers that name a round of interviews, alone ("一面", "Round 2") or with what the column holds of it ("复试官", "终面结果",
 * "First interview date").
 *
 * @param label the round as written
 * @param field what the column holds; {@link Field#ROUND_NOTES} when the header names the round alone
 */
record RoundHeader(String label, Field field) {
    private static final Pattern ROUND =
            Pattern.compile("^(第?[一二三四五六1-6]轮(?:面试|技术面试?|面谈|沟通)?|[一二三四五六1-6]面|初试|初面|复试|复面|终面|终试|笔试|机试|加面"
                    + "|电面|电话面试|视频面试|hr面|人事面|人力面|技术面|业务面|部门面|专业面|主管面|总监面|交叉面|群面|老板面|老总面|总经理面|ceo面|boss面"
                    + "|round[1-6]|[1-6](?:st|nd|rd|th)(?:round)?(?:interview)?|(?:first|second|third|final)(?:round)?(?:interview)?|(?:phone|hr|technical|onsite|panel)(?:interview|screen(?:ing)?|round))"
                    + "(?:面试)?(.*)$");
    private static final Pattern SIGN_OF_ROUND = Pattern.compile("[面试轮]|round|interview|screen");
    private static final String SUFFIXES = """
            ROUND_NOTES	|情况|记录|纪要|安排|interview
            INTERVIEW_DATE	时间|日期|日|date|time|on
            INTERVIEWER	er|ers|官|面试官|人|面试人|考官|主考|interviewer|interviewers|by|panel
            RESULT	结果|结论|是否通过|通过|状态|意向|result|results|status|outcome|decision|passed|pass
            INTERVIEWER_OPINION	评价|意见|反馈|评语|备注|说明|内容|点评|官评价|官意见|官反馈|comment|comments|feedback|note|notes|evaluation|opinion
            GRADE	评分|得分|分数|成绩|分|等级|score|grade|rating
            REASON	原因|未通过原因|淘汰原因|不通过原因|reason
            """;
    private static final Map<String, Field> FIELDS = fields();

    /** @param header folded, without blanks and signs */
    static Optional<RoundHeader> of(String header, String written) {
        Matcher round = ROUND.matcher(header);
        if (!round.matches()) {
            return Optional.empty();
        }
        Field field = FIELDS.get(round.group(2));
        boolean alone = round.group(2).isEmpty();
        if (field == null || alone && !SIGN_OF_ROUND.matcher(round.group(1)).find()) {
            return Optional.empty();
        }
        return Optional.of(new RoundHeader(label(round.group(1), written), field));
    }

    /** What a header beneath that of a round holds of it. */
    static Optional<Field> beneath(String header) {
        Field field = FIELDS.get(header);
        return header.isEmpty() || field == null ? withoutInterview(header) : Optional.of(field);
    }

    private static Optional<Field> withoutInterview(String header) {
        String bare = header.replaceFirst("^(?:面试|interview)", "");
        return bare.isEmpty() || bare.equals(header) ? Optional.empty() : Optional.ofNullable(FIELDS.get(bare));
    }

    private static String label(String round, String written) {
        for (int end = 1; end <= written.length(); end++) {
            if (HeaderWords.normalised(written.substring(0, end)).equals(round)) {
                return written.substring(0, end).strip();
            }
        }
        return round;
    }

    private static Map<String, Field> fields() {
        Map<String, Field> fields = new HashMap<>();
        SUFFIXES.lines().forEach(line -> {
            String[] parts = line.strip().split("\t", 2);
            for (String suffix : parts[1].split("\\|", -1)) {
                fields.put(suffix, Field.valueOf(parts[0]));
            }
        });
        return Map.copyOf(fields);
    }
}
