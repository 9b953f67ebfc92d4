package org.talentrecall.archive.linkage;

import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.jspecify.annotations.Nullable;

/**
 * How two values of a field are compared. Values are in their matching form already: folded, numbers as digits, dates as
 * digits from the year on.
 */
public enum Comparison {
    /** Family names; compared together with given names, see {@link NameAgreement}. */
    SURNAME,
    GIVEN_NAME,
    /** Whether family and given name stand in the same order, where the source tells which is which. */
    NAME_ORDER,
    /** Equal, or else nothing is said: somebody may well have two accounts, and write two mails. */
    EXACT,
    /** Addresses of pages: two on one site are two people's. */
    PAGE,
    /** Numbers that somebody typed: telephones, house numbers, ids. */
    DIGITS,
    DATE,
    MAIL,
    TEXT;

    private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();
    private static final double CLOSE = 0.92;
    private static final double LOOSE = 0.82;
    private static final int YEAR = 4;
    private static final int LONG_NUMBER = 6;
    private static final int TELLING_LOCAL_PART = 5;
    private static final String NUMERALS = "一二三四五六七八九十百";

    /** Compares two values that are there; null when two that differ say nothing. */
    @Nullable
    Level compare(String one, String other) {
        if (one.equals(other)) {
            return Level.SAME;
        }
        return switch (this) {
            case SURNAME, GIVEN_NAME, NAME_ORDER -> Level.DIFFERENT;
            case EXACT -> null;
            case PAGE -> site(one).equals(site(other)) ? Level.DIFFERENT : null;
            case DIGITS -> digits(one, other);
            case DATE -> date(one, other);
            case MAIL -> mail(one, other);
            case TEXT -> numberedApart(one, other) ? Level.DIFFERENT : text(one, other);
        };
    }

    private static String site(String url) {
        int path = url.indexOf('/', url.indexOf("//") + 2);
        return path < 0 ? url : url.substring(0, path);
    }

    /** True for 中铁十一局 and 中铁十二局, 第3中学 and 第4中学: alike but for their number, and two all the more. */
    private static boolean numberedApart(String one, String other) {
        int i = nextNumeral(one, 0);
        int j = nextNumeral(other, 0);
        if (i == one.length() || j == other.length()) {
            return false;
        }
        while (i < one.length() && j < other.length()) {
            if (one.charAt(i) != other.charAt(j)) {
                return true;
            }
            i = nextNumeral(one, i + 1);
            j = nextNumeral(other, j + 1);
        }
        return i < one.length() || j < other.length();
    }

    private static int nextNumeral(String text, int from) {
        int at = from;
        while (at < text.length() && !isNumeral(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isNumeral(char sign) {
        return (sign >= '0' && sign <= '9') || (sign >= '一' && NUMERALS.indexOf(sign) >= 0);
    }

    /** Jaro–Winkler with the thresholds that every text is held to. */
    static Level text(String one, String other) {
        if (mostSimilar(one, other) < LOOSE) {
            return Level.DIFFERENT;
        }
        double similarity = JARO_WINKLER.apply(one, other);
        if (similarity >= CLOSE) {
            return Level.CLOSE;
        }
        return similarity >= LOOSE ? Level.LOOSE : Level.DIFFERENT;
    }

    /** Never less than the similarity, and far cheaper: as if all signs in common stood in order and right at the start. */
    private static double mostSimilar(String one, String other) {
        int longer = Math.max(one.length(), other.length());
        double common = longer - Slips.bagDistance(one, other);
        double jaro = (common / one.length() + common / other.length() + 1) / 3;
        return one.charAt(0) == other.charAt(0) ? jaro + 0.4 * (1 - jaro) : jaro;
    }

    private static Level digits(String one, String other) {
        int slips = Slips.between(one, other, 2);
        if (slips <= 1 && Math.min(one.length(), other.length()) > 1) {
            return Level.CLOSE;
        }
        boolean both = one.length() >= LONG_NUMBER && other.length() >= LONG_NUMBER;
        return both && slips <= 2 ? Level.LOOSE : Level.DIFFERENT;
    }

    private static Level date(String one, String other) {
        if (one.length() == YEAR && other.length() == YEAR) {
            return Math.abs(Integer.parseInt(one) - Integer.parseInt(other)) == 1 ? Level.CLOSE : Level.DIFFERENT;
        }
        if (one.length() != other.length()) {
            return one.startsWith(other) || other.startsWith(one) ? Level.SOUND : Level.DIFFERENT;
        }
        int slips = Slips.between(one, other, 2);
        if (slips <= 1 || dayForMonth(one).equals(other)) {
            return Level.CLOSE;
        }
        return slips <= 2 ? Level.LOOSE : Level.DIFFERENT;
    }

    private static String dayForMonth(String date) {
        return date.length() == 8 ? date.substring(0, 4) + date.substring(6) + date.substring(4, 6) : date;
    }

    private static Level mail(String one, String other) {
        int at = one.indexOf('@');
        int otherAt = other.indexOf('@');
        if (at < 0 || otherAt < 0) {
            return text(one, other);
        }
        String local = one.substring(0, at);
        String otherLocal = other.substring(0, otherAt);
        if ((local.equals(otherLocal) && at >= TELLING_LOCAL_PART) || Slips.between(one, other, 2) <= 2) {
            return Level.CLOSE;
        }
        return text(local, otherLocal) == Level.CLOSE ? Level.LOOSE : Level.DIFFERENT;
    }
}
