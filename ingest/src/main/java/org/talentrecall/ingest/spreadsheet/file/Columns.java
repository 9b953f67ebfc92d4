package org.talentrecall.ingest.spreadsheet.file;

import java.util.Comparator;

/** Column letters and their numbers from 0. */
public final class Columns {
    /** From left to right. */
    public static final Comparator<String> ORDER =
            (left, right) -> left.length() == right.length() ? left.compareTo(right) : left.length() - right.length();

    /** Excel's own limit. */
    static final int MOST = 16_384;

    private static final int LETTERS = 26;
    private static final String[] NAMES = names();

    private Columns() {}

    static String name(int index) {
        return NAMES[index];
    }

    /** The column of a cell reference such as {@code AB12}, or -1 when it is none. */
    public static int index(String reference) {
        int index = 0;
        int at = 0;
        while (at < reference.length() && reference.charAt(at) >= 'A' && reference.charAt(at) <= 'Z') {
            index = index * LETTERS + reference.charAt(at) - 'A' + 1;
            at++;
            if (index > MOST) {
                return -1;
            }
        }
        return index - 1;
    }

    private static String[] names() {
        String[] names = new String[MOST];
        for (int i = 0; i < MOST; i++) {
            StringBuilder name = new StringBuilder();
            for (int rest = i; rest >= 0; rest = rest / LETTERS - 1) {
                name.insert(0, (char) ('A' + rest % LETTERS));
            }
            names[i] = name.toString();
        }
        return names;
    }
}
