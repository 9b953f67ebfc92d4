package org.talentrecall.ingest.spreadsheet.file;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import org.apache.poi.ss.usermodel.DateUtil;

/** What a cell holds. Blank cells are not there at all; a formula counts as its cached value. */
public sealed interface CellValue {
    /** What a person sees in the cell; dates in ISO 8601. */
    String shown();

    /** Words, never blank. */
    record Text(String shown) implements CellValue {}

    /**
     * A number that no date format covers.
     *
     * @param shown as the cell's format displays it; plain digits where the format says nothing
     * @param from1904 whether the workbook counts days from 1904
     */
    record Figure(double value, String shown, boolean from1904) implements CellValue {
        /** Serials of the years 1954 to 2118: outside of them a bare number is hardly meant as a day. */
        private static final int FIRST_SERIAL = 20_000;

        private static final int LAST_SERIAL = 80_000;

        /** The day the number means when it stands in a column of dates without a date format. */
        public Optional<LocalDateTime> asDate() {
            boolean serial = value >= FIRST_SERIAL && value <= LAST_SERIAL && value == Math.rint(value);
            return serial ? Optional.ofNullable(DateUtil.getLocalDateTime(value, from1904)) : Optional.empty();
        }
    }

    /** A date, with a time where the serial has one. */
    record Date(LocalDateTime value) implements CellValue {
        @Override
        public String shown() {
            return value.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? value.toLocalDate().toString()
                    : value.toString();
        }
    }

    /** TRUE or FALSE. */
    record Flag(boolean value) implements CellValue {
        @Override
        public String shown() {
            return value ? "TRUE" : "FALSE";
        }
    }

    /** A formula that failed, for example {@code #N/A}. */
    record Failure(String shown) implements CellValue {}
}
