package org.talentrecall.config.cli;

import java.util.ArrayList;
import java.util.List;

/** A plain text table whose columns line up in a terminal, Chinese characters counting two cells. */
final class TextTable {
    private final List<List<String>> rows = new ArrayList<>();
    private final String alignment;

    /** @param alignment one letter a column: {@code l} left, {@code r} right */
    TextTable(String alignment, List<String> head) {
        this.alignment = alignment;
        add(head);
    }

    TextTable add(List<String> row) {
        if (row.size() != alignment.length()) {
            throw new IllegalArgumentException("A row needs " + alignment.length() + " cells, got " + row.size());
        }
        rows.add(List.copyOf(row));
        return this;
    }

    int size() {
        return rows.size() - 1;
    }

    @Override
    public String toString() {
        int[] widths = new int[alignment.length()];
        for (List<String> row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], width(row.get(column)));
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            text.append(line(row, widths).stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = row.get(column);
            String blanks = " ".repeat(widths[column] - width(cell));
            line.append(column == 0 ? "" : "  ");
            line.append(alignment.charAt(column) == 'r' ? blanks + cell : cell + blanks);
        }
        return line.toString();
    }

    /** Terminal cells: two for East Asian wide and full-width characters (Unicode Standard Annex 11), else one. */
    static int width(String text) {
        return text.codePoints().map(TextTable::width).sum();
    }

    private static int width(int codePoint) {
        boolean wide = (codePoint >= 0x1100 && codePoint <= 0x115F)
                || (codePoint >= 0x2E80 && codePoint <= 0xA4CF)
                || (codePoint >= 0xAC00 && codePoint <= 0xD7A3)
                || (codePoint >= 0xF900 && codePoint <= 0xFAFF)
                || (codePoint >= 0xFE30 && codePoint <= 0xFE6F)
                || (codePoint >= 0xFF00 && codePoint <= 0xFF60)
                || (codePoint >= 0xFFE0 && codePoint <= 0xFFE6)
                || (codePoint >= 0x20000 && codePoint <= 0x3FFFD);
        return wide ? 2 : 1;
    }
}
