package org.talentrecall.archive.linkage;

import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/** How many slips of the pen lie between two strings: a sign more, less or wrong, or two neighbours turned. */
final class Slips {
    private static final DamerauLevenshteinDistance AT_MOST_TWO = new DamerauLevenshteinDistance(2);
    private static final int BAG = 64;

    private Slips() {}

    /** The number, or {@code most + 1} for more than {@code most}, which is two at the most. */
    static int between(String one, String other, int most) {
        if (Math.abs(one.length() - other.length()) > most || bagDistance(one, other) > most) {
            return most + 1;
        }
        int slips = AT_MOST_TWO.apply(one, other);
        return slips < 0 || slips > most ? most + 1 : slips;
    }

    /** Never more than the slips, and far cheaper: signs that one has more of than the other, whatever their order. */
    static int bagDistance(String one, String other) {
        byte[] bag = new byte[BAG];
        for (int i = 0; i < one.length(); i++) {
            bag[one.charAt(i) % BAG]++;
        }
        for (int i = 0; i < other.length(); i++) {
            bag[other.charAt(i) % BAG]--;
        }
        int more = 0;
        int less = 0;
        for (byte rest : bag) {
            if (rest > 0) {
                more += rest;
            } else {
                less -= rest;
            }
        }
        return Math.max(more, less);
    }
}
