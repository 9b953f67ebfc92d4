package org.talentrecall.ingest.resume;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.Pay;
import org.talentrecall.archive.fact.SalaryStatement;
import org.talentrecall.archive.text.GatedPattern;
import org.talentrecall.archive.text.PayReader;
import org.talentrecall.archive.text.TextFolding;

/** Reads what somebody earns and wishes to earn: by label, in a sentence, among the wishes, or beside the newest post. */
final class Salaries {
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

    private Salaries(List<Row> rows) {
        this.rows = rows;
    }

    static List<Found> read(List<Row> rows) {
        Salaries salaries = new Salaries(rows);
        salaries.told(Field.CURRENT_SALARY, SalaryStatement.Kind.CURRENT);
        salaries.told(Field.EXPECTED_SALARY, SalaryStatement.Kind.EXPECTED);
        salaries.wishedPay();
        salaries.payOfNewestPost();
        return salaries.found;
    }

    private void told(Field field, SalaryStatement.Kind kind) {
        for (int i = 0; i < rows.size(); i++) {
            List<Labels.Labelled> labels = rows.get(i).labels();
            for (int k = 0; k < labels.size(); k++) {
                Labels.Labelled label = labels.get(k);
                Line value = LabelledValues.value(rows, i, label);
                int limit = k + 1 < labels.size()
                        ? labels.get(k + 1).start()
                        : rows.get(i).line().length();
                if (label.field() == field
                        && (addPay(kind, label.label(), value == null ? label.value() : value, 0.93)
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
                        .toLowerCase(Locale.ROOT)
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

    private boolean known(SalaryStatement.Kind kind) {
        return found.stream().anyMatch(one -> one.fact() instanceof SalaryStatement salary && salary.kind() == kind);
    }

    /** What the newest post pays or paid, as job boards print it beside the post. */
    private void payOfNewestPost() {
        if (known(SalaryStatement.Kind.CURRENT)) {
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
        if (known(SalaryStatement.Kind.EXPECTED)) {
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
}
