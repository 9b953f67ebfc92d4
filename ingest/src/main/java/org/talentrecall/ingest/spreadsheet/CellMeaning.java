package org.talentrecall.ingest.spreadsheet;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.fact.Pay;
import org.talentrecall.ingest.spreadsheet.file.CellValue;

/** Understands the cells of one table, and remembers words that come again. Not safe for use by several threads. */
final class CellMeaning {
    private static final int A_MONTH = 31;
    private static final char BETWEEN = '\u001f';

    private final @Nullable LocalDate savedOn;
    private final @Nullable LocalDate period;
    private final Remembered<CellDates.Told> dates =
            new Remembered<>(words -> CellDates.told(new CellValue.Text(words)));
    private final Remembered<Optional<Pay>> pays = new Remembered<>(words -> {
        int end = words.indexOf(BETWEEN);
        return Optional.ofNullable(CellPay.read(new CellValue.Text(words.substring(end + 1)), words.substring(0, end)));
    });
    private final Remembered<Optional<String>> meanings = new Remembered<>(words -> {
        int end = words.indexOf(BETWEEN);
        return CellWords.read(words.substring(0, end), words.substring(end + 1));
    });

    /**
     * @param savedOn when the file was last saved, for words like "last year"; null when it does not tell
     * @param period a day in the middle of the time that the sheet's name or title gives, for dates without a year; or null
     */
    CellMeaning(@Nullable LocalDate savedOn, @Nullable LocalDate period) {
        this.savedOn = savedOn;
        this.period = period;
    }

    @Nullable
    LocalDate savedOn() {
        return savedOn;
    }

    @Nullable
    LocalDate period() {
        return period;
    }

    /**
     * The date a cell tells.
     *
     * @param rowDay the day the row itself gives, looked up only for words that need it; may supply null
     * @param past whether it is of something that has happened, and not promised or planned
     */
    @Nullable
    PartialDate date(CellValue value, Supplier<@Nullable LocalDate> rowDay, boolean past) {
        CellValue told = CellDates.monthPointDay(value, period != null ? period : savedOn);
        return told == null ? read(value, rowDay, past) : read(told, rowDay, past);
    }

    private @Nullable PartialDate read(CellValue value, Supplier<@Nullable LocalDate> rowDay, boolean past) {
        CellDates.Told told = value instanceof CellValue.Text text ? dates.read(text.shown()) : CellDates.told(value);
        LocalDate from = switch (told.needs()) {
            case NOTHING, MORE_THAN_A_DAY -> null;
            case A_YEAR -> period != null ? period : orSaved(rowDay.get());
            case A_DAY -> orSaved(rowDay.get());
        };
        if (from == null) {
            return told.date();
        }
        PartialDate date = CellDates.relative(value, from);
        boolean ahead = date != null
                && past
                && told.needs() == CellDates.Needs.A_YEAR
                && from.equals(savedOn)
                && date.earliest().isAfter(from.plusDays(A_MONTH));
        // A list tells of what has happened: "1月3日" in a file of November is this January's.
        return ahead ? CellDates.relative(value, from.minusMonths(6)) : date;
    }

    private @Nullable LocalDate orSaved(@Nullable LocalDate day) {
        return day != null ? day : savedOn;
    }

    @Nullable
    Pay pay(CellValue value, String header) {
        return pays.read(header + BETWEEN + value.shown()).orElse(null);
    }

    /** The meaning of words in a column of {@code words.tsv}. */
    Optional<String> word(String column, String words) {
        return meanings.read(column + BETWEEN + words);
    }
}
