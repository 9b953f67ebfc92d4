package org.talentrecall.ingest.spreadsheet;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.Pay;
import org.talentrecall.archive.text.PayReader;
import org.talentrecall.archive.text.TextFolding;
import org.talentrecall.ingest.spreadsheet.file.CellValue;

/** Pay of cells; a bare figure takes its unit from the header: "期望薪资（K）", "年薪（万）". */
final class CellPay {
    private static final Pattern BARE = Pattern.compile("\\d+(?:\\.\\d+)?(?:\\s*[-~至到]\\s*\\d+(?:\\.\\d+)?)?");
    private static final Pattern YEARLY = Pattern.compile("年薪|/年|万年|annual|yearly|per year|/year|p\\.?a\\.?\\b");
    private static final Pattern TEN_THOUSANDS = Pattern.compile("万");
    private static final Pattern THOUSANDS = Pattern.compile("千|(?<![a-z])k(?![a-z])");
    private static final Pattern DOLLARS = Pattern.compile("usd|美元|\\$");

    private static final Pattern OTHER_CURRENCY =
            Pattern.compile("[万元￥¥$€£]|USD|CNY|RMB|HKD|EUR", Pattern.CASE_INSENSITIVE);

    private CellPay() {}

    static @Nullable Pay read(CellValue value, String header) {
        String written = value.shown().strip();
        String unit = TextFolding.fold(header);
        String words = BARE.matcher(written).matches() ? withUnit(written, unit) : written;
        if (DOLLARS.matcher(unit).find() && !OTHER_CURRENCY.matcher(written).find()) {
            words = "USD " + words;
        }
        return PayReader.read(words)
                .map(pay -> new Pay(pay.minMonthly(), pay.maxMonthly(), pay.currency(), pay.months(), written))
                .orElse(null);
    }

    private static String withUnit(String figure, String header) {
        StringBuilder words = new StringBuilder(YEARLY.matcher(header).find() ? "年薪" : "").append(figure);
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
