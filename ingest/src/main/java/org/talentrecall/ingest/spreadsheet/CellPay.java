package org.talentrecall.ingest.spreadsheet;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.Pay;
import org.talentrecall.archive.text.PayReader;
import org.talentrecall.archive.text.TextFolding;
import org.talentrecall.ingest.spreadsheet.file.CellValue;

/** Pay of cells; a bare figure takes its unit from the header: "期望薪资（K）", "年薪（万）". */
final class CellPay {
    private static final Pattern BARE = Pattern.compile("\\d+(?:\\.\\d+)?(?:\\s*[-~–—至到]\\s*\\d+(?:\\.\\d+)?)?");
    private static final Pattern YEARLY =
            Pattern.compile("年薪|年包|总包|年收入|/年|万年|annual|yearly|per year|/year|p\\.?a\\.?\\b");
    private static final Pattern TEN_THOUSANDS = Pattern.compile("万|(?<![a-z])w(?![a-z])");
    private static final Pattern THOUSANDS = Pattern.compile("千|(?<![a-z])k(?![a-z])");
    /** Currencies that headers name, the more telling signs first. */
    private static final Map<Pattern, String> CURRENCIES = currencies();

    private static final Pattern FIGURES = Pattern.compile("[\\d,.\\s万w–—~至到-]+");

    private static final Pattern OWN_CURRENCY =
            Pattern.compile("元|[￥¥$€£]|usd|cny|rmb|hkd|eur|sgd|gbp|jpy|twd|ntd|mop|aud|cad|港币|台币|澳门币|澳币|加币|美金");

    private CellPay() {}

    static @Nullable Pay read(CellValue value, String header) {
        String written = value.shown().strip();
        String unit = TextFolding.fold(header);
        String bare = TextFolding.fold(written);
        boolean yearly = YEARLY.matcher(unit).find();
        String currency = OWN_CURRENCY.matcher(bare).find() ? "" : currency(unit);
        boolean figure =
                BARE.matcher(bare).matches() || yearly && FIGURES.matcher(bare).matches();
        String words = figure ? withUnit(currency + bare, unit) : currency + written;
        return PayReader.read(words)
                .map(pay -> new Pay(pay.minMonthly(), pay.maxMonthly(), pay.currency(), pay.months(), written))
                .orElse(null);
    }

    private static Map<Pattern, String> currencies() {
        Map<Pattern, String> currencies = new LinkedHashMap<>();
        currencies.put(Pattern.compile("hkd|hk\\$|港币|港元"), "HKD ");
        currencies.put(Pattern.compile("sgd|s\\$|新币|新元"), "SGD ");
        currencies.put(Pattern.compile("twd|ntd|nt\\$|台币"), "TWD ");
        currencies.put(Pattern.compile("(?<![a-z])mop|澳门[元币]"), "MOP ");
        currencies.put(Pattern.compile("(?<![a-z])aud|a\\$|澳元|澳币"), "AUD ");
        currencies.put(Pattern.compile("(?<![a-z])cad|c\\$|加元|加币"), "CAD ");
        currencies.put(Pattern.compile("eur|€|欧元"), "EUR ");
        currencies.put(Pattern.compile("gbp|£|英镑"), "GBP ");
        currencies.put(Pattern.compile("jpy|日元"), "JPY ");
        currencies.put(Pattern.compile("usd|美元|美金|\\$"), "USD ");
        return currencies;
    }

    private static String currency(String header) {
        return CURRENCIES.entrySet().stream()
                .filter(currency -> currency.getKey().matcher(header).find())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static String withUnit(String figure, String header) {
        StringBuilder words = new StringBuilder(YEARLY.matcher(header).find() ? "年薪" : "").append(figure);
        if (TEN_THOUSANDS.matcher(figure).find()) {
            return words.toString();
        }
        if (TEN_THOUSANDS.matcher(header).find()) {
            words.append('万');
        } else if (THOUSANDS.matcher(header).find()) {
            words.append('K');
        }
        return words.toString();
    }

    /** One budget from its two ends; either may be missing. */
    static @Nullable Pay range(@Nullable Pay from, @Nullable Pay to) {
        if (from == null || to == null) {
            return from == null ? to : from;
        }
        if (!from.currency().equals(to.currency()) || to.maxMonthly() < from.minMonthly()) {
            return from;
        }
        return new Pay(
                from.minMonthly(),
                to.maxMonthly(),
                from.currency(),
                Math.max(from.months(), to.months()),
                from.asWritten() + "-" + to.asWritten());
    }
}
