package org.talentrecall.ingest.spreadsheet.file;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.ColumnInfoRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.jspecify.annotations.Nullable;

/** Gathers an xls file's records into rows. */
final class XlsCells {
    private static final int LAST_COLUMN = 255;

    /** Number of the number format by cell style. */
    private final List<Integer> styles = new ArrayList<>();

    private final Map<Integer, String> patterns = new HashMap<>();
    private final Map<Integer, NumberFormat> formats = new HashMap<>();
    private final List<BoundSheetRecord> bound = new ArrayList<>();
    private BoundSheetRecord @Nullable [] sheets;
    private @Nullable SSTRecord strings;
    private boolean from1904;
    private int depth;
    private int sheetIndex = -1;
    private int row = -1;
    /** Rows that are hidden, counted from 0; told ahead of the cells. */
    private final BitSet hiddenRows = new BitSet();

    private final Set<String> hiddenColumns = new TreeSet<>(Columns.ORDER);
    private @Nullable FormulaRecord awaitsText;
    private List<SheetCell> cells = new ArrayList<>();

    /** Takes the next record in; gives the row that it completes, or null. */
    @Nullable
    SheetRow take(Record record) {
        if (record instanceof BOFRecord begin) {
            return begin(begin);
        }
        if (record instanceof EOFRecord) {
            depth--;
            return depth == 0 ? end() : null;
        }
        if (record instanceof BoundSheetRecord sheet) {
            bound.add(sheet);
        } else if (record instanceof SSTRecord table) {
            strings = table;
        } else if (record instanceof ExtendedFormatRecord style) {
            styles.add((int) style.getFormatIndex());
        } else if (record instanceof FormatRecord format) {
            patterns.put(format.getIndexCode(), format.getFormatString());
        } else if (record instanceof DateWindow1904Record window) {
            from1904 = window.getWindowing() == 1;
        } else if (depth == 1 && sheetIndex >= 0) {
            return ofSheet(record);
        }
        return null;
    }

    private @Nullable SheetRow ofSheet(Record record) {
        if (record instanceof RowRecord about) {
            hiddenRows.set(Math.max(0, about.getRowNumber()), about.getZeroHeight());
        } else if (record instanceof ColumnInfoRecord about) {
            if (about.getHidden()) {
                for (int column = Math.max(0, about.getFirstColumn());
                        column <= Math.min(LAST_COLUMN, about.getLastColumn());
                        column++) {
                    hiddenColumns.add(Columns.name(column));
                }
            }
        } else {
            return cell(record);
        }
        return null;
    }

    /** Of the sheet of which records come, counted from 0. */
    int sheetIndex() {
        return sheetIndex;
    }

    /** Those of that sheet, by letters. */
    Set<String> hiddenColumns() {
        return Set.copyOf(hiddenColumns);
    }

    private @Nullable SheetRow begin(BOFRecord begin) {
        depth++;
        if (depth == 1 && begin.getType() != BOFRecord.TYPE_WORKBOOK) {
            sheetIndex++;
            row = -1;
            hiddenRows.clear();
            hiddenColumns.clear();
        }
        return null;
    }

    /** The row that is still open at the end of a sheet or of the file. */
    @Nullable
    SheetRow end() {
        if (cells.isEmpty() || row < 0) {
            return null;
        }
        BoundSheetRecord about = sheet();
        boolean hidden = about != null && (about.isHidden() || about.isVeryHidden());
        String name = about == null ? "" : about.getSheetname();
        SheetRow done = new SheetRow(name, sheetIndex, hidden, row + 1, cells, hiddenRows.get(row));
        cells = new ArrayList<>();
        return done;
    }

    private @Nullable BoundSheetRecord sheet() {
        BoundSheetRecord[] ordered = sheets;
        if (ordered == null) {
            ordered = BoundSheetRecord.orderByBofPosition(bound);
            sheets = ordered;
        }
        return sheetIndex < ordered.length ? ordered[sheetIndex] : null;
    }

    private @Nullable SheetRow cell(Record record) {
        if (record instanceof StringRecord result) {
            FormulaRecord formula = awaitsText;
            if (formula != null) {
                add(formula, format(formula).text(result.getString()));
                awaitsText = null;
            }
            return null;
        }
        if (!(record instanceof CellValueRecordInterface place)) {
            return null;
        }
        SheetRow done = null;
        if (place.getRow() != row) {
            done = end();
            row = place.getRow();
        }
        awaitsText = record instanceof FormulaRecord formula && formula.hasCachedResultString() ? formula : null;
        add(place, value(record, place));
        return done;
    }

    private void add(CellValueRecordInterface place, @Nullable CellValue value) {
        if (value != null && place.getColumn() >= 0) {
            cells.add(new SheetCell(Columns.name(place.getColumn()), value));
        }
    }

    private @Nullable CellValue value(Record record, CellValueRecordInterface place) {
        if (record instanceof LabelSSTRecord label) {
            SSTRecord table = strings;
            boolean known =
                    table != null && label.getSSTIndex() >= 0 && label.getSSTIndex() < table.getNumUniqueStrings();
            return known && table != null
                    ? format(place).text(table.getString(label.getSSTIndex()).getString())
                    : null;
        }
        if (record instanceof LabelRecord label) {
            return format(place).text(label.getValue());
        }
        if (record instanceof NumberRecord number) {
            return format(place).value(number.getValue(), from1904);
        }
        if (record instanceof BoolErrRecord either) {
            return either.isBoolean() ? new CellValue.Flag(either.getBooleanValue()) : error(either.getErrorValue());
        }
        return record instanceof FormulaRecord formula ? formula(formula) : null;
    }

    private @Nullable CellValue formula(FormulaRecord formula) {
        CellType type = formula.getCachedResultTypeEnum();
        return switch (type) {
            case NUMERIC -> format(formula).value(formula.getValue(), from1904);
            case BOOLEAN -> new CellValue.Flag(formula.getCachedBooleanValue());
            case ERROR -> error(formula.getCachedErrorValue());
            default -> null;
        };
    }

    private static CellValue error(int code) {
        return new CellValue.Failure(
                FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#ERROR!");
    }

    private NumberFormat format(CellValueRecordInterface place) {
        int style = place.getXFIndex();
        int index = style >= 0 && style < styles.size() ? styles.get(style) : 0;
        return formats.computeIfAbsent(index, i -> {
            String own = patterns.get(i);
            String pattern = own == null ? NumberFormat.builtIn(i) : own;
            return NumberFormat.of(pattern == null ? "General" : pattern);
        });
    }
}
