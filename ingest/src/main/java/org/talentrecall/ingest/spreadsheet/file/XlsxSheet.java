package org.talentrecall.ingest.spreadsheet.file;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Pulls the rows out of one worksheet part. */
final class XlsxSheet {
    private static final Pattern RANGE = Pattern.compile("([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})");
    /** Far more than people make; the rest says nothing about headers. */
    private static final int MOST_MERGES = 100_000;

    private final XMLStreamReader reader;
    private final SharedStrings strings;
    private final List<NumberFormat> formats;
    private final NumberFormat general;
    private final boolean from1904;
    private final StringBuilder text = new StringBuilder();
    private final Set<String> hiddenColumns = new HashSet<>();
    private int number;
    private boolean hidden;

    XlsxSheet(
            XMLStreamReader reader,
            SharedStrings strings,
            List<NumberFormat> formats,
            NumberFormat general,
            boolean from1904) {
        this.reader = reader;
        this.strings = strings;
        this.formats = formats;
        this.general = general;
        this.from1904 = from1904;
    }

    /** The cells of the next row that has any, or null at the end. */
    @Nullable
    List<SheetCell> next() throws XMLStreamException, IOException {
        for (String element = Xml.nextOfPart(reader); element != null; element = Xml.nextOfPart(reader)) {
            if (element.equals("row")) {
                number = Math.max(1, Xml.number(Xml.attribute(reader, "r"), number + 1));
                hidden = Xml.isOn(Xml.attribute(reader, "hidden"));
                List<SheetCell> cells = cells();
                if (!cells.isEmpty()) {
                    return cells;
                }
            } else if (element.equals("col") && Xml.isOn(Xml.attribute(reader, "hidden"))) {
                int last = Math.min(Columns.MOST, Xml.number(Xml.attribute(reader, "max"), 0));
                for (int i = Math.max(1, Xml.number(Xml.attribute(reader, "min"), 1)); i <= last; i++) {
                    hiddenColumns.add(Columns.name(i - 1));
                }
            }
        }
        return null;
    }

    /** Whether the row returned last is hidden. */
    boolean isHidden() {
        return hidden;
    }

    /** Known from the first row on. */
    Set<String> hiddenColumns() {
        return Set.copyOf(hiddenColumns);
    }

    /** The merged ranges of a sheet that is read for nothing else. */
    static List<MergedCells> merges(XMLStreamReader sheet) throws XMLStreamException {
        List<MergedCells> merges = new ArrayList<>();
        for (String element = Xml.nextOfPart(sheet); element != null; element = Xml.nextOfPart(sheet)) {
            if (element.equals("sheetData")) {
                sheet.next();
                Xml.skipTo(sheet, "sheetData");
            } else if (element.equals("mergeCell")) {
                Matcher range = RANGE.matcher(String.valueOf(Xml.attribute(sheet, "ref")));
                if (range.matches() && merges.size() < MOST_MERGES) {
                    add(range, merges);
                }
            }
        }
        return merges;
    }

    private static void add(Matcher range, List<MergedCells> merges) {
        int firstRow = Xml.number(range.group(2), 0);
        int lastRow = Xml.number(range.group(4), 0);
        int first = Columns.index(range.group(1));
        int last = Columns.index(range.group(3));
        if (firstRow >= 1 && lastRow >= firstRow && first >= 0 && last >= first) {
            merges.add(new MergedCells(firstRow, lastRow, range.group(1), range.group(3)));
        }
    }

    /** The number of the row returned last. */
    int number() {
        return number;
    }

    private List<SheetCell> cells() throws XMLStreamException, IOException {
        List<SheetCell> cells = new ArrayList<>();
        int column = -1;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals("row")) {
                return cells;
            }
            if (event == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals("c")) {
                String reference = Xml.attribute(reader, "r");
                int given = reference == null ? -1 : Columns.index(reference);
                column = given >= 0 ? given : column + 1;
                CellValue value = cell();
                if (value != null && column < Columns.MOST) {
                    cells.add(new SheetCell(Columns.name(column), value));
                }
            }
        }
        return cells;
    }

    private @Nullable CellValue cell() throws XMLStreamException, IOException {
        String type = Xml.attribute(reader, "t");
        String style = Xml.attribute(reader, "s");
        String inline = null;
        boolean inValue = false;
        text.setLength(0);
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (reader.getLocalName().equals("is")) {
                        inline = XlsxText.runs(reader);
                    }
                    inValue = reader.getLocalName().equals("v");
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (reader.getLocalName().equals("c")) {
                        return inline != null ? format(style).text(inline) : value(type, style, text.toString());
                    }
                    inValue = false;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (inValue) {
                        Xml.append(text, reader, XlsxText.MOST_CHARACTERS);
                    }
                }
                default -> {
                    // comments and processing instructions say nothing
                }
            }
        }
        return null;
    }

    private @Nullable CellValue value(@Nullable String type, @Nullable String style, String raw) throws IOException {
        if (raw.isBlank()) {
            return null;
        }
        return switch (type == null ? "n" : type) {
            case "s" -> {
                String shared = strings.get(Xml.number(raw, -1));
                yield format(style).text(shared);
            }
            case "n" -> number(style, raw.strip());
            case "b" -> new CellValue.Flag(Xml.isOn(raw.strip()));
            case "e" -> new CellValue.Failure(raw.strip());
            case "d" -> date(raw.strip());
            default -> format(style).text(XlsxText.decode(raw));
        };
    }

    private static @Nullable CellValue text(String words) {
        return words.isBlank() ? null : new CellValue.Text(words);
    }

    private @Nullable CellValue number(@Nullable String style, String raw) {
        double parsed;
        try {
            parsed = Double.parseDouble(raw);
        } catch (NumberFormatException notANumber) {
            return text(raw);
        }
        return format(style).value(parsed, from1904);
    }

    private NumberFormat format(@Nullable String style) {
        int index = style == null ? 0 : Xml.number(style, 0);
        return index >= 0 && index < formats.size() ? formats.get(index) : general;
    }

    private static @Nullable CellValue date(String iso) {
        try {
            String bare = iso.endsWith("Z") ? iso.substring(0, iso.length() - 1) : iso;
            return new CellValue.Date(
                    bare.contains("T")
                            ? LocalDateTime.parse(bare)
                            : LocalDate.parse(bare).atStartOfDay());
        } catch (DateTimeException notADate) {
            return text(iso);
        }
    }
}
