package org.talentrecall.ingest.resume;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.Employment;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.text.GatedPattern;

/** Reads careers told in sentences: "1999年7月至2000年9月在某某公司工作，任职副总经理". */
final class Prose {
    private static final double CONFIDENCE = 0.75;
    private static final String ORGANISATION =
            "[^,，。;；、\\s]{2,30}?(?:有限公司|股份公司|公司|集团|总厂|分厂|厂|银行|研究院|研究所|设计院|医院|事务所|[\\u4e00-\\u9fa5]{2,}局|学校|大学|学院|中学|中心|项目|超市|酒店|商行)(?![\\u4e00-\\u9fa5]{0,4}(?:有限公司|公司|集团))";
    private static final GatedPattern POST = GatedPattern.compileBehind(
            "(?:^|(?<=[^\\u4e00-\\u9fa5])|(?<=[曾后我起始人并业职直年月今,，]))(?:在|任|于|到|至|加入|进入|赴|分配(?:至|到))\\s*(?<company>"
                    + ORGANISATION
                    + ")(?<department>[\\u4e00-\\u9fa5]{2,8}?(?:事业部|部|处|科|车间|中心))?(?:短暂|正式|一直)?(?:工作|就职|任职)?(?<rest>.*)",
            "曾",
            ",");
    private static final Pattern TITLE = Pattern.compile(
            "^[,，\\s]*(?:先后|历|曾|主要)?(?:担任|任职|兼任|就任|任|做|从事|当)\\s*(?:了|为)?(?<title>[^,，。;；]{2,30}?)(?:一职|职务|职位|工作)?(?=[,，。;；(（]|$)");
    private static final Pattern BARE_TITLE = Pattern.compile("^\\s*(?<title>[^,，。;；在]{2,16})(?=[,，。;；]|$)");
    private static final GatedPattern STUDY =
            GatedPattern.compile("就读|毕业|学历|学位|学士|硕士|博士|本科|大专|专业(?!顾问|咨询)|攻读|graduated|studied");
    private static final GatedPattern SENTENCE =
            GatedPattern.compileBehind("[。;；]|(?<=[^\\d])[,，、](?=\\s?(?:19|20)\\d{2}\\s?年)", "a");
    private static final GatedPattern GRADUATED =
            GatedPattern.compile("((?:19|20)\\d{2})\\s?年?(?:\\s?(1[0-2]|0?[1-9])\\s?月)?[^,，。]{0,4}(?:毕业于|毕业)|毕业于");

    private Prose() {}

    static List<Found> read(Line line) {
        List<Found> found = new ArrayList<>();
        GatedPattern.Search end = SENTENCE.matcher(line.folded());
        int begin = 0;
        while (begin < line.length()) {
            int stop = end.find(Math.min(begin, line.length())) ? end.start() : line.length();
            sentence(line.part(begin, stop)).ifPresent(found::add);
            begin = Math.max(stop + 1, begin + 1);
        }
        return found;
    }

    private static Optional<Found> sentence(Line sentence) {
        Optional<Periods.Period> period = Periods.find(sentence);
        if (period.isEmpty()) {
            Optional<Found> study = graduation(sentence);
            return study.isPresent() ? study : Periods.single(sentence).flatMap(start -> started(sentence, start));
        }
        Line rest = sentence.part(period.get().end(), sentence.length());
        PartialDate from = period.get().range().from();
        PartialDate to = period.get().range().to();
        boolean study = STUDY.matcher(rest.folded()).find();
        if (study && !rest.folded().contains("分配")) {
            return Studies.fromSentence(rest, from, to);
        }
        return post(rest, period.get());
    }

    /** "2010.4曾在某某学校担任助教": only the begin is told. */
    private static Optional<Found> started(Line sentence, Periods.Period start) {
        return start.start() <= 2 && sentence.text().contains("任")
                ? post(sentence.part(start.end(), sentence.length()), start)
                : Optional.empty();
    }

    private static Optional<Found> graduation(Line sentence) {
        GatedPattern.Search matcher = GRADUATED.matcher(sentence.folded());
        if (!matcher.find()) {
            return Optional.empty();
        }
        PartialDate year = matcher.group(1) == null ? null : PartialDate.ofYear(Integer.parseInt(matcher.group(1)));
        if (year != null && matcher.group(2) != null) {
            year = new PartialDate(year.year(), Integer.parseInt(matcher.group(2)), null);
        }
        return Studies.fromSentence(sentence.part(matcher.end(), sentence.length()), null, year);
    }

    private static Optional<Found> post(Line rest, Periods.Period period) {
        GatedPattern.Search matcher = POST.matcher(rest.text());
        if (!matcher.find()) {
            return Optional.empty();
        }
        String department = matcher.group("department");
        String title = title(matcher.group("rest"));
        boolean glued =
                department != null && title != null && matcher.group("rest").startsWith(title);
        Employment employment = new Employment(
                matcher.group("company").strip(),
                glued ? department + title : title,
                glued ? null : department,
                period.range().from(),
                period.range().to(),
                period.range().current(),
                rest.text().replaceFirst("^[,，、\\s]+", ""));
        return Optional.of(new Found(employment, rest, CONFIDENCE));
    }

    private static @Nullable String title(String rest) {
        Matcher told = TITLE.matcher(rest);
        if (told.find()) {
            return told.group("title").strip();
        }
        Matcher bare = BARE_TITLE.matcher(rest);
        return bare.find() && Wording.isTitle(bare.group("title"))
                ? bare.group("title").strip()
                : null;
    }
}
