package org.talentrecall.ingest.resume;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.text.DateRange;
import org.talentrecall.archive.text.GatedPattern;

/** Studies that a sentence tells. */
final class ProseStudies {
    private static final GatedPattern STUDY =
            GatedPattern.compile("就读|毕业|学历|学位|学士|硕士|博士|本科|大专|中专|专业(?!顾问|咨询)|攻读|graduated|studied");
    private static final String KINDS = "(?:大学|学院|学校|党校|技校|职业中专|卫校|职校|中学|专科学校)(?![\\u4e00-\\u9fa5]{0,3}(?:大学|学院|学校))";
    private static final String NAME = "[\\u4e00-\\u9fa5·]{2,22}?" + KINDS;
    /** Without a verb before it, a school is the name alone. */
    private static final String BARE = "(?:(?![从在于我的获得与是读])[\\u4e00-\\u9fa5·]){2,22}?" + KINDS + "(?!\\s*:)";

    private static final GatedPattern SCHOOL = GatedPattern.compileBehind(
            "(?:(?:在职)?(?:就读|攻读|进修)于?|毕业于|考入|考取|进入|从|在|于|自|到|读于)\\s*(?<told>" + NAME
                    + ")|(?:^|(?<=[,，\\s])|(?<=[\\d今]:))(?<bare>" + BARE + ")",
            ",",
            "1:");
    /** The day of a study's begin, where only one date is told. */
    private static final GatedPattern INTAKE = GatedPattern.compile("(?:19|20)\\d{2}\\s?[级届]");

    private static final GatedPattern GRADUATION =
            GatedPattern.compile("(?:19|20)\\d{2}\\s?年(?:\\s?\\d{1,2}\\s?月)?(?:份|底|初)?(?:正式|顺利|从该校|在该校)?(?:毕业|取得|获得?)");
    private static final GatedPattern BEGAN = GatedPattern.compile("考入|考取|入学|入读|进入");

    private static final GatedPattern GRADUATED = GatedPattern.compile("从\\s*" + NAME + "[^,，。;；]{0,24}毕业");
    private static final GatedPattern STUDIED_AT = GatedPattern.compile("(?:就读|毕业)于\\s*" + NAME);
    private static final GatedPattern NO_NAME = GatedPattern.compile("^(?:毕业|就读|所在|刚|作为|学历|原)");
    private static final GatedPattern OWN_DEGREE = GatedPattern.compile("学历|学位|毕业");
    private static final int LONGEST_LEAD = 20;

    private ProseStudies() {}

    static boolean isTold(String folded) {
        return STUDY.isIn(folded);
    }

    /** Whether it says from which school somebody graduated, or tells of two schools, whatever span stands beside it. */
    static boolean tellsGraduation(String folded) {
        GatedPattern.Search at = STUDIED_AT.matcher(folded);
        boolean one = at.find();
        boolean two = one && at.find();
        return two || GRADUATED.isIn(folded);
    }

    static void read(Line sentence, List<Found> found) {
        if (!STUDY.isIn(sentence.folded())) {
            return;
        }
        List<int[]> schools = new ArrayList<>();
        GatedPattern.Search school = SCHOOL.matcher(sentence.folded());
        while (school.find()) {
            boolean told = school.group("told") != null;
            if (!told && NO_NAME.isIn(school.group("bare"))) {
                continue;
            }
            schools.add(new int[] {school.start(), school.start(told ? "told" : "bare"), school.end()});
        }
        int from = 0;
        for (int i = 0; i < schools.size(); i++) {
            int begin = begin(sentence.folded(), schools.get(i)[0], from);
            int end = i + 1 < schools.size()
                    ? begin(sentence.folded(), schools.get(i + 1)[0], schools.get(i)[2])
                    : sentence.length();
            study(sentence.part(begin, end), sentence.part(schools.get(i)[1], end))
                    .ifPresent(found::add);
            from = end;
        }
    }

    /** "学历大专，某某学院会计专业": a clause with the degree or a date leads to the school. */
    private static int begin(String folded, int at, int from) {
        int begin = Prose.beginOfClause(folded, at, from);
        if (begin > from) {
            int before = Prose.beginOfClause(folded, begin - 1, from);
            String clause = folded.substring(before, begin - 1);
            boolean leads = clause.length() <= LONGEST_LEAD
                    && (clause.startsWith("学历") || Character.isDigit(clause.isEmpty() ? ' ' : clause.charAt(0)));
            return leads ? before : begin;
        }
        return begin;
    }

    /** "2000年9月考入…，2004年6月毕业": the second date. */
    private static @Nullable PartialDate graduation(Line part) {
        GatedPattern.Search end = GRADUATION.matcher(part.folded());
        return end.find()
                ? Periods.single(part.part(end.start(), part.length())).orElse(null)
                : null;
    }

    private static Optional<Found> study(Line part, Line fromSchool) {
        Optional<DateRange> span = Periods.find(part).map(Periods.Period::range);
        boolean sure = span.isPresent() || OWN_DEGREE.isIn(part.folded());
        if (!STUDY.isIn(part.folded()) || !sure || fromSchool.folded().contains("培训")) {
            return Optional.empty();
        }
        if (span.isPresent()) {
            return Studies.fromSentence(
                    fromSchool, part, span.get().from(), span.get().to());
        }
        GatedPattern.Search intake = INTAKE.matcher(part.folded());
        Line dated = intake.find() ? part.part(intake.end(), part.length()) : part;
        PartialDate date = Periods.single(dated).orElse(null);
        boolean began = BEGAN.isIn(part.folded());
        return Studies.fromSentence(fromSchool, part, began ? date : null, began ? graduation(part) : date);
    }
}
