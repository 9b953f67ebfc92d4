package org.talentrecall.ingest.spreadsheet.file.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers without a format: as many digits as eleven places hold, as Excel shows and exports them. */
public final class GeneralFormat {
    /** Digits that a spreadsheet keeps. */
    static final MathContext KEPT = new MathContext(15, RoundingMode.HALF_UP);

    private static final int PLACES = 11;
    private static final int DIGITS_WITH_EXPONENT = 6;
    private static final double LEAST_PLAIN = 1e-4;
    private static final double FIRST_WITH_EXPONENT = 1e11;

    private GeneralFormat() {}

    /** A number as a cell without a format shows it when it is wide enough. */
    public static String shown(double number) {
        if (number == 0) {
            return "0";
        }
        if (!Double.isFinite(number)) {
            return "#NUM!";
        }
        BigDecimal exact = new BigDecimal(number).round(KEPT);
        double size = Math.abs(number);
        if (size >= FIRST_WITH_EXPONENT || size < LEAST_PLAIN && needsExponent(exact)) {
            return withExponent(exact);
        }
        int whole = Math.max(1, exact.precision() - exact.scale());
        BigDecimal rounded = exact.setScale(Math.max(0, PLACES - 1 - whole), RoundingMode.HALF_UP);
        if (size < 1) {
            rounded = exact.setScale(PLACES - 2, RoundingMode.HALF_UP);
        }
        return plain(rounded);
    }

    private static boolean needsExponent(BigDecimal exact) {
        return exact.stripTrailingZeros().scale() > PLACES - 2;
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String withExponent(BigDecimal exact) {
        int size = Math.abs(exact.precision() - exact.scale() - 1);
        int digits = size < 100 ? DIGITS_WITH_EXPONENT : DIGITS_WITH_EXPONENT - 1;
        BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_UP));
        int exponent = rounded.precision() - rounded.scale() - 1;
        BigDecimal mantissa = rounded.movePointLeft(exponent);
        return plain(mantissa) + "E" + (exponent < 0 ? "-" : "+") + (Math.abs(exponent) < 10 ? "0" : "")
                + Math.abs(exponent);
    }
}
