package org.talentrecall.ingest.spreadsheet.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hpsf.HPSFException;
import org.apache.poi.hpsf.PropertySetFactory;
import org.apache.poi.hpsf.SummaryInformation;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.LittleEndian;
import org.jspecify.annotations.Nullable;

/** Rows of Excel 97–2003 files, taken from the stream of records. */
final class XlsRows implements WorkbookRows {
    private static final String SUMMARY = SummaryInformation.DEFAULT_STREAM_NAME;

    private static final int BIFF_8 = 0x600;

    private final POIFSFileSystem file;
    private final String name;
    private final Records records;
    private final Passwords passwords;
    private final XlsCells cells = new XlsCells();
    private final @Nullable LocalDate savedOn;
    private @Nullable List<List<MergedCells>> merges;
    private boolean ended;

    private record Records(InputStream stream, RecordFactoryInputStream factory) {}

    private XlsRows(POIFSFileSystem file, String name, Passwords passwords) throws IOException {
        this.file = file;
        this.name = name;
        this.passwords = passwords;
        this.savedOn = savedOn(file.getRoot());
        this.records = records(file, name, passwords);
    }

    private static Records records(POIFSFileSystem file, String name, Passwords passwords) throws IOException {
        EncryptedDocumentException refused = null;
        for (String word : passwords.words()) {
            InputStream opened = new NeededRecords(file.createDocumentInputStream(name));
            // POI takes the password from the thread.
            Biff8EncryptionKey.setCurrentUserPassword(word);
            try {
                return new Records(opened, new RecordFactoryInputStream(opened, false));
            } catch (EncryptedDocumentException wrong) {
                refused = wrong;
                opened.close();
            } finally {
                Biff8EncryptionKey.setCurrentUserPassword(null);
            }
        }
        throw refused == null ? new EncryptedDocumentException("No password was tried") : refused;
    }

    static WorkbookRows open(Path path, Passwords passwords) throws IOException, UnreadableWorkbook {
        POIFSFileSystem file;
        try {
            file = new POIFSFileSystem(path.toFile(), true);
        } catch (IOException | RuntimeException failure) {
            throw broken(failure);
        }
        try {
            if (file.getRoot().hasEntryCaseInsensitive("EncryptedPackage")) {
                return decrypted(file, passwords);
            }
            String name = workbook(file.getRoot());
            if (version(file, name) < BIFF_8) {
                return new OldXlsRows(file.createDocumentInputStream(name), file);
            }
            return new XlsRows(file, name, passwords);
        } catch (EncryptedDocumentException encrypted) {
            file.close();
            throw passwords.refusal(encrypted);
        } catch (IOException | RuntimeException failure) {
            file.close();
            throw broken(failure);
        } catch (UnreadableWorkbook unreadable) {
            file.close();
            throw unreadable;
        }
    }

    private static WorkbookRows decrypted(POIFSFileSystem file, Passwords passwords)
            throws IOException, UnreadableWorkbook {
        Path plain = passwords.decrypted(file);
        try {
            WorkbookRows rows = new TemporaryRows(WorkbookFile.zipped(plain), plain);
            file.close();
            return rows;
        } catch (IOException | UnreadableWorkbook | RuntimeException failure) {
            Files.deleteIfExists(plain);
            throw failure;
        }
    }

    /** What the first record says the file's version is. */
    private static int version(POIFSFileSystem file, String name) throws IOException {
        try (InputStream in = file.createDocumentInputStream(name)) {
            byte[] head = in.readNBytes(6);
            boolean tells = head.length == 6 && LittleEndian.getUShort(head, 0) == 0x809;
            return tells ? LittleEndian.getUShort(head, 4) : 0;
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
        throw new UnreadableWorkbook(
                UnreadableWorkbook.Code.UNSUPPORTED, "holds no workbook; save the table as xlsx or csv");
    }

    @Override
    public @Nullable SheetRow next() throws UnreadableWorkbook {
        try {
            while (!ended) {
                Record next = records.factory().nextRecord();
                ended = next == null;
                SheetRow row = next == null ? cells.end() : cells.take(next);
                if (row != null) {
                    return row;
                }
            }
            return null;
        } catch (EncryptedDocumentException encrypted) {
            throw passwords.refusal(encrypted);
        } catch (RuntimeException failure) {
            // POI answers damaged records with runtime exceptions of many kinds.
            throw broken(failure);
        }
    }

    @Override
    public List<MergedCells> merges() throws UnreadableWorkbook, IOException {
        List<List<MergedCells>> known = merges;
        if (known == null) {
            Records again = records(file, name, passwords);
            try {
                known = XlsMerges.of(again.factory());
            } catch (EncryptedDocumentException encrypted) {
                throw passwords.refusal(encrypted);
            } catch (RuntimeException failure) {
                // As above.
                throw broken(failure);
            } finally {
                again.stream().close();
            }
            merges = known;
        }
        int sheet = cells.sheetIndex();
        return sheet >= 0 && sheet < known.size() ? List.copyOf(known.get(sheet)) : List.of();
    }

    @Override
    public Set<String> hiddenColumns() {
        return cells.hiddenColumns();
    }

    private static UnreadableWorkbook broken(Exception cause) {
        return new UnreadableWorkbook(
                UnreadableWorkbook.Code.BROKEN, "is damaged; open it in Excel and save it again as xlsx", cause);
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
        records.stream().close();
        file.close();
    }
}
