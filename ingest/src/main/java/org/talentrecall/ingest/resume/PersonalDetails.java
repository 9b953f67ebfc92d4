package org.talentrecall.ingest.resume;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.talentrecall.archive.fact.BirthYear;
import org.talentrecall.archive.fact.YearsOfExperience;
import org.talentrecall.archive.text.GatedPattern;

/** Reads year of birth and years of experience, and gathers what else the lines tell of the person alone. */
final class PersonalDetails {
    private static final int HEAD_ROWS = 25;
    /** Chinese characters that may follow 生 in its meaning of born; others make a word with it: 生产, 生物. */
    private static final String BIRTH = "(?:出生|生(?=$|[^\\u4e00-\\u9fff]|[人于在男女已未汉籍]))";

    private static final GatedPattern BORN = GatedPattern.compile(
            "生于\\s?(?<a>19[4-9]\\d|200\\d)|(?<b>19[4-9]\\d|200\\d)\\s?[年./-]\\s?\\d{1,2}\\s?月?(?:\\s?\\d{1,2}\\s?日)?\\s?"
                    + BIRTH + "|(?<e>19[4-9]\\d|200\\d)\\s?年\\s?" + BIRTH
                    + "|\\d{2}\\s?岁\\s?\\(?\\s?(?<c>19[4-9]\\d|200\\d)|\\d{2}\\s?\\((?<d>19[4-9]\\d|200\\d)[/年.-]");
    private static final GatedPattern SEX_LINE = GatedPattern.compile(
            "(?:^|[|\\s,，/·(])(?:男|女|male|female|已婚|未婚|(?:中共)?(?:预备)?党员|共?青?团员|群众)(?:[|\\s,，/·)]|$)");
    private static final GatedPattern ANY_BIRTH = GatedPattern.compile(
            "(?<!\\d)(19[4-9]\\d|200\\d)\\s?(?:年|[-/.])\\s?(?:1[0-2]|0?[1-9])(?!\\d)|(?<!\\d)(19[4-9]\\d|200\\d)\\s?年(?=\\s*(?:$|[|,，]))");
    private static final String COUNT = "(?<n>\\d{1,2}(?:\\.\\d)?|[一二两三四五六七八九十]{1,2})";
    private static final GatedPattern YEARS = GatedPattern.compile(COUNT
            + "\\s?(?:[-~]\\s?\\d{1,2})?\\s?(?<plus>\\+|多)?\\s?年(?<half>半)?(?:以上|多)?(?:的|左右)?[^,，。;；|\\d]{0,14}?(?:工作|从业|行业|管理|开发|研发|相关|实战|职业|职场)?[^,，。;；|\\d]{0,8}?(?:经验|(?:工作|从业|任职)经历)|已?工作(?:了)?\\s?"
            + COUNT.replace("<n>", "<m>") + "\\s?年");
    private static final GatedPattern BARE_YEARS = GatedPattern.compile(COUNT + "\\s?年(?:以上)?(?:经验|教龄|工龄|护龄|驾龄)?");
    private static final GatedPattern PIECE_OF_YEARS = GatedPattern.compile(
            "(?:^|[|/·,，\\s])(?:工作)?" + COUNT + "\\s?年(?:以上)?(?:工作)?(?:经验|教龄|工龄|护龄)?(?=\\s*(?:[|/·,，]|$))");
    private static final GatedPattern ENGLISH_YEARS = GatedPattern.compile(
            "(?<n>\\d{1,2}(?:\\.\\d)?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)\\s?\\+?\\s?(?:years?|yrs?)['’]?(?: of)?(?: [a-z&-]+){0,5}? experience|\\b(?:with|over) (?<m>\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)\\+? years (?:in|of|as)\\b");
    private static final List<String> ENGLISH_NUMBERS =
            List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");
    private static final GatedPattern FRESH = GatedPattern.compile("应届(?:生|毕业生)|无工作经验|fresh graduate");
    private final List<Row> rows;
    private final List<Found> found = new ArrayList<>();

    private PersonalDetails(List<Row> rows) {
        this.rows = rows;
    }

    static List<Found> read(List<Row> rows) {
        PersonalDetails details = new PersonalDetails(rows);
        Residences.read(rows).ifPresent(details.found::add);
        details.birth();
        details.years();
        details.found.addAll(Salaries.read(rows));
        return details.found;
    }

    private void birth() {
        Optional<Line> labelled = LabelledValues.of(rows, Field.BIRTH);
        if (labelled.isPresent()) {
            Matcher year =
                    Pattern.compile("19[4-9]\\d|200\\d").matcher(labelled.get().folded());
            if (year.find()) {
                found.add(new Found(new BirthYear(Integer.parseInt(year.group())), labelled.get(), 0.95));
            }
            return;
        }
        for (Row row : head()) {
            GatedPattern.Search born = BORN.matcher(row.line().folded());
            GatedPattern.Search any = ANY_BIRTH.matcher(row.line().folded());
            boolean personal = row.section() == Section.HEAD || row.section() == Section.PERSONAL;
            if (born.find()) {
                String year = firstGroup(born, "a", "b", "c", "d", "e");
                found.add(new Found(new BirthYear(Integer.parseInt(year)), row.line(), 0.9));
                return;
            }
            if (personal
                    && row.period() == null
                    && SEX_LINE.matcher(row.line().folded()).find()
                    && any.find()) {
                found.add(new Found(
                        new BirthYear(Integer.parseInt(any.group(1) == null ? any.group(2) : any.group(1))),
                        row.line(),
                        0.8));
                return;
            }
        }
    }

    private static String firstGroup(GatedPattern.Search matcher, String... names) {
        for (String name : names) {
            if (matcher.group(name) != null) {
                return matcher.group(name);
            }
        }
        throw new IllegalStateException("No group took part in the match");
    }

    private void years() {
        Optional<Line> labelled = LabelledValues.of(rows, Field.YEARS);
        if (labelled.isPresent()) {
            Matcher number = Pattern.compile("\\d{1,2}(?:\\.\\d)?|[一二两三四五六七八九十]{1,2}")
                    .matcher(labelled.get().folded());
            if (FRESH.matcher(labelled.get().folded()).find()) {
                found.add(new Found(new YearsOfExperience(0), labelled.get(), 0.9));
                return;
            }
            if (number.find()) {
                found.add(new Found(new YearsOfExperience(number(number.group())), labelled.get(), 0.93));
                return;
            }
        }
        for (Row row : rows) {
            if (row.section() == Section.EMPLOYMENT
                    || row.section() == Section.PROJECT
                    || row.section() == Section.EDUCATION) {
                continue;
            }
            Optional<Double> years = yearsIn(row.line());
            if (years.isPresent()) {
                found.add(new Found(new YearsOfExperience(years.get()), row.line(), 0.8));
                return;
            }
        }
        for (Row row : head()) {
            if (FRESH.matcher(row.line().folded()).find()) {
                found.add(new Found(new YearsOfExperience(0), row.line(), 0.75));
                return;
            }
        }
    }

    private static Optional<Double> yearsIn(Line line) {
        GatedPattern.Search piece = PIECE_OF_YEARS.matcher(line.folded());
        if (piece.find()) {
            return Optional.of(number(piece.group("n")));
        }
        GatedPattern.Search bare = BARE_YEARS.matcher(line.folded());
        if (bare.matches()) {
            return Optional.of(number(bare.group("n")));
        }
        GatedPattern.Search matcher = YEARS.matcher(line.folded());
        if (matcher.find()) {
            String count = matcher.group("n") != null ? matcher.group("n") : matcher.group("m");
            double years = number(count) + (matcher.group("half") == null ? 0 : 0.5);
            return years <= 50 ? Optional.of(years) : Optional.empty();
        }
        GatedPattern.Search english = ENGLISH_YEARS.matcher(line.folded());
        return english.find()
                ? Optional.of(number(english.group("n") == null ? english.group("m") : english.group("n")))
                : Optional.empty();
    }

    private static double number(String written) {
        if (Character.isDigit(written.charAt(0))) {
            return Double.parseDouble(written);
        }
        int english = ENGLISH_NUMBERS.indexOf(written);
        if (english >= 0) {
            return english;
        }
        int ten = written.indexOf('十');
        String digits = "零一二三四五六七八九";
        String plain = written.replace('两', '二');
        if (ten < 0) {
            return Math.max(0, digits.indexOf(plain.charAt(0)));
        }
        int tens = ten == 0 ? 1 : digits.indexOf(plain.charAt(0));
        int ones = ten == plain.length() - 1 ? 0 : digits.indexOf(plain.charAt(plain.length() - 1));
        return tens * 10 + ones;
    }

    private List<Row> head() {
        return rows.subList(0, Math.min(HEAD_ROWS, rows.size()));
    }
}
