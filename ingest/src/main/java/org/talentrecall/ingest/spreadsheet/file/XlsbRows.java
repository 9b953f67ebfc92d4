package org.talentrecall.ingest.spreadsheet.file;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.ss.usermodel.FormulaError;
import org.jspecify.annotations.Nullable;

/** Rows of binary workbooks ([MS-XLSB]). POI's reader of them gives the shown text only, not what a number means. */
final class XlsbRows implements WorkbookRows {
    private static final int ROW = 0;
    private static final int COLUMNS = 60;
    private static final int SHEET_DATA_END = 146;
    private static final int WORKBOOK_PROPERTIES = 153;
    private static final int SHEET = 156;
    private static final int SHARED_STRING = 19;
    private static final int FORMAT = 44;
    private static final int STYLE = 47;
    private static final int MERGE = 176;
    private static final int CELL_STYLES_BEGIN = 617;
    private static final int CELL_STYLES_END = 618;
    private static final int MOST_ROWS = 1_048_576;

    private final XlsxPackage file;
    private final List<XlsxPackage.Sheet> sheets = new ArrayList<>();
    private final List<NumberFormat> formats = new ArrayList<>();
    private final NumberFormat general = NumberFormat.of("General");
    private final SharedStrings strings;
    private final @Nullable Instant savedAt;
    private final Set<String> hiddenColumns = new HashSet<>();
    private boolean from1904;
    private int sheetIndex = -1;
    private @Nullable XlsbRecords sheet;
    private int row;
    private boolean rowHidden;

    XlsbRows(XlsxPackage file) throws IOException {
        this.file = file;
        this.savedAt = file.savedAt();
        readWorkbook();
        readStyles();
        this.strings = readStrings();
    }

    private void readWorkbook() throws IOException {
        try (XlsbRecords records = new XlsbRecords(file.part(file.workbook()))) {
            while (records.next()) {
                if (records.type() == WORKBOOK_PROPERTIES) {
                    from1904 = (records.intAt(0) & 1) != 0;
                } else if (records.type() == SHEET) {
                    String relation = records.textAt(8);
                    String name = records.textAt(records.behindText(8));
                    String part = file.worksheet(relation);
                    if (part != null) {
                        sheets.add(new XlsxPackage.Sheet(name, records.intAt(0) != 0, part));
                    }
                }
            }
        }
    }

    private void readStyles() throws IOException {
        String part = file.related("styles");
        if (part == null) {
            return;
        }
        Map<Integer, String> patterns = new HashMap<>();
        Map<Integer, NumberFormat> byNumber = new HashMap<>();
        boolean cellStyles = false;
        try (XlsbRecords records = new XlsbRecords(file.part(part))) {
            while (records.next()) {
                switch (records.type()) {
                    case FORMAT -> patterns.put(records.shortAt(0), records.textAt(2));
                    case CELL_STYLES_BEGIN -> cellStyles = true;
                    case CELL_STYLES_END -> cellStyles = false;
                    case STYLE -> {
                        if (cellStyles) {
                            formats.add(byNumber.computeIfAbsent(
                                    records.shortAt(2), number -> NumberFormat.of(pattern(number, patterns))));
                        }
                    }
                    default -> {
                        // fonts, fills, borders
                    }
                }
            }
        }
    }

    private static String pattern(int number, Map<Integer, String> patterns) {
        String own = patterns.get(number);
        String known = own == null ? NumberFormat.builtIn(number) : own;
        return known == null ? "General" : known;
    }

    private SharedStrings readStrings() throws IOException {
        SharedStrings read = new SharedStrings(SharedStrings.MOST_CHARACTERS_IN_MEMORY);
        String part = file.related("sharedStrings");
        if (part == null) {
            return read;
        }
        boolean whole = false;
        try (XlsbRecords records = new XlsbRecords(file.part(part))) {
            while (records.next()) {
                if (records.type() == SHARED_STRING) {
                    read.add(records.textAt(1));
                }
            }
            read.complete();
            whole = true;
        } finally {
            if (!whole) {
                read.close();
            }
        }
        return read;
    }

    @Override
    public @Nullable SheetRow next() throws UnreadableWorkbook, IOException {
        try {
            return nextRow();
        } catch (ZipException | InflationGuard.Exceeded | RuntimeException failure) {
            throw XlsxRows.unreadable(failure);
        }
    }

    private @Nullable SheetRow nextRow() throws IOException {
        while (true) {
            XlsbRecords open = sheet;
            SheetRow read = open == null ? null : row(open);
            if (read != null) {
                return read;
            }
            if (sheetIndex + 1 >= sheets.size()) {
                return null;
            }
            closeSheet();
            sheetIndex++;
            row = -1;
            hiddenColumns.clear();
            sheet = new XlsbRecords(file.part(sheets.get(sheetIndex).part()));
        }
    }

    private @Nullable SheetRow row(XlsbRecords records) throws IOException {
        List<SheetCell> cells = new ArrayList<>();
        while (records.next()) {
            if (records.type() == ROW || records.type() == SHEET_DATA_END) {
                SheetRow done = done(cells);
                if (records.type() == ROW) {
                    row = Math.min(MOST_ROWS - 1, Math.max(0, records.intAt(0)));
                    rowHidden = records.length() > 11 && (records.byteAt(11) & 0x10) != 0;
                }
                if (done != null) {
                    return done;
                }
            } else if (records.type() == COLUMNS) {
                hide(records);
            } else if (records.type() >= 2 && records.type() <= 11 && row >= 0) {
                int column = records.intAt(0);
                CellValue value = column < 0 || column >= Columns.MOST ? null : value(records);
                if (value != null) {
                    cells.add(new SheetCell(Columns.name(column), value));
                }
            }
        }
        return done(cells);
    }

    private @Nullable SheetRow done(List<SheetCell> cells) {
        XlsxPackage.Sheet about = sheets.get(sheetIndex);
        return cells.isEmpty()
                ? null
                : new SheetRow(about.name(), sheetIndex, about.hidden(), row + 1, cells, rowHidden);
    }

    private void hide(XlsbRecords records) {
        if ((records.shortAt(16) & 1) != 0) {
            int last = Math.min(Columns.MOST - 1, records.intAt(4));
            for (int i = Math.max(0, records.intAt(0)); i <= last; i++) {
                hiddenColumns.add(Columns.name(i));
            }
        }
    }

    private @Nullable CellValue value(XlsbRecords records) throws IOException {
        int style = records.intAt(4) & 0xffffff;
        NumberFormat format = style < formats.size() ? formats.get(style) : general;
        return switch (records.type()) {
            case 2 -> format.value(OldXlsRows.packed(records.intAt(8)), from1904);
            case 3, 11 -> failure(records.byteAt(8));
            case 4, 10 -> new CellValue.Flag(records.byteAt(8) != 0);
            case 5, 9 -> format.value(records.doubleAt(8), from1904);
            case 6, 8 -> format.text(records.textAt(8));
            default -> format.text(strings.get(records.intAt(8)));
        };
    }

    private static CellValue failure(int code) {
        return new CellValue.Failure(
                FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#ERROR!");
    }

    @Override
    public List<MergedCells> merges() throws UnreadableWorkbook, IOException {
        List<MergedCells> merges = new ArrayList<>();
        if (sheetIndex < 0) {
            return merges;
        }
        try (XlsbRecords records =
                new XlsbRecords(file.part(sheets.get(sheetIndex).part()))) {
            while (records.next()) {
                if (records.type() == MERGE) {
                    int left = records.intAt(8);
                    int right = records.intAt(12);
                    boolean sound = records.intAt(0) >= 0 && records.intAt(4) >= records.intAt(0);
                    if (sound && left >= 0 && right >= left && right < Columns.MOST) {
                        merges.add(new MergedCells(
                                records.intAt(0) + 1, records.intAt(4) + 1, Columns.name(left), Columns.name(right)));
                    }
                }
            }
            return merges;
        } catch (ZipException | InflationGuard.Exceeded | RuntimeException failure) {
            throw XlsxRows.unreadable(failure);
        }
    }

    @Override
    public Set<String> hiddenColumns() {
        return Set.copyOf(hiddenColumns);
    }

    @Override
    public List<String> sheetNames() {
        return sheets.stream().map(XlsxPackage.Sheet::name).toList();
    }

    @Override
    public @Nullable LocalDate savedOn() {
        return savedAt == null ? null : LocalDate.ofInstant(savedAt, ZoneOffset.UTC);
    }

    @Override
    public @Nullable Instant savedAt() {
        return savedAt;
    }

    private void closeSheet() throws IOException {
        if (sheet != null) {
            sheet.close();
        }
    }

    @Override
    public void close() throws IOException {
        try {
            closeSheet();
            strings.close();
        } finally {
            file.close();
        }
    }

    /** Opens what a package holds as a binary workbook; closes the package when it cannot be read. */
    static XlsbRows open(XlsxPackage file) throws IOException, XMLStreamException {
        try {
            return new XlsbRows(file);
        } catch (IOException | RuntimeException failure) {
            file.close();
            throw failure;
        }
    }
}
