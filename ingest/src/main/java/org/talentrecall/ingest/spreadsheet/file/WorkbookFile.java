package org.talentrecall.ingest.spreadsheet.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamException;

/** Opens a file by what it is, whatever its name says. */
public final class WorkbookFile {
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6};
    private static final byte[] OLE = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};
    /** Second bytes of files of Excel 2 to 5 that lie in no container. */
    private static final String OLD_BEGINNINGS = "\u0000\u0002\u0004\u0008";

    private static final byte[] PDF = {'%', 'P', 'D', 'F'};

    private WorkbookFile() {}

    /** Opens a file that no password of ours protects; see {@link #open(Path, Passwords)}. */
    public static WorkbookRows open(Path file) throws UnreadableWorkbook, IOException {
        return open(file, Passwords.NONE);
    }

    /**
     * @param passwords tried when the workbook is protected
     * @return rows to be closed by the caller
     * @throws UnreadableWorkbook when the file is no workbook that can be read
     */
    public static WorkbookRows open(Path file, Passwords passwords) throws UnreadableWorkbook, IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(8);
        }
        if (head.length == 0) {
            throw new UnreadableWorkbook(UnreadableWorkbook.Code.EMPTY, "has no content; save it again");
        }
        if (starts(head, ZIP) || starts(head, EMPTY_ZIP)) {
            return zipped(file);
        }
        if (starts(head, OLE)) {
            return XlsRows.open(file, passwords);
        }
        if (starts(head, PDF)) {
            throw new UnreadableWorkbook(
                    UnreadableWorkbook.Code.UNSUPPORTED, "is a PDF document; export it as xlsx or csv");
        }
        if (head.length >= 4 && head[0] == 9 && OLD_BEGINNINGS.indexOf(head[1]) >= 0 && head[2] < 32 && head[3] == 0) {
            InputStream in = Files.newInputStream(file);
            return new OldXlsRows(in, in);
        }
        return TextFile.open(file);
    }

    /** A package of Office Open XML, a binary one, or one of OpenDocument. */
    static WorkbookRows zipped(Path file) throws UnreadableWorkbook, IOException {
        try {
            XlsxPackage opened = XlsxPackage.open(file);
            if (opened.isOpenDocument()) {
                opened.close();
                return OdsRows.open(file);
            }
            return opened.isBinary() ? XlsbRows.open(opened) : XlsxRows.open(opened);
        } catch (XMLStreamException | ZipException | InflationGuard.Exceeded | RuntimeException failure) {
            throw XlsxRows.unreadable(failure);
        }
    }

    private static boolean starts(byte[] head, byte[] magic) {
        return head.length >= magic.length && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
    }
}
