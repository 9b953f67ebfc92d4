package org.talentrecall.archive.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.Pay;

/**
 * Reads pay as people write it ("18-25k*14薪", "年薪30万", "$120k/year") into a monthly range.
 *
 * <p>A yearly figure is divided by the salaries a year (12 unless stated). A daily one counts 21.75 days and an hourly
 * one 174 hours a month, the statutory averages of paid time in China. Where no period is given a Chinese figure under
 * 100,000 is monthly and a larger one yearly; a dollar figure from 20,000 is yearly, one of Taiwan's from 400,000. Figures after tax are taken as they
 * stand. Bare figures too small to be anybody's pay ("15-20") are not guessed at: empty. Safe for use by several threads.
 */
public final class PayReader {
    /** A cell or a phrase; nobody states pay in a longer text. */
    private static final int LONGEST = 500;

    private static final BigDecimal DAYS = new BigDecimal("21.75");
    private static final BigDecimal HOURS = new BigDecimal("174");
    private static final String CURRENCY =
            "us\\$|usd|hk\\$|hkd|nt\\$|twd|ntd|mop\\$?|s\\$|sgd|a\\$|aud|c\\$|cad|rmb|cny|eur|gbp|jpy|[$¥€£]|人民币|美元|美金|港币|港元"
                    + "|新台币|台币|澳门元|澳门币|澳元|澳币|加元|加币|欧元|英镑|日元|新币|新元";
    private static final String NUMBER = "(\\d{1,9}(?:\\.\\d{1,4})?)";
    private static final String UNIT = "(?:\\s?(k|千|w|万|thousand)(\\d(?!\\d|\\.|\\s?[-~*x×·]?\\s?\\d?薪))?)?";
    private static final Pattern AMOUNT = Pattern.compile("(?<![\\d.a-z])(?:(" + CURRENCY + ")\\s?)?" + NUMBER + UNIT
            + "(?:\\s?(?:元|块)?\\s?(?:以上)?\\s?(?:-|–|—|−|~|〜|到|至|to)\\s?(?:(" + CURRENCY + ")\\s?)?" + NUMBER + UNIT
            + ")?(?![\\d.]*\\d|%|(?!eur|usd|rmb|cny|hkd|sgd|gbp|jpy|twd|ntd|mop|aud|cad|per)[a-z&&[^kwx]]{2})"
            + "(?:\\s?(" + CURRENCY + ")|\\s?(元|块))?");
    private static final Pattern SALARIES = Pattern.compile(
            "(?:[*x×·.,\\-\\s]|^|/月|k|w|万|元)\\s?\\(?(1[2-9](?:\\.\\d)?|2[0-4](?:\\.\\d)?)\\s?(?:薪|个月|months?\\b)|[*x×]\\s?\\(?(1[2-9]|2[0-4])(?:\\.\\d)?(?![\\d.kw万])");
    private static final Pattern YEARLY = Pattern.compile(
            "年薪|年包|总包|年收入|年总|年度|package|annual|/\\s?年|/\\s?(?:yr|year)|每年|一年|per\\s?(?:year|annum)|p\\.?a\\.?\\b|a\\s?year|万年|yearly");
    private static final Pattern DAILY = Pattern.compile("日薪|/\\s?[天日]|每天|一天|/\\s?day|per\\s?day|daily");
    private static final Pattern HOURLY = Pattern.compile("时薪|/\\s?(?:小?时|h\\b|hr|hour)|每小时|per\\s?hour|hourly");
    private static final Pattern MONTHLY = Pattern.compile(
            "月薪|/\\s?月|每月|一个月|/\\s?(?:mo|month)|per\\s?month|monthly|a\\s?month|p\\.?m\\.?\\b|base|底薪|/m\\b");
    private static final Pattern DATE_LIKE = Pattern.compile(
            "(?:19|20)\\d{2}\\s?年|(?:19|20)\\d{2}[-/.]\\d{1,2}(?:[-/.]\\d{1,2})?(?!\\d)|\\d{1,2}月(?:\\d{1,2}[日号])?|(?<![\\d.])\\d{1,4}(?:\\.\\d)?\\s?(?:年(?!薪|包)|岁|人|周|%)");
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d)[,'](?=\\d{3}(?!\\d))");
    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("$", "USD"),
            Map.entry("us$", "USD"),
            Map.entry("usd", "USD"),
            Map.entry("美元", "USD"),
            Map.entry("美金", "USD"),
            Map.entry("hk$", "HKD"),
            Map.entry("hkd", "HKD"),
            Map.entry("港币", "HKD"),
            Map.entry("港元", "HKD"),
            Map.entry("nt$", "TWD"),
            Map.entry("twd", "TWD"),
            Map.entry("ntd", "TWD"),
            Map.entry("新台币", "TWD"),
            Map.entry("台币", "TWD"),
            Map.entry("mop", "MOP"),
            Map.entry("mop$", "MOP"),
            Map.entry("澳门元", "MOP"),
            Map.entry("澳门币", "MOP"),
            Map.entry("a$", "AUD"),
            Map.entry("aud", "AUD"),
            Map.entry("澳元", "AUD"),
            Map.entry("澳币", "AUD"),
            Map.entry("c$", "CAD"),
            Map.entry("cad", "CAD"),
            Map.entry("加元", "CAD"),
            Map.entry("加币", "CAD"),
            Map.entry("s$", "SGD"),
            Map.entry("sgd", "SGD"),
            Map.entry("新币", "SGD"),
            Map.entry("新元", "SGD"),
            Map.entry("€", "EUR"),
            Map.entry("eur", "EUR"),
            Map.entry("欧元", "EUR"),
            Map.entry("£", "GBP"),
            Map.entry("gbp", "GBP"),
            Map.entry("英镑", "GBP"),
            Map.entry("jpy", "JPY"),
            Map.entry("日元", "JPY"));

    private PayReader() {}

    /** The pay a cell or phrase states; empty for 面议, 保密 and whatever is no plausible pay. Never throws. */
    public static Optional<Pay> read(String written) {
        String folded = THOUSANDS
                .matcher(TextFolding.fold(written.substring(0, Math.min(written.length(), LONGEST))))
                .replaceAll("");
        String text = ChineseNumerals.inAmounts(folded).replaceAll("\\d{2}(?:\\.\\d)?\\s?%", " ");
        double months = salaries(text);
        String amounts =
                DATE_LIKE.matcher(text.replaceAll("(?<=[/每a])\\s?年", "年")).replaceAll(" ");
        Matcher matcher = AMOUNT.matcher(amounts);
        while (matcher.find()) {
            Optional<Pay> pay = pay(matcher, text, months, written.strip());
            if (pay.isPresent()) {
                return pay;
            }
        }
        return Optional.empty();
    }

    private static double salaries(String text) {
        Matcher matcher = SALARIES.matcher(text);
        if (!matcher.find()) {
            return 12;
        }
        return Double.parseDouble(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
    }

    private static Optional<Pay> pay(Matcher matcher, String text, double months, String asWritten) {
        String lowUnit = matcher.group(3);
        String highUnit = matcher.group(7);
        boolean range = matcher.group(6) != null;
        BigDecimal low = amount(matcher.group(2), lowUnit == null && range ? highUnit : lowUnit, matcher.group(4));
        BigDecimal high =
                range ? amount(matcher.group(6), highUnit == null ? lowUnit : highUnit, matcher.group(8)) : low;
        String currency = currency(matcher);
        @Nullable BigDecimal factor = factor(text, high, currency, months);
        if (factor == null) {
            return Optional.empty();
        }
        long least = low.multiply(factor).setScale(0, RoundingMode.HALF_UP).longValue();
        long most = high.multiply(factor).setScale(0, RoundingMode.HALF_UP).longValue();
        if (least > most || !plausible(least, currency) || !plausible(most, currency) || most > least * 5) {
            return Optional.empty();
        }
        return Optional.of(new Pay(least, most, currency, months, asWritten));
    }

    private static BigDecimal amount(String number, @Nullable String unit, @Nullable String nextDigit) {
        BigDecimal value =
                new BigDecimal(nextDigit == null || number.contains(".") ? number : number + "." + nextDigit);
        if (unit == null) {
            return value;
        }
        return value.multiply(BigDecimal.valueOf(unit.equals("w") || unit.equals("万") ? 10_000 : 1_000));
    }

    private static String currency(Matcher matcher) {
        for (int group : new int[] {1, 5, 9}) {
            if (matcher.group(group) != null) {
                return CODES.getOrDefault(matcher.group(group).toLowerCase(Locale.ROOT), "CNY");
            }
        }
        return "CNY";
    }

    private static @Nullable BigDecimal factor(String text, BigDecimal high, String currency, double months) {
        if (HOURLY.matcher(text).find()) {
            return HOURS;
        }
        if (DAILY.matcher(text).find()) {
            return DAYS;
        }
        BigDecimal yearly = BigDecimal.ONE.divide(BigDecimal.valueOf(months), MathContext.DECIMAL64);
        boolean monthly = MONTHLY.matcher(text).find();
        if (YEARLY.matcher(text).find() && !monthly) {
            return yearly;
        }
        if (monthly || currency.equals("JPY")) {
            return BigDecimal.ONE;
        }
        return high.compareTo(BigDecimal.valueOf(likelyYearly(currency))) >= 0 ? yearly : BigDecimal.ONE;
    }

    private static int likelyYearly(String currency) {
        return switch (currency) {
            case "CNY", "HKD", "MOP" -> 100_000;
            case "TWD" -> 400_000;
            default -> 20_000;
        };
    }

    private static boolean plausible(long monthly, String currency) {
        int scale = currency.equals("JPY") ? 20 : 1;
        int least = switch (currency) {
            case "CNY", "HKD", "MOP", "TWD", "JPY" -> 1_000;
            default -> 200;
        };
        return monthly >= (long) least * scale && monthly <= 1_000_000L * scale;
    }
}
