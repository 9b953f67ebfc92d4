package org.talentrecall.ingest.spreadsheet.file;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.util.NumberToTextConverter;
import org.jspecify.annotations.Nullable;

/** Walks the tables of an OpenDocument spreadsheet from top to bottom. */
final class OdsSheets {
    /** A row that repeats and says something is rather a slip of the mouse beyond these. */
    private static final int MOST_REPEATS = 1_000;

    private static final int MOST_ROWS = 1_048_576;
    private static final int MOST_MERGES = 100_000;
    private static final double SECONDS_A_DAY = 86_400;

    private final XMLStreamReader reader;
    private final Set<String> hiddenStyles;
    private final Set<String> hiddenColumns = new HashSet<>();
    private final List<MergedCells> merges = new ArrayList<>();
    private String sheet = "";
    private int sheetIndex = -1;
    private boolean hidden;
    private int columns;
    private int row;
    /** A row that is to be given so many times more. */
    private @Nullable SheetRow again;

    private int repeats;
    /** Tables inside of cells or of tracked changes are no sheets. */
    private boolean inSpreadsheet;

    OdsSheets(XMLStreamReader reader, Set<String> hiddenStyles) {
        this.reader = reader;
        this.hiddenStyles = hiddenStyles;
    }

    /** Names of the table styles that hide their sheet. */
    static Set<String> hiddenStyles(XMLStreamReader reader) throws XMLStreamException {
        Set<String> hidden = new HashSet<>();
        String style = "";
        for (String element = Xml.nextElement(reader); element != null; element = Xml.nextElement(reader)) {
            if (element.equals("style")) {
                style = String.valueOf(Xml.attribute(reader, "name"));
            } else if (element.equals("table-properties") && "false".equals(Xml.attribute(reader, "display"))) {
                hidden.add(style);
            } else if (element.equals("body")) {
                break;
            }
        }
        return hidden;
    }

    List<MergedCells> merges() {
        return List.copyOf(merges);
    }

    Set<String> hiddenColumns() {
        return hiddenColumns;
    }

    @Nullable
    SheetRow next() throws XMLStreamException {
        SheetRow same = again;
        if (same != null && repeats > 0) {
            repeats--;
            row++;
            return new SheetRow(sheet, sheetIndex, hidden, row, same.cells(), same.rowHidden());
        }
        again = null;
        for (String element = Xml.nextElement(reader); element != null; element = Xml.nextElement(reader)) {
            switch (element) {
                case "spreadsheet" -> inSpreadsheet = true;
                case "tracked-changes", "shapes" -> skip(element);
                case "table" -> begin();
                case "table-column" -> column();
                case "table-row" -> {
                    SheetRow read = row();
                    if (read != null) {
                        return read;
                    }
                }
                default -> {
                    // what else stands around tables says nothing about rows
                }
            }
        }
        return null;
    }

    private void begin() {
        if (!inSpreadsheet) {
            return;
        }
        sheetIndex++;
        String name = Xml.attribute(reader, "name");
        sheet = name == null ? "" : name;
        hidden = hiddenStyles.contains(String.valueOf(Xml.attribute(reader, "style-name")));
        row = 0;
        columns = 0;
        merges.clear();
        hiddenColumns.clear();
    }

    private static boolean isHidden(@Nullable String visibility) {
        return visibility != null && !visibility.equals("visible");
    }

    private void column() {
        int count = repeated("number-columns-repeated");
        if (isHidden(Xml.attribute(reader, "visibility"))) {
            for (int i = columns; i < Math.min(Columns.MOST, columns + count); i++) {
                hiddenColumns.add(Columns.name(i));
            }
        }
        columns = Math.min(Columns.MOST, columns + count);
    }

    private int repeated(String attribute) {
        return Math.max(1, Xml.number(Xml.attribute(reader, attribute), 1));
    }

    private @Nullable SheetRow row() throws XMLStreamException {
        int count = repeated("number-rows-repeated");
        boolean rowHidden = isHidden(Xml.attribute(reader, "visibility"));
        row++;
        List<SheetCell> cells = new ArrayList<>();
        int column = 0;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals("table-row")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                String element = reader.getLocalName();
                if (element.equals("table-cell") || element.equals("covered-table-cell")) {
                    column = cell(element, column, cells);
                }
            }
        }
        if (cells.isEmpty() || row > MOST_ROWS) {
            row = (int) Math.min(Integer.MAX_VALUE / 2, (long) row + count - 1);
            return null;
        }
        SheetRow read = new SheetRow(sheet, sheetIndex, hidden, row, cells, rowHidden);
        if (count > MOST_REPEATS) {
            row = (int) Math.min(Integer.MAX_VALUE / 2, (long) row + count - 1);
        } else if (count > 1) {
            again = read;
            repeats = count - 1;
        }
        return read;
    }

    /** Takes one cell in; gives the column behind it. */
    private int cell(String element, int column, List<SheetCell> cells) throws XMLStreamException {
        int count = repeated("number-columns-repeated");
        int wide = repeated("number-columns-spanned");
        int high = repeated("number-rows-spanned");
        if ((wide > 1 || high > 1) && merges.size() < MOST_MERGES && column + wide <= Columns.MOST) {
            merges.add(new MergedCells(
                    row,
                    (int) Math.min(MOST_ROWS, (long) row + high - 1),
                    Columns.name(column),
                    Columns.name(column + wide - 1)));
        }
        String type = Xml.attribute(reader, "value-type");
        String error = reader.getAttributeValue(
                "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0", "value-type");
        String value = value(type);
        String shown = text(element);
        CellValue read = element.equals("covered-table-cell") ? null : value(type, "error".equals(error), value, shown);
        if (read != null) {
            int most = count > MOST_REPEATS ? 1 : count;
            for (int i = column; i < Math.min(Columns.MOST, column + most); i++) {
                cells.add(new SheetCell(Columns.name(i), read));
            }
        }
        return (int) Math.min(Columns.MOST, (long) column + count);
    }

    private @Nullable String value(@Nullable String type) {
        if (type == null) {
            return null;
        }
        return switch (type) {
            case "date" -> Xml.attribute(reader, "date-value");
            case "time" -> Xml.attribute(reader, "time-value");
            case "boolean" -> Xml.attribute(reader, "boolean-value");
            case "string" -> Xml.attribute(reader, "string-value");
            default -> Xml.attribute(reader, "value");
        };
    }

    private static @Nullable CellValue value(
            @Nullable String type, boolean error, @Nullable String value, String shown) {
        String words = shown.isBlank() && value != null ? value : shown;
        if (error && !words.isBlank()) {
            return new CellValue.Failure(words.strip());
        }
        if (type == null || value == null || type.equals("string")) {
            return words.isBlank() ? null : new CellValue.Text(words);
        }
        try {
            return switch (type) {
                case "date" ->
                    new CellValue.Date(
                            value.contains("T")
                                    ? LocalDateTime.parse(value.substring(0, Math.min(19, value.length())))
                                    : LocalDate.parse(value.substring(0, Math.min(10, value.length())))
                                            .atStartOfDay(),
                            words);
                case "time" -> new CellValue.Figure(Duration.parse(value).toSeconds() / SECONDS_A_DAY, words, false);
                case "boolean" -> new CellValue.Flag(Xml.isOn(value));
                default -> figure(Double.parseDouble(value), words);
            };
        } catch (DateTimeException | NumberFormatException unlikeItsType) {
            return words.isBlank() ? null : new CellValue.Text(words);
        }
    }

    /** LibreOffice cuts long figures to the cell's width; their digits are worth more than that. */
    private static CellValue figure(double number, String words) {
        String digits = NumberToTextConverter.toText(number);
        boolean cut = words.startsWith("###") || words.contains("E+") && !digits.contains("E");
        return new CellValue.Figure(number, cut ? digits : words, words, false);
    }

    /** The paragraphs of a cell, without comments and drawings. */
    private String text(String cell) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int paragraphs = 0;
        int inParagraph = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    String element = reader.getLocalName();
                    switch (element) {
                        case "annotation", "shape", "frame", "custom-shape", "ruby-text" -> skip(element);
                        case "p", "h" -> {
                            text.append(paragraphs++ > 0 ? "\n" : "");
                            inParagraph++;
                        }
                        case "s" -> text.append(" ".repeat(Math.min(1_000, repeated("c"))));
                        case "tab" -> text.append('\t');
                        case "line-break" -> text.append('\n');
                        default -> {
                            // spans and links are read through
                        }
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    String element = reader.getLocalName();
                    if (element.equals(cell)) {
                        return text.toString();
                    }
                    inParagraph -= element.equals("p") || element.equals("h") ? 1 : 0;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (inParagraph > 0) {
                        Xml.append(text, reader, XlsxText.MOST_CHARACTERS);
                    }
                }
                default -> {
                    // comments and processing instructions say nothing
                }
            }
        }
        return text.toString();
    }

    /** Goes over an element with everything in it, however often its name nests. */
    private void skip(String element) throws XMLStreamException {
        int depth = 1;
        while (depth > 0 && reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals(element)) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && reader.getLocalName().equals(element)) {
                depth--;
            }
        }
    }
}
