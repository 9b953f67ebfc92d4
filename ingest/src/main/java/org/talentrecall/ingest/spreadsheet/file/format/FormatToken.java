package org.talentrecall.ingest.spreadsheet.file.format;

/**
 * A part of a number format.
 *
 * @param text the characters themselves, or what a literal shows
 */
record FormatToken(Kind kind, String text) {
    /** What a part does. */
    enum Kind {
        /** Shown as it is. */
        LITERAL,
        /** One of {@code 0 # ?}. */
        DIGIT,
        POINT,
        /** Groups thousands between digits, divides by a thousand behind them. */
        COMMA,
        PERCENT,
        /** {@code E+} or {@code E-}. */
        EXPONENT,
        SLASH,
        /** Letters of a date or time: {@code yyyy}, {@code mm}, {@code AM/PM}; {@code [hh]} with its brackets. */
        DATE,
        GENERAL,
        /** {@code @}: the text of the cell. */
        TEXT
    }

    boolean is(Kind other) {
        return kind == other;
    }
}
