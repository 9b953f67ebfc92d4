package org.talentrecall.ingest.resume;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.BirthYear;
import org.talentrecall.archive.fact.Pay;
import org.talentrecall.archive.fact.SalaryStatement;
import org.talentrecall.archive.fact.YearsOfExperience;
import org.talentrecall.archive.text.GatedPattern;
import org.talentrecall.archive.text.PayReader;
import org.talentrecall.archive.text.TextFolding;

/** Reads year of birth, years of experience and salaries. */
final class PersonalDetails {
    private static final int HEAD_ROWS = 25;
    private static final GatedPattern BORN = GatedPattern.compile(
            "生于\\s?(?<a>19[4-9]\\d|200\\d)|(?<b>19[4-9]\\d|200\\d)\\s?[年./-]\\s?\\d{1,2}\\s?月?(?:\\s?\\d{1,2}\\s?日)?\\s?(?:出生|生(?!产|活))|(?<e>19[4-9]\\d|200\\d)\\s?年\\s?出?生(?!产|活|物)|\\d{2}\\s?岁\\s?\\(?\\s?(?<c>19[4-9]\\d|200\\d)|\\d{2}\\s?\\((?<d>19[4-9]\\d|200\\d)[/年.-]|(?<f>19[4-9]\\d|200\\d)[./-]\\d{1,2}\\s?出?生(?!产|活|物)");
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
    private static final GatedPattern PAY = GatedPattern.compile(
            "(?<when>目前|现在?|当前|现有|税前|期望|预期|希望|要求|理想|current|present|expected|desired|expectation)(?:的)?(?:税前)?\\s?[:：]?\\s?(?<what>月薪|年薪|薪资|薪水|工资|薪酬|待遇|收入|package|salary|pay|compensation|(?=\\s*[:：]?\\s*(?:不低于|不少于|至少|在)?\\s*(?:\\d{1,3}(?:\\.\\d)?\\s?(?:[kK千万]\\s?[-~–—至]\\s?|[-~–—至]\\s?)?(?:\\d{1,3}(?:\\.\\d)?\\s?)?[kK千万]|(?:hkd|rmb|cny|usd|sgd|gbp|eur|twd|hk\\$|nt\\$|us\\$|[¥￥$£€])\\s?\\d{1,3},?\\d{3}|\\d{4,6}\\s?(?:元|以上|左右|起|上下|[,，。;；)）]|$))))(?:范围|水平|要求|为|是|在|约|大概|不低于|大约|不少于|of|is|expectation)*\\s*:?\\s*(?<pay>(?:[^,，。;；|\\t]|,(?=\\d{3})){2,30})",
            Pattern.CASE_INSENSITIVE);

    /** "工资希望8000到10000": the wish stands behind what is wished. */
    private static final GatedPattern WISHED_BEHIND = GatedPattern.compile(
            "(?<what>月薪|年薪|薪资|薪水|工资|薪酬|待遇|收入)(?:希望|期望|要求|预期)(?:能|可以)?(?:在|是|为|约|不低于|不少于|至少)*\\s?(?<pay>\\d[^,，。;；|\\t]{2,20})");

    private static final GatedPattern PAY_OF_POST = GatedPattern.compile(
            "(?:职位月薪|月薪|薪酬情况|薪酬|薪资|税前月薪)\\s*[:：]?\\s*(?<pay>\\d[^|,，;；\\t]{3,24})|(?<![\\d.])(?<k>\\d{1,3}(?:\\.\\d)?[kK](?:\\s?-\\s?\\d{1,3}[kK])?)\\s?[·*×xX]\\s?1\\d薪|(?<r>\\d{4,5}-\\d{4,5}元/月)");
    private static final GatedPattern WISHED = GatedPattern.compile(
            "(?<![\\d.])\\d{1,3}(?:\\.\\d)?\\s?[kK千万]?\\s?[-~–—至]\\s?\\d{1,3}(?:\\.\\d)?\\s?[kK千万](?:\\s?[·*×xX]\\s?\\d{2}薪)?(?:/月|/年)?|(?<!\\d)\\d{4,6}\\s?[-~–—]\\s?\\d{4,6}\\s?(?:元|/月)");

    private static final GatedPattern PLAIN_FIGURE =
            GatedPattern.compile("(?<what>月薪|工资|薪资|薪水|待遇)(?:约|在)?\\s?(?<pay>\\d{4,6}(?![\\d月年])[^,，。;；|\\t]{0,12})");

    private static final Pattern PLAIN_PAY = Pattern.compile("\\s*(?:月薪|年薪|薪资|薪水|薪酬|待遇|salary)\\s*:?\\s*");

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
        details.salary(Field.CURRENT_SALARY, SalaryStatement.Kind.CURRENT);
        details.salary(Field.EXPECTED_SALARY, SalaryStatement.Kind.EXPECTED);
        details.wishedPay();
        details.payOfNewestPost();
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
            GatedPattern.Search born = BORN.matcher(row.line().folded());
            GatedPattern.Search any = ANY_BIRTH.matcher(row.line().folded());
            boolean personal = row.section() == Section.HEAD || row.section() == Section.PERSONAL;
            if (born.find()) {
                String year = firstGroup(born, "a", "b", "c", "d", "e", "f");
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
            GatedPattern.Search matcher = PAY.matcher(row.line().text());
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

    /** What the newest post pays or paid, as job boards print it beside the post. */
    private void payOfNewestPost() {
        if (found.stream()
                .anyMatch(one -> one.fact() instanceof SalaryStatement salary
                        && salary.kind() == SalaryStatement.Kind.CURRENT)) {
            return;
        }
        int newest = -1;
        for (int i = 0; i < rows.size(); i++) {
            Periods.Period period = rows.get(i).period();
            boolean post =
                    rows.get(i).section() == Section.EMPLOYMENT && rows.get(i).isAnchor();
            if (post
                    && period != null
                    && (newest < 0 || isLater(period, rows.get(newest).period()))) {
                newest = i;
            }
        }
        for (int i = newest; i >= 0 && i < Math.min(rows.size(), newest + 5); i++) {
            Row row = rows.get(i);
            if (i > newest && row.isAnchor() || row.section() != Section.EMPLOYMENT) {
                return;
            }
            GatedPattern.Search pay = PAY_OF_POST.matcher(row.line().text());
            if (pay.find() && addPay(SalaryStatement.Kind.CURRENT, "月薪", payAt(row.line(), pay), 0.7)) {
                return;
            }
        }
    }

    private static Line payAt(Line line, GatedPattern.Search pay) {
        String group = pay.group("pay") != null ? "pay" : pay.group("k") != null ? "k" : "r";
        return line.part(pay.start(group), pay.end(group));
    }

    private static boolean isLater(Periods.Period one, Periods.@Nullable Period other) {
        return other != null
                && one.range().from() != null
                && other.range().from() != null
                && one.range().from().earliest().isAfter(other.range().from().earliest());
    }

    /** "前端工程师 / 全职 / 20k-30k / 深圳" among the wishes. */
    private void wishedPay() {
        if (found.stream()
                .anyMatch(one -> one.fact() instanceof SalaryStatement salary
                        && salary.kind() == SalaryStatement.Kind.EXPECTED)) {
            return;
        }
        for (Row row : rows) {
            GatedPattern.Search figure = WISHED.matcher(row.line().text());
            if (row.section() == Section.WISH
                    && !row.heading()
                    && figure.find()
                    && addPay(SalaryStatement.Kind.EXPECTED, "", row.line().part(figure.start(), figure.end()), 0.85)) {
                return;
            }
            GatedPattern.Search behind = WISHED_BEHIND.matcher(row.line().text());
            if (behind.find()
                    && addPay(
                            SalaryStatement.Kind.EXPECTED,
                            behind.group("what"),
                            row.line().part(behind.start("pay"), behind.end("pay")),
                            0.85)) {
                return;
            }
            GatedPattern.Search plain = PLAIN_FIGURE.matcher(row.line().text());
            if (row.section() == Section.WISH
                    && (labelledPay(row)
                            || plain.find()
                                    && addPay(
                                            SalaryStatement.Kind.EXPECTED,
                                            plain.group("what"),
                                            row.line().part(plain.start("pay"), plain.end("pay")),
                                            0.8))) {
                return;
            }
        }
    }

    /** Among the wishes a form's plain "薪资" is the pay that is wished. */
    private boolean labelledPay(Row row) {
        return row.labels().stream()
                .anyMatch(label -> PLAIN_PAY.matcher(label.label()).matches()
                        && addPay(SalaryStatement.Kind.EXPECTED, label.label(), label.value(), 0.85));
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
