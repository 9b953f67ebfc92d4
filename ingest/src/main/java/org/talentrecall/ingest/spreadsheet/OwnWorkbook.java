package org.talentrecall.ingest.spreadsheet;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.intake.Reading;
import org.talentrecall.ingest.spreadsheet.file.SheetRow;

/**
 * A workbook that the program wrote itself and people send back: a review, rejected rows. A sheet, usually hidden, marks it
 * by its name {@code _talent_recall_} with what the workbook is. Such a workbook is never searched for tables of people.
 *
 * @param kind what it is, in lower case: {@code review}, {@code rejected}
 */
public record OwnWorkbook(String kind) {
    /** What the marking sheet's name begins with. */
    public static final String MARK = "_talent_recall_";

    /** What the names of a workbook's sheets tell. */
    public static Optional<OwnWorkbook> of(List<String> sheetNames) {
        return sheetNames.stream()
                .filter(name -> name.startsWith(MARK) && name.length() > MARK.length())
                .map(name -> new OwnWorkbook(name.substring(MARK.length()).toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** Reads the program's own workbooks of one kind. */
    public interface Reader {
        /** The kind it reads. */
        String kind();

        /** Begins with a file; what it gives is used for this file alone, from the first row to the last. */
        Rows begin(WorkbookPlace place, Sent sent);
    }

    /**
     * Who gave the workbook back and when, as far as it can be known without its rows.
     *
     * @param by the sender of the mail it came with, or null
     * @param at when that mail was sent, or else when the file says it was saved; null when nothing tells
     */
    public record Sent(@Nullable String by, @Nullable Instant at) {}

    /** Reads one file row by row. */
    @FunctionalInterface
    public interface Rows {
        /** The readings of a row, none for rows that say nothing; the marking sheet's rows come too. */
        List<Reading> read(SheetRow row);
    }
}
