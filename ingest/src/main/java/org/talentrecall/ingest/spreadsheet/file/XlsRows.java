package org.talentrecall.ingest.spreadsheet.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hpsf.HPSFException;
import org.apache.poi.hpsf.PropertySetFactory;
import org.apache.poi.hpsf.SummaryInformation;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;

/** Rows of Excel 97–2003 files, taken from the stream of records. */
final class XlsRows implements WorkbookRows {
    private static final String SUMMARY = SummaryInformation.DEFAULT_STREAM_NAME;

    private final POIFSFileSystem file;
    private final InputStream stream;
    private final RecordFactoryInputStream records;
    private final XlsCells cells = new XlsCells();
    private final @Nullable LocalDate savedOn;
    private boolean ended;

    private XlsRows(POIFSFileSystem file, String name) throws IOException {
        this.file = file;
        this.savedOn = savedOn(file.getRoot());
        this.stream = file.createDocumentInputStream(name);
        this.records = new RecordFactoryInputStream(stream, false);
    }

    static WorkbookRows open(Path path) throws IOException, UnreadableWorkbook {
        POIFSFileSystem file;
        try {
            file = new POIFSFileSystem(path.toFile(), true);
        } catch (IOException | RuntimeException failure) {
            throw broken(failure);
        }
        try {
            return new XlsRows(file, workbook(file.getRoot()));
        } catch (EncryptedDocumentException encrypted) {
            file.close();
            throw encrypted(encrypted);
        } catch (IOException | RuntimeException failure) {
            file.close();
            throw broken(failure);
        } catch (UnreadableWorkbook unreadable) {
            file.close();
            throw unreadable;
        }
    }

    private static String workbook(DirectoryNode root) throws UnreadableWorkbook {
        for (String name : new String[] {"Workbook", "WORKBOOK", "BOOK"}) {
            if (root.hasEntryCaseInsensitive(name)) {
                return root.getEntryNames().stream()
                        .filter(name::equalsIgnoreCase)
                        .findFirst()
                        .orElse(name);
            }
        }
        if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
            throw encrypted(null);
        }
        throw new UnreadableWorkbook(
                UnreadableWorkbook.Code.UNSUPPORTED, "holds no workbook; save the table as xlsx or csv");
    }

    @Override
    public @Nullable SheetRow next() throws UnreadableWorkbook {
        try {
            while (!ended) {
                Record next = records.nextRecord();
                ended = next == null;
                SheetRow row = next == null ? cells.end() : cells.take(next);
                if (row != null) {
                    return row;
                }
            }
            return null;
        } catch (EncryptedDocumentException encrypted) {
            throw encrypted(encrypted);
        } catch (RuntimeException failure) {
            // POI answers damaged records with runtime exceptions of many kinds.
            throw broken(failure);
        }
    }

    private static UnreadableWorkbook encrypted(@Nullable Exception cause) {
        String message = "is protected by a password; save it without one";
        return cause == null
                ? new UnreadableWorkbook(UnreadableWorkbook.Code.ENCRYPTED, message)
                : new UnreadableWorkbook(UnreadableWorkbook.Code.ENCRYPTED, message, cause);
    }

    private static UnreadableWorkbook broken(Exception cause) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof EncryptedDocumentException) {
                return encrypted(cause);
            }
        }
        return new UnreadableWorkbook(
                UnreadableWorkbook.Code.BROKEN, "is damaged or older than Excel 97; save it again as xlsx", cause);
    }

    private static @Nullable LocalDate savedOn(DirectoryNode root) {
        if (!root.hasEntryCaseInsensitive(SUMMARY)) {
            return null;
        }
        try {
            Date saved = PropertySetFactory.create(root, SUMMARY) instanceof SummaryInformation summary
                    ? summary.getLastSaveDateTime()
                    : null;
            Instant at = saved == null ? Instant.EPOCH : saved.toInstant();
            return at.isAfter(Instant.EPOCH) ? at.atZone(ZoneOffset.UTC).toLocalDate() : null;
        } catch (IOException | HPSFException | RuntimeException unreadable) {
            // The properties are a courtesy; the rows do not depend on them.
            return null;
        }
    }

    @Override
    public @Nullable LocalDate savedOn() {
        return savedOn;
    }

    @Override
    public void close() throws IOException {
        stream.close();
        file.close();
    }
}
