package org.talentrecall.ingest.document;

/**
 * How much bytes look like everyday Chinese under one of the two legacy encodings. Both order their characters by how
 * common they are: GB2312 rows 16–55 and Big5 from A440 to C67E hold the everyday ones (source: GB/T 2312-1980, Big5-1984).
 */
final class ChineseLikeness {
    /** Names with a rare character reach it; Latin text with accents does not. */
    static final double PLAUSIBLE = 0.5;

    /** Below it, text that is well-formed UTF-8 as well is UTF-8. */
    static final double CERTAIN = 0.75;

    private static final double COMMON = 1;
    private static final double UNCOMMON = 0.6;
    private static final double RARE = 0.1;

    private ChineseLikeness() {}

    /** From 0 to 1; 0 when no pair of bytes is a Chinese character. */
    static double of(byte[] bytes, boolean big5) {
        double sum = 0;
        int pairs = 0;
        boolean common = false;
        int i = 0;
        while (i < bytes.length) {
            int lead = bytes[i] & 0xFF;
            if (lead < 0x80) {
                i++;
                continue;
            }
            int trail = i + 1 < bytes.length ? bytes[i + 1] & 0xFF : -1;
            if (trail < 0) {
                break;
            }
            double weight = big5 ? big5(lead, trail) : simplified(lead, trail);
            if (weight >= 0) {
                sum += weight;
                pairs++;
                common |= weight == COMMON;
            }
            i += trail < 0x40 && !(trail >= 0x30 && trail <= 0x39) ? 1 : 2;
        }
        // "ção" is a pair of accents and a rare character, so without a single common one the rest proves nothing.
        return pairs == 0 || !common ? 0 : sum / pairs;
    }

    /** Negative for punctuation and full-width letters, which tell nothing. */
    private static double simplified(int lead, int trail) {
        if (trail < 0x40 || trail == 0x7F || lead == 0x80 || lead == 0xFF) {
            return 0;
        }
        if (trail < 0xA1) {
            return RARE;
        }
        if (lead >= 0xA1 && lead <= 0xA3) {
            return -1;
        }
        if (lead >= 0xB0 && lead <= 0xD7) {
            return COMMON;
        }
        return lead >= 0xD8 && lead <= 0xF7 ? UNCOMMON : RARE;
    }

    private static double big5(int lead, int trail) {
        boolean pair = trail >= 0x40 && trail <= 0x7E || trail >= 0xA1 && trail <= 0xFE;
        if (!pair || lead < 0xA1 || lead > 0xF9) {
            return 0;
        }
        if (lead <= 0xA3) {
            return -1;
        }
        if (lead <= 0xC6) {
            return COMMON;
        }
        return lead >= 0xC9 ? UNCOMMON / 2 : 0;
    }
}
