package org.talentrecall.ingest.spreadsheet.file;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rows of delimited text. A row's number is that which Excel gives it: a quoted cell of several lines is one row. */
final class DelimitedRows implements WorkbookRows {
    private static final int SAMPLE = 1 << 16;
    private static final char BYTE_ORDER_MARK = '\ufeff';
    /** Excel keeps leading zeros of {@code ="0012"}. */
    private static final Pattern KEPT_AS_TEXT = Pattern.compile("=\"(.*)\"");

    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> records;
    private int number;

    private DelimitedRows(CsvReader<CsvRecord> reader) {
        this.reader = reader;
        this.records = reader.iterator();
    }

    static DelimitedRows open(Path file, Charset charset) throws IOException {
        Reader text = new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset), SAMPLE * 2);
        try {
            text.mark(SAMPLE);
            char[] head = new char[SAMPLE];
            int length = 0;
            for (int read = 0; read >= 0 && length < SAMPLE; length += Math.max(read, 0)) {
                read = text.read(head, length, SAMPLE - length);
            }
            text.reset();
            int mark = length > 0 && head[0] == BYTE_ORDER_MARK ? 1 : 0;
            if (text.skip(mark) != mark) {
                throw new IOException("The text ended before its first character");
            }
            String sample = new String(head, mark, length - mark);
            return new DelimitedRows(
                    DelimitedText.reader(DelimitedText.delimiter(sample)).ofCsvRecord(text));
        } catch (IOException | RuntimeException failure) {
            text.close();
            throw failure;
        }
    }

    @Override
    public @Nullable SheetRow next() throws UnreadableWorkbook, IOException {
        try {
            while (records.hasNext()) {
                CsvRecord record = records.next();
                number++;
                boolean hint = number == 1 && record.getField(0).startsWith("sep=");
                List<SheetCell> cells = hint ? List.of() : cells(record);
                if (!cells.isEmpty()) {
                    return new SheetRow("", 0, false, number, cells);
                }
            }
            return null;
        } catch (CsvParseException failure) {
            throw new UnreadableWorkbook(
                    UnreadableWorkbook.Code.BROKEN,
                    "has a row without end near row " + (number + 1)
                            + "; look for a quotation mark that is never closed",
                    failure);
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    private static List<SheetCell> cells(CsvRecord record) {
        List<SheetCell> cells = new ArrayList<>();
        for (int i = 0; i < Math.min(record.getFieldCount(), Columns.MOST); i++) {
            String text = record.getField(i);
            Matcher kept = KEPT_AS_TEXT.matcher(text);
            String bare = kept.matches() ? kept.group(1) : text;
            if (!bare.isBlank()) {
                cells.add(new SheetCell(Columns.name(i), new CellValue.Text(shortened(bare))));
            }
        }
        return cells;
    }

    private static String shortened(String text) {
        return text.length() <= XlsxText.MOST_CHARACTERS ? text : text.substring(0, XlsxText.MOST_CHARACTERS);
    }

    @Override
    public @Nullable LocalDate savedOn() {
        return null;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
