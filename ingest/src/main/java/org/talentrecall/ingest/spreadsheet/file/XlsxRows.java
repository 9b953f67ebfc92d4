package org.talentrecall.ingest.spreadsheet.file;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Rows of xlsx and xlsm files, pulled out of the XML as it is inflated. POI's own streaming is pushed and could not hand
 * over rows one at a time to a step that stops and goes on.
 */
final class XlsxRows implements WorkbookRows {
    private final XlsxPackage file;
    private final SharedStrings strings;
    private final List<NumberFormat> formats;
    private final NumberFormat general = NumberFormat.of("General");
    private final XlsxPackage.Contents contents;
    private final @Nullable Instant savedAt;
    private int sheetIndex = -1;
    private @Nullable XlsxSheet sheet;
    private @Nullable InputStream in;

    private XlsxRows(XlsxPackage file) throws IOException, XMLStreamException {
        this.file = file;
        this.contents = file.contents();
        this.formats = file.formats();
        this.savedAt = file.savedAt();
        this.strings = file.strings();
    }

    /** Opens what a package holds; closes the package when it cannot be read. */
    static XlsxRows open(XlsxPackage file) throws IOException, XMLStreamException {
        try {
            return new XlsxRows(file);
        } catch (IOException | XMLStreamException | RuntimeException failure) {
            file.close();
            throw failure;
        }
    }

    @Override
    public @Nullable SheetRow next() throws UnreadableWorkbook, IOException {
        try {
            return nextRow();
        } catch (XMLStreamException | ZipException | InflationGuard.Exceeded | RuntimeException failure) {
            throw unreadable(failure);
        }
    }

    @Override
    public List<String> sheetNames() {
        return contents.sheets().stream().map(XlsxPackage.Sheet::name).toList();
    }

    private @Nullable SheetRow nextRow() throws IOException, XMLStreamException {
        while (true) {
            XlsxSheet open = sheet;
            List<SheetCell> cells = open == null ? null : open.next();
            if (open != null && cells != null) {
                XlsxPackage.Sheet about = contents.sheets().get(sheetIndex);
                return new SheetRow(about.name(), sheetIndex, about.hidden(), open.number(), cells, open.isHidden());
            }
            if (sheetIndex + 1 >= contents.sheets().size()) {
                return null;
            }
            closeSheet();
            sheetIndex++;
            InputStream content = file.part(contents.sheets().get(sheetIndex).part());
            in = content;
            sheet = new XlsxSheet(Xml.reader(content), strings, formats, general, contents.from1904());
        }
    }

    /** XML and zip libraries wrap what a guard below them throws, and answer some nonsense with runtime exceptions. */
    static UnreadableWorkbook unreadable(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InflationGuard.Exceeded) {
                return new UnreadableWorkbook(
                        UnreadableWorkbook.Code.TOO_LARGE,
                        "inflates to far more than its size, as harmful files do; save it again from Excel",
                        failure);
            }
            if (cause instanceof Xml.DeclaresEntities) {
                return new UnreadableWorkbook(
                        UnreadableWorkbook.Code.UNSUPPORTED,
                        "declares entities of its own, as harmful files do and no spreadsheet program does; ask who sent it"
                                + " to save the table again as xlsx or csv",
                        failure);
            }
        }
        return new UnreadableWorkbook(
                UnreadableWorkbook.Code.BROKEN, "is damaged; open it in Excel and save it again", failure);
    }

    @Override
    public List<MergedCells> merges() throws UnreadableWorkbook, IOException {
        if (sheetIndex < 0) {
            return List.of();
        }
        try (InputStream again = file.part(contents.sheets().get(sheetIndex).part())) {
            return XlsxSheet.merges(Xml.reader(again));
        } catch (XMLStreamException | ZipException | InflationGuard.Exceeded | RuntimeException failure) {
            throw unreadable(failure);
        }
    }

    @Override
    public Set<String> hiddenColumns() {
        return sheet == null ? Set.of() : sheet.hiddenColumns();
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
        if (in != null) {
            in.close();
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
}
