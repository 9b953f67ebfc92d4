package org.talentrecall.ingest.spreadsheet.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/** Rows of "XML Spreadsheet 2003", which HR systems like to export under the name xls. */
final class XmlSpreadsheetRows implements WorkbookRows {
    private static final Map<String, String> NAMED_FORMATS = Map.of(
            "General Date", "m/d/yyyy h:mm",
            "Short Date", "m/d/yyyy",
            "Medium Date", "d-mmm-yy",
            "Long Date", "dddd, mmmm dd, yyyy",
            "Short Time", "h:mm",
            "Fixed", "0.00",
            "Standard", "#,##0.00",
            "Percent", "0.00%",
            "Scientific", "0.00E+00",
            "Currency", "\"$\"#,##0.00");

    private final InputStream in;
    private final XMLStreamReader reader;
    private final Set<Integer> hiddenSheets;
    private final Map<String, NumberFormat> formats = new HashMap<>();
    private final NumberFormat general = NumberFormat.of("General");
    private final List<MergedCells> merges = new ArrayList<>();
    private final Set<String> hiddenColumns = new HashSet<>();
    private final boolean from1904;
    private String sheet = "";
    private int sheetIndex = -1;
    private int row;
    private int column;

    private XmlSpreadsheetRows(InputStream in, Outline outline) throws XMLStreamException {
        this.in = in;
        this.reader = Xml.reader(in);
        this.hiddenSheets = outline.hiddenSheets();
        this.from1904 = outline.from1904();
    }

    /** What stands behind the rows that it is about. */
    private record Outline(Set<Integer> hiddenSheets, boolean from1904) {
        static Outline of(XMLStreamReader reader) throws XMLStreamException {
            Set<Integer> hidden = new HashSet<>();
            boolean from1904 = false;
            int index = -1;
            for (String element = Xml.nextElement(reader); element != null; element = Xml.nextElement(reader)) {
                if (element.equals("Worksheet")) {
                    index++;
                } else if (element.equals("Visible")) {
                    if (!reader.getElementText().strip().equals("SheetVisible")) {
                        hidden.add(index);
                    }
                } else if (element.equals("Date1904")) {
                    from1904 = true;
                }
            }
            return new Outline(hidden, from1904);
        }
    }

    static XmlSpreadsheetRows open(Path file) throws IOException, UnreadableWorkbook {
        try {
            Outline outline;
            try (InputStream in = Files.newInputStream(file)) {
                outline = Outline.of(Xml.reader(in));
            }
            InputStream in = Files.newInputStream(file);
            try {
                return new XmlSpreadsheetRows(in, outline);
            } catch (XMLStreamException | RuntimeException failure) {
                in.close();
                throw failure;
            }
        } catch (XMLStreamException | RuntimeException failure) {
            throw XlsxRows.unreadable(failure);
        }
    }

    @Override
    public @Nullable SheetRow next() throws UnreadableWorkbook {
        try {
            return nextRow();
        } catch (XMLStreamException | RuntimeException failure) {
            throw XlsxRows.unreadable(failure);
        }
    }

    private @Nullable SheetRow nextRow() throws XMLStreamException {
        String style = "";
        for (String element = Xml.nextElement(reader); element != null; element = Xml.nextElement(reader)) {
            switch (element) {
                case "Style" -> style = String.valueOf(Xml.attribute(reader, "ID"));
                case "NumberFormat" -> format(style);
                case "Worksheet" -> begin();
                case "Column" -> column();
                case "Row" -> {
                    SheetRow read = row();
                    if (read != null) {
                        return read;
                    }
                }
                default -> {
                    // fonts, borders, print settings
                }
            }
        }
        return null;
    }

    private void format(String style) {
        String pattern = Xml.attribute(reader, "Format");
        if (pattern != null) {
            formats.put(style, NumberFormat.of(NAMED_FORMATS.getOrDefault(pattern, pattern)));
        }
    }

    private void begin() {
        sheetIndex++;
        String name = Xml.attribute(reader, "Name");
        sheet = name == null ? "" : name;
        row = 0;
        column = 0;
        merges.clear();
        hiddenColumns.clear();
    }

    private void column() {
        int first = Math.max(1, Xml.number(Xml.attribute(reader, "Index"), column + 1));
        int last = Math.min(Columns.MOST, first + Math.max(0, Xml.number(Xml.attribute(reader, "Span"), 0)));
        if (Xml.isOn(Xml.attribute(reader, "Hidden"))) {
            for (int i = first; i <= last; i++) {
                hiddenColumns.add(Columns.name(i - 1));
            }
        }
        column = last;
    }

    private @Nullable SheetRow row() throws XMLStreamException {
        row = Math.max(1, Xml.number(Xml.attribute(reader, "Index"), row + 1));
        int span = Math.max(0, Xml.number(Xml.attribute(reader, "Span"), 0));
        boolean rowHidden = Xml.isOn(Xml.attribute(reader, "Hidden"));
        List<SheetCell> cells = new ArrayList<>();
        int at = -1;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals("Row")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals("Cell")) {
                at = Xml.number(Xml.attribute(reader, "Index"), at + 2) - 1;
                int across = Math.max(0, Xml.number(Xml.attribute(reader, "MergeAcross"), 0));
                int down = Math.max(0, Xml.number(Xml.attribute(reader, "MergeDown"), 0));
                boolean inside = at >= 0 && at + across < Columns.MOST;
                if (inside && across + down > 0) {
                    merges.add(new MergedCells(row, row + down, Columns.name(at), Columns.name(at + across)));
                }
                CellValue value = cell(formats.getOrDefault(String.valueOf(Xml.attribute(reader, "StyleID")), general));
                if (value != null && inside) {
                    cells.add(new SheetCell(Columns.name(at), value));
                }
                at += across;
            }
        }
        SheetRow read = cells.isEmpty()
                ? null
                : new SheetRow(sheet, sheetIndex, hiddenSheets.contains(sheetIndex), row, cells, rowHidden);
        row += span;
        return read;
    }

    private @Nullable CellValue cell(NumberFormat format) throws XMLStreamException {
        CellValue value = null;
        boolean comment = false;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                if (reader.getLocalName().equals("Cell")) {
                    return value;
                }
                comment &= !reader.getLocalName().equals("Comment");
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                comment |= reader.getLocalName().equals("Comment");
                if (!comment && reader.getLocalName().equals("Data")) {
                    String type = Xml.attribute(reader, "Type");
                    value = value(type == null ? "String" : type, data(), format);
                }
            }
        }
        return value;
    }

    /** All text below, since rich text wraps it in markup. */
    private String data() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals("Data")) {
                break;
            }
            if (event == XMLStreamConstants.CHARACTERS
                    || event == XMLStreamConstants.CDATA
                    || event == XMLStreamConstants.SPACE) {
                Xml.append(text, reader, XlsxText.MOST_CHARACTERS);
            }
        }
        return text.toString();
    }

    private @Nullable CellValue value(String type, String data, NumberFormat format) {
        String bare = data.strip();
        try {
            return switch (type) {
                case "Number" -> format.value(Double.parseDouble(bare), from1904);
                case "DateTime" -> {
                    LocalDateTime day = bare.contains("T")
                            ? LocalDateTime.parse(bare)
                            : LocalDate.parse(bare).atStartOfDay();
                    double serial = DateUtil.getExcelDate(day, false);
                    yield format == general || serial < 1 ? new CellValue.Date(day) : format.value(serial, false);
                }
                case "Boolean" -> new CellValue.Flag(Xml.isOn(bare));
                case "Error" -> bare.isEmpty() ? null : new CellValue.Failure(bare);
                default -> format.text(data);
            };
        } catch (DateTimeException | NumberFormatException unlikeItsType) {
            return format.text(data);
        }
    }

    /** Those that began in the rows read so far. */
    @Override
    public List<MergedCells> merges() {
        return List.copyOf(merges);
    }

    @Override
    public Set<String> hiddenColumns() {
        return Set.copyOf(hiddenColumns);
    }

    @Override
    public @Nullable LocalDate savedOn() {
        return null;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
