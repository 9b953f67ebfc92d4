package org.talentrecall.ingest.notes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a line of notes announces by its label: {@code 应聘职位：生产经理}. */
record NoteLine(Label label, String value, int number) {
    /** What the value is. */
    enum Label {
        NAME,
        POST,
        DATE,
        INTERVIEWER,
        ROUND,
        OPINION,
        HR_OPINION,
        MANAGER_OPINION,
        BOSS_OPINION,
        RESULT,
        REASON,
        GAP,
        EXPECTED,
        CURRENT,
        CONTACT
    }

    private static final Map<Label, String> WORDS = new LinkedHashMap<>();
    private static final Pattern ANY;

    static {
        WORDS.put(
                Label.BOSS_OPINION, "(?:老总|总经理|董事长|总裁|老板|ceo|boss|ceo's)(?:的)?(?:评价|意见|点评|批示|批注|comments?|feedback)?");
        WORDS.put(Label.HR_OPINION, "(?:hr|人事|人力资源|招聘)(?:部)?(?:的)?(?:评价|意见|点评|comments?|feedback)");
        WORDS.put(
                Label.MANAGER_OPINION,
                "(?:用人经理|用人部门|业务部门|部门(?:负责人|经理|主管)?|hiring manager)(?:的)?(?:评价|意见|点评|comments?|feedback)?");
        WORDS.put(
                Label.REASON,
                "(?:未录取|未录用|不录用|不录取|未通过|淘汰|拒绝|放弃|暂缓)(?:的)?原因|原因|reason(?: for (?:rejection|no|not hiring))?|rejection reason");
        WORDS.put(Label.GAP, "不足(?:之处)?|缺点|劣势|短板|问题|顾虑|风险|weaknesses|concerns?|cons");
        WORDS.put(
                Label.OPINION,
                "(?:[一二三四初复终]面|技术|专业|综合|面试官?|业务|总体|整体)?(?:评价|意见|反馈|评语|点评|印象)|优点|优势|亮点|strengths?|feedback|comments?|assessment|impression|pros");
        WORDS.put(Label.RESULT, "(?:面试|最终|处理)?(?:结果|结论)|(?:录用)?建议|result|decision|conclusion|verdict|recommendation");
        WORDS.put(Label.NAME, "(?:候选人|应聘者|应聘人)?姓名|候选人|应聘者|应聘人|candidate(?: name)?|name");
        WORDS.put(Label.POST, "(?:应聘|面试|申请)(?:职位|岗位|职务)|应聘|岗位|职位|position|role|post|job title");
        WORDS.put(Label.DATE, "(?:面试)?(?:时间|日期)|interview date|date|time");
        WORDS.put(Label.INTERVIEWER, "面试官|面试人|interviewers?");
        WORDS.put(Label.ROUND, "(?:面试)?轮次|round");
        WORDS.put(Label.EXPECTED, "期望(?:薪资|月薪|年薪|薪水|薪酬|工资)?|薪资期望|expected salary|salary expectations?|expectation");
        WORDS.put(Label.CURRENT, "(?:目前|当前|现)(?:薪资|月薪|年薪|薪水|薪酬|工资)|current salary");
        WORDS.put(Label.CONTACT, "手机|电话|邮箱|邮件|联系方式|phone|mobile|e-?mail");
        StringBuilder any = new StringBuilder();
        WORDS.forEach((label, words) -> any.append(any.isEmpty() ? "" : "|")
                .append("(?<")
                .append(group(label))
                .append('>')
                .append(words)
                .append(')'));
        ANY = Pattern.compile("(?:^|(?<=[\\s;,，；|/。]))(?:" + any + ")\\s*[:：]\\s*", Pattern.CASE_INSENSITIVE);
    }

    private static String group(Label label) {
        return label.name().replace("_", "");
    }

    /** The labelled values of a line in order; empty for a line of plain words. */
    static List<NoteLine> read(String line, int number) {
        List<NoteLine> labelled = new ArrayList<>();
        Matcher matcher = ANY.matcher(line);
        Label open = null;
        int from = 0;
        while (matcher.find()) {
            add(labelled, open, line, from, matcher.start(), number);
            open = labelOf(matcher);
            from = matcher.end();
        }
        add(labelled, open, line, from, line.length(), number);
        return labelled;
    }

    /** The words of a line before its first label. */
    static String before(String line) {
        Matcher matcher = ANY.matcher(line);
        return matcher.find() ? line.substring(0, matcher.start()) : line;
    }

    private static void add(
            List<NoteLine> labelled,
            @org.jspecify.annotations.Nullable Label label,
            String line,
            int from,
            int to,
            int number) {
        if (label != null) {
            labelled.add(new NoteLine(
                    label,
                    line.substring(from, to).replaceAll("[;；|/\\s]+$", "").strip(),
                    number));
        }
    }

    private static Label labelOf(Matcher matcher) {
        for (Label label : WORDS.keySet()) {
            if (matcher.group(group(label)) != null) {
                return label;
            }
        }
        throw new IllegalStateException("A label matched that has no group");
    }

    /** Both values, when a form has the same label twice. */
    NoteLine and(NoteLine other) {
        return new NoteLine(label, value + "。" + other.value(), number);
    }

    boolean isOpinion() {
        return switch (label) {
            case OPINION, HR_OPINION, MANAGER_OPINION, BOSS_OPINION -> true;
            default -> false;
        };
    }
}
