package org.talentrecall.ingest.spreadsheet.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Opens a file by what it is, whatever its name says. */
public final class WorkbookFile {
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6};
    private static final byte[] OLE = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};
    private static final byte[] PDF = {'%', 'P', 'D', 'F'};

    private WorkbookFile() {}

    /**
     * @return rows to be closed by the caller
     * @throws UnreadableWorkbook when the file is no workbook that can be read
     */
    public static WorkbookRows open(Path file) throws UnreadableWorkbook, IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(8);
        }
        if (head.length == 0) {
            throw new UnreadableWorkbook(UnreadableWorkbook.Code.EMPTY, "has no content; save it again");
        }
        if (starts(head, ZIP) || starts(head, EMPTY_ZIP)) {
            return XlsxRows.open(file);
        }
        if (starts(head, OLE)) {
            return XlsRows.open(file);
        }
        if (starts(head, PDF)) {
            throw new UnreadableWorkbook(
                    UnreadableWorkbook.Code.UNSUPPORTED, "is a PDF document; export it as xlsx or csv");
        }
        return DelimitedRows.open(file);
    }

    private static boolean starts(byte[] head, byte[] magic) {
        return head.length >= magic.length && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
    }
}
