package org.talentrecall.ingest.spreadsheet.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The parts of an Office Open XML workbook that its rows need: the list of sheets, number formats, shared strings. */
final class XlsxPackage implements Closeable {
    private static final int DAY = 10;
    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new HashMap<>();
    private final String workbook;
    private final Map<String, Relation> relations;

    private XlsxPackage(ZipFile zip) throws IOException, XMLStreamException, UnreadableWorkbook {
        this.zip = zip;
        zip.stream().forEach(entry -> entries.putIfAbsent(folded(entry.getName()), entry));
        this.workbook = mainPart();
        this.relations = relations(workbook);
    }

    static XlsxPackage open(Path file) throws IOException, XMLStreamException, UnreadableWorkbook {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException broken) {
            throw new UnreadableWorkbook(
                    UnreadableWorkbook.Code.BROKEN, "is a broken zip archive; get the file again", broken);
        }
        try {
            return new XlsxPackage(zip);
        } catch (IOException | XMLStreamException | UnreadableWorkbook | RuntimeException failure) {
            zip.close();
            throw failure;
        }
    }

    private String mainPart() throws IOException, XMLStreamException, UnreadableWorkbook {
        if (isOpenDocument()) {
            return "/content.xml";
        }
        String main = relations("/").values().stream()
                .filter(relation -> relation.type().equals("officeDocument"))
                .map(Relation::part)
                .findFirst()
                .orElseThrow(() -> unsupported("is a zip archive but no workbook; take its files out of it"));
        if (!entries.containsKey(folded(main)) || main.contains("/word/") || main.contains("/ppt/")) {
            throw unsupported("holds no worksheet; save the table as xlsx or csv");
        }
        return main;
    }

    boolean isOpenDocument() {
        return entries.containsKey("/mimetype") && entries.containsKey("/content.xml");
    }

    /** Whether the parts are records rather than XML. */
    boolean isBinary() {
        return workbook.endsWith(".bin");
    }

    /** Path of the main part. */
    String workbook() {
        return workbook;
    }

    /** Path of the worksheet with that number of a relation, or null when the relation is to no worksheet. */
    @Nullable
    String worksheet(String relation) {
        Relation found = relations.get(relation);
        return found != null && found.type().equals("worksheet") ? found.part() : null;
    }

    private static UnreadableWorkbook unsupported(String message) {
        return new UnreadableWorkbook(UnreadableWorkbook.Code.UNSUPPORTED, message);
    }

    /** Whether days count from 1904, and the sheets in the workbook's order. */
    Contents contents() throws IOException, XMLStreamException {
        boolean from1904 = false;
        List<Sheet> sheets = new ArrayList<>();
        try (InputStream in = part(workbook)) {
            XMLStreamReader reader = Xml.reader(in);
            for (String element = Xml.nextOfPart(reader); element != null; element = Xml.nextOfPart(reader)) {
                if (element.equals("workbookPr")) {
                    from1904 = Xml.isOn(Xml.attribute(reader, "date1904"));
                } else if (element.equals("sheet")) {
                    addSheet(reader, sheets);
                }
            }
        }
        return new Contents(from1904, sheets);
    }

    private void addSheet(XMLStreamReader reader, List<Sheet> sheets) {
        String name = Xml.attribute(reader, "name");
        String state = Xml.attribute(reader, "state");
        String id =
                reader.getAttributeValue("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "id");
        Relation relation = relations.get(id != null ? id : String.valueOf(Xml.attribute(reader, "id")));
        if (relation != null && relation.type().equals("worksheet")) {
            boolean hidden = state != null && !state.equals("visible");
            sheets.add(new Sheet(name == null ? "" : XlsxText.decode(name), hidden, relation.part()));
        }
    }

    /** The number format of each cell style, by its number; empty when the workbook has no styles. */
    List<NumberFormat> formats() throws IOException, XMLStreamException {
        List<NumberFormat> formats = new ArrayList<>();
        String part = related("styles");
        if (part == null) {
            return formats;
        }
        Map<Integer, NumberFormat> byId = new HashMap<>();
        Map<Integer, String> patterns = new HashMap<>();
        boolean cellStyles = false;
        try (InputStream in = part(part)) {
            XMLStreamReader reader = Xml.reader(in);
            for (String element = Xml.nextOfPart(reader); element != null; element = Xml.nextOfPart(reader)) {
                if (element.equals("numFmt")) {
                    String pattern = Xml.attribute(reader, "formatCode");
                    patterns.put(Xml.number(Xml.attribute(reader, "numFmtId"), 0), pattern == null ? "" : pattern);
                } else if (element.equals("cellXfs") || element.equals("cellStyles") || element.equals("dxfs")) {
                    cellStyles = element.equals("cellXfs");
                } else if (element.equals("xf") && cellStyles) {
                    int id = Xml.number(Xml.attribute(reader, "numFmtId"), 0);
                    formats.add(byId.computeIfAbsent(id, i -> NumberFormat.of(pattern(i, patterns))));
                }
            }
        }
        return formats;
    }

    private static String pattern(int id, Map<Integer, String> patterns) {
        String own = patterns.get(id);
        String builtIn = own == null ? NumberFormat.builtIn(id) : own;
        return builtIn == null ? "General" : builtIn;
    }

    SharedStrings strings() throws IOException, XMLStreamException {
        SharedStrings strings = new SharedStrings(SharedStrings.MOST_CHARACTERS_IN_MEMORY);
        String part = related("sharedStrings");
        if (part == null) {
            return strings;
        }
        boolean whole = false;
        try (InputStream in = part(part)) {
            XMLStreamReader reader = Xml.reader(in);
            for (String element = Xml.nextOfPart(reader); element != null; element = Xml.nextOfPart(reader)) {
                if (element.equals("si")) {
                    strings.add(XlsxText.runs(reader));
                }
            }
            strings.complete();
            whole = true;
        } finally {
            if (!whole) {
                strings.close();
            }
        }
        return strings;
    }

    /** The time of {@code dcterms:modified} (W3CDTF), of a day alone its beginning; null when there is none. */
    @Nullable
    Instant savedAt() throws IOException {
        ZipEntry entry = entries.get("/docprops/core.xml");
        if (entry == null) {
            return null;
        }
        try (InputStream in = part("/docProps/core.xml")) {
            XMLStreamReader reader = Xml.reader(in);
            for (String element = Xml.nextOfPart(reader); element != null; element = Xml.nextOfPart(reader)) {
                if (element.equals("modified")) {
                    String text = reader.getElementText();
                    return text.length() == DAY
                            ? day(text)
                            : OffsetDateTime.parse(text).toInstant();
                }
            }
        } catch (XMLStreamException | DateTimeException unreadable) {
            // The properties are a courtesy; the rows do not depend on them.
            return null;
        }
        return null;
    }

    private static Instant day(String text) {
        return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /**
     * The content of a part, guarded against bombs.
     *
     * @throws ZipException when there is no such part
     */
    InputStream part(String path) throws IOException {
        ZipEntry entry = entries.get(folded(path));
        if (entry == null) {
            throw new ZipException("The part " + path + " is missing");
        }
        return new InflationGuard(zip.getInputStream(entry), entry.getCompressedSize());
    }

    /** Path of the part that the workbook has this kind of relation to, or null. */
    @Nullable
    String related(String type) {
        return relations.values().stream()
                .filter(relation -> relation.type().equals(type) && entries.containsKey(folded(relation.part())))
                .map(Relation::part)
                .findFirst()
                .orElse(null);
    }

    private Map<String, Relation> relations(String part) throws IOException, XMLStreamException {
        int slash = part.lastIndexOf('/');
        String list = part.substring(0, slash + 1) + "_rels/" + part.substring(slash + 1) + ".rels";
        Map<String, Relation> found = new HashMap<>();
        if (!entries.containsKey(folded(list))) {
            return found;
        }
        try (InputStream in = part(list)) {
            XMLStreamReader reader = Xml.reader(in);
            for (String element = Xml.nextOfPart(reader); element != null; element = Xml.nextOfPart(reader)) {
                String id = Xml.attribute(reader, "Id");
                String type = Xml.attribute(reader, "Type");
                String target = Xml.attribute(reader, "Target");
                if (element.equals("Relationship") && id != null && type != null && target != null) {
                    resolve(part, target)
                            .ifPresent(path ->
                                    found.put(id, new Relation(type.substring(type.lastIndexOf('/') + 1), path)));
                }
            }
        }
        return found;
    }

    private static java.util.Optional<String> resolve(String from, String target) {
        try {
            String path = URI.create(from)
                    .resolve(target.replace('\\', '/').replace(" ", "%20"))
                    .getPath();
            return java.util.Optional.ofNullable(path);
        } catch (IllegalArgumentException noPath) {
            return java.util.Optional.empty();
        }
    }

    /** Part names do not tell upper from lower case. */
    private static String folded(String path) {
        String slashed = path.replace('\\', '/').toLowerCase(Locale.ROOT);
        return slashed.startsWith("/") ? slashed : "/" + slashed;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private record Relation(String type, String part) {}

    record Sheet(String name, boolean hidden, String part) {}

    record Contents(boolean from1904, List<Sheet> sheets) {}
}
