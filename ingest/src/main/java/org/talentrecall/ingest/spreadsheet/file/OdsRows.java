package org.talentrecall.ingest.spreadsheet.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Rows of OpenDocument spreadsheets (ODF 1.3, part 3): a package, or the flat XML of one. Rows and columns that are
 * repeated are counted, not made, unless they say something.
 */
final class OdsRows implements WorkbookRows {
    private final Closeable file;
    private final InputStream content;
    private final OdsSheets sheets;

    private OdsRows(Closeable file, InputStream content, Set<String> hiddenStyles) throws XMLStreamException {
        this.file = file;
        this.content = content;
        this.sheets = new OdsSheets(Xml.reader(content), hiddenStyles);
    }

    /** @throws UnreadableWorkbook when the package is encrypted or no spreadsheet */
    static OdsRows open(Path path) throws IOException, UnreadableWorkbook {
        try {
            ZipFile zip = new ZipFile(path.toFile(), StandardCharsets.UTF_8);
            try {
                refuseEncrypted(zip);
                Set<String> hidden;
                try (InputStream in = part(zip, "content.xml")) {
                    hidden = OdsSheets.hiddenStyles(Xml.reader(in));
                }
                return new OdsRows(zip, part(zip, "content.xml"), hidden);
            } catch (IOException | XMLStreamException | UnreadableWorkbook | RuntimeException failure) {
                zip.close();
                throw failure;
            }
        } catch (XMLStreamException | ZipException | InflationGuard.Exceeded | RuntimeException failure) {
            throw XlsxRows.unreadable(failure);
        }
    }

    static OdsRows openFlat(Path path) throws IOException, UnreadableWorkbook {
        try {
            Set<String> hidden;
            try (InputStream in = Files.newInputStream(path)) {
                hidden = OdsSheets.hiddenStyles(Xml.reader(in));
            }
            InputStream in = Files.newInputStream(path);
            try {
                return new OdsRows(in, in, hidden);
            } catch (XMLStreamException | RuntimeException failure) {
                in.close();
                throw failure;
            }
        } catch (XMLStreamException | RuntimeException failure) {
            throw XlsxRows.unreadable(failure);
        }
    }

    private static void refuseEncrypted(ZipFile zip) throws IOException, XMLStreamException, UnreadableWorkbook {
        ZipEntry manifest = zip.getEntry("META-INF/manifest.xml");
        if (manifest == null) {
            return;
        }
        var reader = Xml.reader(new InflationGuard(zip.getInputStream(manifest), manifest.getCompressedSize()));
        for (String element = Xml.nextElement(reader); element != null; element = Xml.nextElement(reader)) {
            if (element.equals("encryption-data")) {
                throw new UnreadableWorkbook(
                        UnreadableWorkbook.Code.ENCRYPTED,
                        "is an OpenDocument file protected by a password; save it without one, or as xlsx");
            }
        }
    }

    private static InputStream part(ZipFile zip, String name) throws IOException, UnreadableWorkbook {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new UnreadableWorkbook(
                    UnreadableWorkbook.Code.BROKEN, "lacks its content; open it in its program and save it again");
        }
        return new InflationGuard(zip.getInputStream(entry), entry.getCompressedSize());
    }

    @Override
    public @Nullable SheetRow next() throws UnreadableWorkbook {
        try {
            return sheets.next();
        } catch (XMLStreamException | RuntimeException failure) {
            throw XlsxRows.unreadable(failure);
        }
    }

    /** Those that began in the rows read so far. */
    @Override
    public List<MergedCells> merges() {
        return sheets.merges();
    }

    @Override
    public Set<String> hiddenColumns() {
        return new HashSet<>(sheets.hiddenColumns());
    }

    @Override
    public @Nullable LocalDate savedOn() {
        return null;
    }

    @Override
    public void close() throws IOException {
        content.close();
        file.close();
    }
}
