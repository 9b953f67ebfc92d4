package org.talentrecall.ingest.spreadsheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.ingest.spreadsheet.file.UnreadableWorkbook;

/**
 * How one file is understood, before anything of it is stored: its tables, what their columns hold and why, what is left
 * out and why, and the settings lines that say the same explicitly. Immutable.
 *
 * @param file as the container is called, relative to the source
 * @param problem why it cannot be read to its end, as a sentence; null when it can
 * @param tables in the order of the file; also those that are not read because their mapping is not certain enough
 * @param elsewhere what stands outside of tables
 */
public record MappingPreview(
        String file, @Nullable String problem, List<TablePreview> tables, List<Skipped> elsewhere) {
    public MappingPreview {
        tables = List.copyOf(tables);
        elsewhere = List.copyOf(elsewhere);
    }

    /**
     * One table.
     *
     * @param sheet the sheet's name; empty for delimited files
     * @param hiddenSheet whether the sheet is hidden from the people who use the workbook; it is read all the same
     * @param kind what its rows are about; null when that cannot be told
     * @param confidence of kind and key columns, 0 to 1
     * @param read whether it is read; when not, the settings must say what it is
     * @param headerRow number of the last row of headers, 0 for none
     * @param headerRows how many rows of headers
     * @param columns from left to right, also those that are not understood
     * @param rows rows below the headers that become records, whether stored or rejected
     * @param rejected those of them that are rejected
     * @param repeated those of them that say the same as one before
     * @param hiddenRows how many rows are hidden, by hand or by a filter; they are read all the same
     * @param skipped rows that are left out, the first {@link #MOST_SKIPPED} of them
     * @param skippedRows how many are left out
     * @param settings YAML lines for the source in the settings ({@code sheets:}) that say the same explicitly
     */
    public record TablePreview(
            String sheet,
            boolean hiddenSheet,
            @Nullable SheetKind kind,
            double confidence,
            boolean read,
            int headerRow,
            int headerRows,
            List<ColumnPreview> columns,
            long rows,
            long rejected,
            long repeated,
            long hiddenRows,
            List<Skipped> skipped,
            long skippedRows,
            String settings) {
        private static final Pattern RECRUITING = Pattern.compile(
                "候选|应聘|应征|求职|面试|面谈|招聘|人才库|简历|录用|offer|candidate|applicant|applied|interview|recruit|talent|r[eé]sum[eé]|hiring",
                Pattern.CASE_INSENSITIVE);
        /** More are counted, not listed. */
        public static final int MOST_SKIPPED = 20;

        public TablePreview {
            columns = List.copyOf(columns);
            skipped = List.copyOf(skipped);
        }

        /**
         * Whether something in it speaks of candidates or openings, and not of people alone, as a roster does.
         *
         * @param file the file's name
         */
        public boolean isAboutRecruiting(String file) {
            return kind == SheetKind.DO_NOT_CONTACT
                    || kind == SheetKind.CONNECTIONS
                    || RECRUITING.matcher(file + ' ' + sheet).find()
                    || columns.stream()
                            .anyMatch(column -> column.fields().stream().anyMatch(Field.OF_RECRUITING::contains)
                                    || RECRUITING.matcher(column.header()).find());
        }
    }

    /**
     * One column.
     *
     * @param column its letters
     * @param header as written, two lines parted by a slash; empty for none
     * @param fields what its cells hold; none when it is not understood, several when they share the cells
     * @param round the interview it belongs to, for example 一面; null for the row as a whole
     * @param confidence 0 to 1
     * @param why null when it is not understood
     */
    public record ColumnPreview(
            String column,
            String header,
            List<Field> fields,
            @Nullable String round,
            double confidence,
            @Nullable Recognition why) {
        public ColumnPreview {
            fields = List.copyOf(fields);
        }
    }

    /**
     * Something that is not read as a record.
     *
     * @param row 0 for a sheet as a whole
     * @param code stable upper-case reason, for example {@code TITLE}, {@code SUM}, {@code SIGNATURE}, {@code NOTE}
     */
    public record Skipped(String sheet, int row, String code) {}

    /**
     * Reads a file to its end and tells how it was understood.
     *
     * @param file the bytes
     * @param place what the container is called
     * @throws IOException when the file cannot be read from the disk; a file that is no workbook gives a {@link #problem}
     */
    public static MappingPreview of(Path file, WorkbookPlace place, WorkbookRules rules) throws IOException {
        try (WorkbookScan scan = WorkbookScan.open(file, place, rules)) {
            while (scan.next() != null) {
                // What the rows say is of no interest here; the scan counts them.
            }
            return scan.preview();
        } catch (UnreadableWorkbook why) {
            return new MappingPreview(place.path(), WorkbookScan.sentence(place, why), List.of(), List.of());
        }
    }
}
