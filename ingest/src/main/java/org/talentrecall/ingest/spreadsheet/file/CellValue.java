package org.talentrecall.ingest.spreadsheet.file;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import org.apache.poi.ss.usermodel.DateUtil;

/** What a cell holds. Blank cells are not there at all; a formula counts as its cached value. */
public sealed interface CellValue {
    /** What a person sees in the cell; dates in ISO 8601. */
    String shown();

    /** The text that the workbook's own formats display: a date by the cell's format, long figures cut to its width. */
    default String displayed() {
        return shown();
    }

    /**
     * Words, never blank.
     *
     * @param displayed with what the cell's format puts around them
     */
    record Text(String shown, String displayed) implements CellValue {
        public Text(String shown) {
            this(shown, shown);
        }
    }

    /**
     * A number that no date format covers.
     *
     * @param shown as the cell's format displays it; plain digits where the format says nothing
     * @param displayed as Excel displays it, which cuts digits off where there is no format
     * @param from1904 whether the workbook counts days from 1904
     */
    record Figure(double value, String shown, String displayed, boolean from1904) implements CellValue {
        /** Serials of the years 1954 to 2118: outside of them a bare number is hardly meant as a day. */
        private static final int FIRST_SERIAL = 20_000;

        private static final int LAST_SERIAL = 80_000;

        Figure(double value, String shown, boolean from1904) {
            this(value, shown, shown, from1904);
        }

        /** The day the number means when it stands in a column of dates without a date format. */
        public Optional<LocalDateTime> asDate() {
            boolean serial = value >= FIRST_SERIAL && value <= LAST_SERIAL && value == Math.rint(value);
            return serial ? Optional.ofNullable(DateUtil.getLocalDateTime(value, from1904)) : Optional.empty();
        }
    }

    /**
     * A date, with a time where the serial has one.
     *
     * @param displayed as the cell's format displays it
     */
    record Date(LocalDateTime value, String displayed) implements CellValue {
        public Date(LocalDateTime value) {
            this(value, iso(value));
        }

        private static String iso(LocalDateTime value) {
            return value.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? value.toLocalDate().toString()
                    : value.toString();
        }

        @Override
        public String shown() {
            return iso(value);
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
