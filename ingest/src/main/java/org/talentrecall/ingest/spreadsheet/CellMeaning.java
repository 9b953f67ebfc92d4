package org.talentrecall.ingest.spreadsheet;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.fact.Pay;
import org.talentrecall.ingest.spreadsheet.file.CellValue;

/** Understands the cells of one file, and remembers words that come again. Not safe for use by several threads. */
final class CellMeaning {
    private static final char BETWEEN = '\u001f';

    private final @Nullable LocalDate savedOn;
    private final Remembered<Optional<PartialDate>> dates;
    private final Remembered<Optional<Pay>> pays = new Remembered<>(words -> {
        int end = words.indexOf(BETWEEN);
        return Optional.ofNullable(CellPay.read(new CellValue.Text(words.substring(end + 1)), words.substring(0, end)));
    });
    private final Remembered<Optional<String>> meanings = new Remembered<>(words -> {
        int end = words.indexOf(BETWEEN);
        return CellWords.read(words.substring(0, end), words.substring(end + 1));
    });

    /** @param savedOn when the file was last saved, for words like "last year"; null when it does not tell */
    CellMeaning(@Nullable LocalDate savedOn) {
        this.savedOn = savedOn;
        this.dates = new Remembered<>(words -> Optional.ofNullable(CellDates.read(new CellValue.Text(words), savedOn)));
    }

    @Nullable
    PartialDate date(CellValue value) {
        return value instanceof CellValue.Text text
                ? dates.read(text.shown()).orElse(null)
                : CellDates.read(value, savedOn);
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
