package org.talentrecall.ingest.resume;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.text.DateRange;
import org.talentrecall.archive.text.GatedPattern;

/** What stands around a span of time: labelled values, and pieces before it, beside it and after it. */
final class Pieces {
    private static final GatedPattern PARTING = GatedPattern.compileBehind(
            "\\t+|\\s*[|｜•]\\s*|\\s+[·/／]\\s*|\\s*[·/／]\\s+|(?<=[\\u4e00-\\u9fa5)）])·(?=[\\u4e00-\\u9fa5])|\\s{2,}|\\s*(?<!University of California)[,，;；](?![^(（]*[)）])(?!\\s*(?i:ltd|inc|llc|llp|limited|corp|gmbh|co)\\b)\\s*|\\s*[:：]\\s*|\\s+[-–—]+\\s+|[-–—]{2,}|(?<=\\S)\\s+(?:at|@)\\s+(?=[\\p{L}])"
                    + "|(?<=[\\u4e00-\\u9fa5)）])\\s+(?=[\\u4e00-\\u9fa5A-Za-z])(?!(?i:co|ltd|inc|llc|limited|corp|company|pte|pvt)\\b)",
            "一",
            ")");
    /** "本科(某某大学", of a bracket that holds more. */
    private static final Pattern DEGREE_BEFORE = Pattern.compile("(博士|硕士|研究生|本科|大专|专科|中专)[(（]([^()（）]{4,30})");

    private static final Pattern TITLE_AND_DEPARTMENT =
            Pattern.compile("([^()（）]{2,20})[(（]([^()（）]{2,12}(?:部|中心|科|处|组|室|中台|事业群|车间))[)）]");

    private static final GatedPattern HEADCOUNT = GatedPattern.compile(
            "(?:^|[|｜/·•,，;；\\s])(?:规模:?)?(?:\\d{1,6}\\s?[-~–—至到]\\s?\\d{2,6}\\s?人|\\d{2,6}\\s?人(?:以上|以下|左右)|(?:少于|超过)\\s?\\d{2,6}\\s?人)");
    private static final int LONGEST_ABOUT = 60;

    private static final Pattern DEPARTMENT_INSIDE =
            Pattern.compile("([^()（）]{2,30}(?:公司|集团|厂|银行|医院))[(（]([^()（）]{2,12}(?:部|中心|科|处|组|室))[)）](.{0,20})");
    private static final GatedPattern REMARK = GatedPattern.compile(
            "^(?:\\d{1,2}\\.\\s+(?=[A-Z\\u4e00-\\u9fa5])|[一二三四五六七八九十]{1,2}[、.．]|[(（][一二三四五六七八九十\\d]{1,2}[)）]|\\d{1,2}[、．)](?!\\d)|[▶►➢✓◆◇■□●○★☆※#*-]+)\\s*|[\\[(（【](?:\\s?\\d+\\s?年)?\\s?(?:零?\\d+\\s?个?月)?\\s?[\\])）】]|[\\[(（]\\s?(?:\\d+\\s?-\\s?\\d+\\s?人|\\d+\\s?人以上|少于\\s?\\d+\\s?人|规模[^)）]*|月薪[^\\])）]*|税前[^\\])）]*)\\s?[\\])）]"
                    + "|^[)）\\]】,，、\\s:：|]+|[(（\\[【,，。\\s:：|]+$|[(（][^()（）]{0,40}[,，][^()（）]{0,40}[)）]$|[(（][^()（）]{0,40}\\d\\s?年[^()（）]{0,40}[)）]$|[(（](?:含|其中|曾任)[^()（）]*[)）]$|[(（]\\s?(?:\\d{4}|民营|私营|国企|外企|外资|合资|外商|上市)[^()（）]{0,20}人[^()（）]{0,6}[)）]");

    final Line at;
    final DateRange range;
    final Section section;
    final Map<Field, Line> labelled = new EnumMap<>(Field.class);
    final List<String> beside = new ArrayList<>();
    final List<String> after = new ArrayList<>();
    final List<List<String>> afterLines = new ArrayList<>();
    final List<String> before = new ArrayList<>();
    /** Whose post it is where the entry itself does not say. */
    @Nullable
    String employer;
    /** Index of the first row that is not part of the entry's head. */
    int bodyFrom;

    Pieces(Line at, DateRange range, Section section) {
        this.at = at;
        this.range = range;
        this.section = section;
    }

    /** The short pieces that a line falls into, without sizes of companies, lengths of stay and signs. */
    static List<String> split(String text) {
        List<String> pieces = new ArrayList<>();
        for (String piece : PARTING.split(text)) {
            String bare = piece;
            String former;
            do {
                former = bare;
                bare = REMARK.matcher(bare).replaceAll("").strip();
            } while (!bare.equals(former));
            bare = Wording.withoutLeadIn(bare);
            if (!Wording.isNoise(bare)) {
                pieces.addAll(departmentInside(bare));
            }
        }
        return pieces;
    }

    /** "某某有限公司(研发部)硬件工程师" tells three things. */
    private static List<String> departmentInside(String piece) {
        Matcher degree = DEGREE_BEFORE.matcher(piece);
        if (degree.matches()) {
            return List.of(degree.group(1), degree.group(2));
        }
        Matcher behind = TITLE_AND_DEPARTMENT.matcher(piece);
        if (behind.matches() && Wording.isTitle(behind.group(1)) && Wording.isDepartment(behind.group(2))) {
            return List.of(behind.group(2), behind.group(1));
        }
        Matcher inside = DEPARTMENT_INSIDE.matcher(piece);
        if (!inside.matches()) {
            return List.of(piece);
        }
        return inside.group(3).isBlank()
                ? List.of(inside.group(1), inside.group(2))
                : List.of(inside.group(1), inside.group(2), inside.group(3));
    }

    /** "医疗器械 | 私营 | 500-999人": what job boards print about a company below its name. */
    static boolean isAboutCompany(String text) {
        return text.length() <= LONGEST_ABOUT
                && HEADCOUNT.isIn(text)
                && List.of(PARTING.split(text)).stream()
                        .noneMatch(piece -> Wording.isSureCompany(piece) && !Wording.isNoise(piece));
    }

    /** The pieces of a line outside its labelled values and outside the span of time. */
    static List<String> unlabelled(Row row) {
        StringBuilder rest = new StringBuilder(row.line().text());
        Periods.Period period = row.period();
        if (period != null) {
            blank(rest, period.start(), period.end());
        }
        for (Labels.Labelled label : row.labels()) {
            boolean holdsPeriod = period != null && label.start() < period.start() && period.start() < label.end();
            if (!holdsPeriod) {
                blank(rest, label.start(), label.end());
            } else {
                blank(
                        rest,
                        label.start(),
                        Math.min(label.end(), label.start() + label.label().length()));
            }
        }
        return split(rest.toString());
    }

    private static void blank(StringBuilder text, int from, int to) {
        for (int i = from; i < to; i++) {
            text.setCharAt(i, '\t');
        }
    }

    @Nullable
    String value(Field field) {
        return Optional.ofNullable(labelled.get(field))
                .map(line -> line.text().replaceAll("\\s{2,}.*$", "").strip())
                .filter(text -> !text.isEmpty())
                .orElse(null);
    }

    /** All pieces, the nearest to the span first. */
    List<String> all() {
        List<String> all = new ArrayList<>(beside);
        all.addAll(after);
        all.addAll(before);
        return all;
    }

    /** Whether anything is told beside the span itself. */
    boolean isBegun() {
        return !beside.isEmpty() || !after.isEmpty() || !labelled.isEmpty();
    }

    /** Whether a post or a study is already told in full. */
    boolean isComplete() {
        List<String> all = new ArrayList<>(beside);
        all.addAll(after);
        boolean title = labelled.containsKey(Field.TITLE) || all.stream().anyMatch(Wording::isTitle);
        boolean company = labelled.containsKey(Field.COMPANY)
                || all.stream().anyMatch(piece -> Wording.isCompany(piece) && !Wording.isTitle(piece));
        boolean school = labelled.containsKey(Field.SCHOOL) || all.stream().anyMatch(Wording::isSchool);
        boolean degree = labelled.containsKey(Field.DEGREE) || all.stream().anyMatch(Wording::isDegree);
        long named = all.stream()
                .filter(piece -> !Wording.isTitle(piece) && !Wording.isDepartment(piece))
                .count();
        return title && (company || named > 0) || school && degree && section != Section.EMPLOYMENT;
    }

    /** Splits "某某有限公司人力资源部经理" behind the company. */
    static Optional<List<String>> companyAndRest(String piece) {
        Matcher matcher = GLUED.matcher(piece);
        if (matcher.matches() && !Wording.isCompany(matcher.group(2))) {
            return Optional.of(
                    List.of(matcher.group(1).strip(), matcher.group(2).strip()));
        }
        Matcher place = PLACE_OF_WORK.matcher(piece);
        return place.matches() && Wording.isTitle(place.group(2)) && !Wording.isCompany(place.group(2))
                ? Optional.of(List.of(place.group(1).strip(), place.group(2).strip()))
                : Optional.empty();
    }

    /** Names that may also begin others, so a title has to follow: "某某煤矿技术员", "某某中学教师". */
    private static final Pattern PLACE_OF_WORK = Pattern.compile(
            "([\\u4e00-\\u9fa5]{2,20}?(?:煤矿|铁矿|电厂|钢厂|工厂|厂|中学|小学|学校|幼儿园|酒店|宾馆|饭店|超市|支行|林场))([\\u4e00-\\u9fa5、]{2,16})");

    private static final Pattern GLUED = Pattern.compile(
            "(.{2,30}?(?:有限责任公司|有限公司|股份公司|分公司|总公司|集团公司|集团|公司|研究院|研究所|事务所|银行|医院)(?:[(（][^)）]*[)）])?)(?!公司|集团|股份|有限|[\\u4e00-\\u9fa5]{0,4}(?:分公司|分所|分行|支行|分院))(.{2,25})");
}
