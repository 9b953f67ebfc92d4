package org.talentrecall.ingest.spreadsheet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.text.DateReader;
import org.talentrecall.ingest.spreadsheet.file.CellValue;

/** Dates of cells: as the workbook stores them, as bare serials, as words. */
final class CellDates {
    private static final Pattern COMPACT = Pattern.compile("((?:19|20)\\d{2})(\\d{2})(\\d{2})?");
    /** Two days that show whether words mean a day by themselves or only seen from another one. */
    private static final LocalDate ONE_DAY = LocalDate.of(2001, 3, 5);

    private static final LocalDate OTHER_DAY = LocalDate.of(2019, 9, 14);

    private CellDates() {}

    /** @param seenFrom the day relative words count from; null leaves such words unread */
    static @Nullable PartialDate read(CellValue value, @Nullable LocalDate seenFrom) {
        if (value instanceof CellValue.Date date) {
            return PartialDate.of(date.value().toLocalDate());
        }
        if (value instanceof CellValue.Figure number && number.asDate().isPresent()) {
            return PartialDate.of(number.asDate().get().toLocalDate());
        }
        String written = value.shown().strip();
        Matcher compact = COMPACT.matcher(written);
        if (compact.matches()) {
            return compact(compact);
        }
        if (seenFrom != null) {
            return DateReader.read(written, seenFrom).orElse(null);
        }
        Optional<PartialDate> read = DateReader.read(written, ONE_DAY);
        return read.equals(DateReader.read(written, OTHER_DAY)) ? read.orElse(null) : null;
    }

    private static @Nullable PartialDate compact(Matcher digits) {
        try {
            return new PartialDate(
                    Integer.parseInt(digits.group(1)),
                    Integer.valueOf(digits.group(2)),
                    digits.group(3) == null ? null : Integer.valueOf(digits.group(3)));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }
}
