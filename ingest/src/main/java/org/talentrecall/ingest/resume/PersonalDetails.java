package org.talentrecall.ingest.resume;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.BirthYear;
import org.talentrecall.archive.fact.Pay;
import org.talentrecall.archive.fact.Residence;
import org.talentrecall.archive.fact.SalaryStatement;
import org.talentrecall.archive.fact.YearsOfExperience;
import org.talentrecall.archive.text.PayReader;
import org.talentrecall.archive.text.TextFolding;
import org.talentrecall.archive.vocabulary.Cities;

/** Reads city, year of birth, years of experience and salaries. Sex, age, marriage and the like are passed over. */
final class PersonalDetails {
    private static final int HEAD_ROWS = 25;
    private static final int CONTACT_ROWS = 12;
    private static final int LONGEST_CITY = 12;
    private static final Pattern CITY = Pattern.compile(
            "(?:现居住于|现居住在|居住于|居住在|现居|现住|家住|目前在|目前居住在?|人在|坐标|base(?:d in)?|lives? in|living in|located in)\\s*:?\\s*(?<city>[\\u4e00-\\u9fa5]{2,8}(?:[-·\\s][\\u4e00-\\u9fa5]{2,5})?|[A-Z][A-Za-z]+(?: [A-Z][a-z]+)?)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CITY_END =
            Pattern.compile("[|,，;；。()（）\\t]|\\s{2,}|(?<=[\\u4e00-\\u9fa5])\\s+(?=\\S)|户.?口");
    private static final Pattern ADDRESS_CITY =
            Pattern.compile("^(?:中国)?(?:[\\u4e00-\\u9fa5]{2,3}(?:省|自治区))?([\\u4e00-\\u9fa5]{2,4}?市)");
    private static final Pattern BORN = Pattern.compile(
            "生于\\s?(?<a>19[4-9]\\d|200\\d)|(?<b>19[4-9]\\d|200\\d)\\s?[年./-]\\s?\\d{1,2}\\s?月?(?:\\s?\\d{1,2}\\s?日)?\\s?(?:出生|生(?!产|活))|\\d{2}\\s?岁\\s?\\(?\\s?(?<c>19[4-9]\\d|200\\d)|\\d{2}\\s?\\((?<d>19[4-9]\\d|200\\d)[/年.-]");
    private static final Pattern SEX_LINE = Pattern.compile("(?:^|[|\\s,，/])(?:男|女|male|female)(?:[|\\s,，/]|$)");
    private static final Pattern ANY_BIRTH =
            Pattern.compile("(?<!\\d)(19[4-9]\\d|200\\d)\\s?(?:年|[-/.])\\s?(?:1[0-2]|0?[1-9])(?!\\d)");
    private static final String COUNT = "(?<n>\\d{1,2}(?:\\.\\d)?|[一二两三四五六七八九十]{1,2})";
    private static final Pattern YEARS = Pattern.compile(COUNT
            + "\\s?(?:-\\s?\\d{1,2})?\\s?(?<plus>\\+|多)?\\s?年(?<half>半)?(?:以上|多)?(?:的|左右)?[^,，。;；|\\d]{0,14}?(?:工作|从业|行业|管理|开发|研发|相关|实战|职业|职场)?[^,，。;；|\\d]{0,8}?经[验历]|已?工作(?:了)?\\s?"
            + COUNT.replace("<n>", "<m>") + "\\s?年");
    private static final Pattern BARE_YEARS = Pattern.compile(COUNT + "\\s?年(?:以上)?");
    private static final Pattern ENGLISH_YEARS = Pattern.compile(
            "(?<n>\\d{1,2}(?:\\.\\d)?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)\\s?\\+?\\s?(?:years?|yrs?)['’]?(?: of)?(?: [a-z&-]+){0,5}? experience");
    private static final List<String> ENGLISH_NUMBERS =
            List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");
    private static final Pattern FRESH = Pattern.compile("应届(?:生|毕业生)|无工作经验|fresh graduate");
    private static final Pattern PAY = Pattern.compile(
            "(?<when>目前|现在?|当前|现有|税前|期望|预期|希望|要求|理想|current|present|expected|desired|expectation)(?:的)?(?:税前)?\\s?(?<what>月薪|年薪|薪资|薪水|工资|薪酬|待遇|收入|package|salary|pay|compensation)(?:范围|水平|要求|为|是|在|约|大概|不低于|大约|不少于|of|is|expectation)*\\s*:?\\s*(?<pay>[^,，。;；|\\t]{2,30})",
            Pattern.CASE_INSENSITIVE);

    private final List<Row> rows;
    private final List<Found> found = new ArrayList<>();

    private PersonalDetails(List<Row> rows) {
        this.rows = rows;
    }

    static List<Found> read(List<Row> rows) {
        PersonalDetails details = new PersonalDetails(rows);
        details.city();
        details.birth();
        details.years();
        details.salary(Field.CURRENT_SALARY, SalaryStatement.Kind.CURRENT);
        details.salary(Field.EXPECTED_SALARY, SalaryStatement.Kind.EXPECTED);
        return details.found;
    }

    /** The value of a label that stands alone: the next line, unless that is a label or a heading itself. */
    static @Nullable Line nextLine(List<Row> rows, int index) {
        if (index + 1 >= rows.size()) {
            return null;
        }
        Row next = rows.get(index + 1);
        return next.heading() || !next.labels().isEmpty() || next.line().length() > 60 ? null : next.line();
    }

    /** The first value with this label; not where a post, project or reference is told. */
    static Optional<Line> value(List<Row> rows, Field field) {
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (row.section() == Section.REFERENCE
                    || row.section() == Section.PROJECT
                    || row.section() == Section.TRAINING) {
                continue;
            }
            for (Labels.Labelled label : row.labels()) {
                if (label.field() == field) {
                    boolean last = label.start()
                            == row.labels().get(row.labels().size() - 1).start();
                    Line value = label.isEmpty() && last ? nextLine(rows, i) : label.value();
                    if (value != null && !value.text().isEmpty()) {
                        return Optional.of(value);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private void city() {
        Optional<Line> labelled = labelledCity();
        if (labelled.isPresent()) {
            addCity(labelled.get().text(), labelled.get(), 0.93);
            return;
        }
        for (Row row : head()) {
            Matcher matcher = CITY.matcher(row.line().text());
            if (row.section() != Section.WISH && matcher.find()) {
                addCity(matcher.group("city"), row.line(), 0.85);
                return;
            }
        }
        if (!cityAlone()) {
            cityOfAddress();
        }
    }

    /** "所在城市" says more than "所在地区". */
    private Optional<Line> labelledCity() {
        for (Row row : rows) {
            for (Labels.Labelled label : row.labels()) {
                if (label.field() == Field.CITY
                        && !label.isEmpty()
                        && label.label().replaceAll("\\s", "").contains("城市")) {
                    return Optional.of(label.value());
                }
            }
        }
        return value(rows, Field.CITY);
    }

    /** A city in a line of contacts, or alone among the personal details. */
    private boolean cityAlone() {
        for (Row row : rows.subList(0, Math.min(CONTACT_ROWS, rows.size()))) {
            boolean personal = row.section() == Section.HEAD || row.section() == Section.PERSONAL;
            String text = row.line().text();
            String first = text.split("[|·•]", 2)[0].strip();
            boolean contacts = text.contains("@") || text.contains("+86");
            if (personal
                    && row.labels().isEmpty()
                    && (text.length() <= LONGEST_CITY || contacts)
                    && !Cities.find(first).isEmpty()) {
                addCity(first.split("\\s*[/,，]\\s*", 2)[0], row.line(), 0.7);
                return true;
            }
        }
        return false;
    }

    /** The city that a postal address begins with. */
    private void cityOfAddress() {
        value(rows, Field.ADDRESS).ifPresent(address -> {
            Matcher matcher = ADDRESS_CITY.matcher(address.text());
            if (matcher.find()) {
                addCity(matcher.group(1), address, 0.6);
            }
        });
    }

    private void addCity(String written, Line line, double confidence) {
        Matcher end = CITY_END.matcher(written);
        String city = end.find() && end.start() >= 2 ? written.substring(0, end.start()) : written;
        if (city.length() >= 2 && city.length() <= 25 && city.codePoints().noneMatch(Character::isDigit)) {
            found.add(new Found(new Residence(city.strip()), line, confidence));
        }
    }

    private void birth() {
        Optional<Line> labelled = value(rows, Field.BIRTH);
        if (labelled.isPresent()) {
            Matcher year =
                    Pattern.compile("19[4-9]\\d|200\\d").matcher(labelled.get().folded());
            if (year.find()) {
                found.add(new Found(new BirthYear(Integer.parseInt(year.group())), labelled.get(), 0.95));
            }
            return;
        }
        for (Row row : head()) {
            Matcher born = BORN.matcher(row.line().folded());
            Matcher any = ANY_BIRTH.matcher(row.line().folded());
            boolean personal = row.section() == Section.HEAD || row.section() == Section.PERSONAL;
            if (born.find()) {
                String year = firstGroup(born, "a", "b", "c", "d");
                found.add(new Found(new BirthYear(Integer.parseInt(year)), row.line(), 0.9));
                return;
            }
            if (personal
                    && row.period() == null
                    && SEX_LINE.matcher(row.line().folded()).find()
                    && any.find()) {
                found.add(new Found(new BirthYear(Integer.parseInt(any.group(1))), row.line(), 0.8));
                return;
            }
        }
    }

    private static String firstGroup(Matcher matcher, String... names) {
        for (String name : names) {
            if (matcher.group(name) != null) {
                return matcher.group(name);
            }
        }
        throw new IllegalStateException("No group took part in the match");
    }

    private void years() {
        Optional<Line> labelled = value(rows, Field.YEARS);
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
        Matcher bare = BARE_YEARS.matcher(line.folded());
        if (bare.matches()) {
            return Optional.of(number(bare.group("n")));
        }
        Matcher matcher = YEARS.matcher(line.folded());
        if (matcher.find()) {
            String count = matcher.group("n") != null ? matcher.group("n") : matcher.group("m");
            double years = number(count) + (matcher.group("half") == null ? 0 : 0.5);
            return years <= 50 ? Optional.of(years) : Optional.empty();
        }
        Matcher english = ENGLISH_YEARS.matcher(line.folded());
        return english.find() ? Optional.of(number(english.group("n"))) : Optional.empty();
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

    private void salary(Field field, SalaryStatement.Kind kind) {
        for (int i = 0; i < rows.size(); i++) {
            List<Labels.Labelled> labels = rows.get(i).labels();
            for (int k = 0; k < labels.size(); k++) {
                Labels.Labelled label = labels.get(k);
                Line next = label.isEmpty() && k == labels.size() - 1 ? nextLine(rows, i) : null;
                int limit = k + 1 < labels.size()
                        ? labels.get(k + 1).start()
                        : rows.get(i).line().length();
                if (label.field() == field
                        && (addPay(kind, label.label(), next == null ? label.value() : next, 0.93)
                                || addPay(
                                        kind, label.label(), rows.get(i).line().part(label.start(), limit), 0.85))) {
                    return;
                }
            }
        }
        for (Row row : rows) {
            Matcher matcher = PAY.matcher(row.line().text());
            while (matcher.find()) {
                boolean expected = matcher.group("when")
                        .toLowerCase(java.util.Locale.ROOT)
                        .matches("期望|预期|希望|要求|理想|expected|desired|expectation");
                if (expected == (kind == SalaryStatement.Kind.EXPECTED)
                        && addPay(
                                kind,
                                matcher.group("what"),
                                row.line().part(matcher.start("pay"), matcher.end("pay")),
                                0.85)) {
                    return;
                }
            }
        }
    }

    /** @param what the words before the figure, which may tell whether it is a year's or a month's */
    private boolean addPay(SalaryStatement.Kind kind, String what, Line line, double confidence) {
        return PayReader.read(TextFolding.fold(what + line.text()))
                .map(pay -> new Pay(pay.minMonthly(), pay.maxMonthly(), pay.currency(), pay.months(), line.text()))
                .map(pay -> found.add(new Found(new SalaryStatement(kind, pay, null), line, confidence)))
                .orElse(false);
    }

    private List<Row> head() {
        return rows.subList(0, Math.min(HEAD_ROWS, rows.size()));
    }
}
