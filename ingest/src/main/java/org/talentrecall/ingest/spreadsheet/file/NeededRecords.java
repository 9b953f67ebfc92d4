package org.talentrecall.ingest.spreadsheet.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.apache.poi.util.LittleEndian;

/**
 * The records of an xls stream (MS-XLS 2.3) that rows are made of. POI refuses a whole file for the sake of one damaged
 * record, also of kinds that nobody asked for: of drawings, printers, charts. Formulas that are marked as those of older
 * versions, as some programs write them, are marked as Excel reads them. A protected stream comes as it is, since it is
 * deciphered by place. Not safe for use by several threads.
 */
final class NeededRecords extends InputStream {
    private static final int HEAD = 4;
    /** A password's record stands among so many first ones. */
    private static final int FIRST = 3;

    private static final int FILE_PASS = 0x2f;
    private static final int CONTINUE = 0x3c;
    private static final int FORMULA = 0x06;
    private static final Set<Integer> OLDER_FORMULAS = Set.of(0x206, 0x406);
    /**
     * Begin and end of streams, sheets, strings, styles and formats, the date system; columns, rows and merged cells; cells and
     * what formulas come to.
     */
    private static final Set<Integer> NEEDED = Set.of(
            0x809, 0x0a, 0x85, 0xfc, 0xe0, 0x41e, 0x22, 0x7d, 0x208, 0xe5, 0xfd, 0x204, 0x203, 0x27e, 0xbd, 0x205,
            FORMULA, 0x207);

    /** Strings alone are so long that they are continued; what follows other records continues a drawing further up. */
    private static final Set<Integer> CONTINUED = Set.of(0xfc, 0x207, 0x204);

    private final InputStream in;
    private byte[] record = new byte[0];
    private int at;
    private int records;
    private boolean isProtected;
    /** Whether what continues the record before is needed. */
    private boolean continued;

    NeededRecords(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!isFilled()) {
            return -1;
        }
        int some = Math.min(length, record.length - at);
        System.arraycopy(record, at, bytes, offset, some);
        at += some;
        return some;
    }

    /** POI asks it whether there is another record. */
    @Override
    public int available() throws IOException {
        return isFilled() ? record.length - at + in.available() : 0;
    }

    private boolean isFilled() throws IOException {
        while (at == record.length) {
            byte[] head = in.readNBytes(HEAD);
            if (head.length == 0) {
                return false;
            }
            if (head.length < HEAD) {
                record = head;
            } else {
                next(head);
            }
            at = 0;
        }
        return true;
    }

    private void next(byte[] head) throws IOException {
        int kind = LittleEndian.getUShort(head, 0);
        byte[] body = in.readNBytes(LittleEndian.getUShort(head, 2));
        records++;
        isProtected |= kind == FILE_PASS && records <= FIRST;
        boolean asItIs = isProtected || records <= FIRST;
        boolean older = !asItIs && OLDER_FORMULAS.contains(kind);
        boolean needed = asItIs || older || (kind == CONTINUE ? continued : NEEDED.contains(kind));
        continued = CONTINUED.contains(kind) || kind == CONTINUE && continued;
        if (!needed) {
            record = new byte[0];
            return;
        }
        if (older) {
            LittleEndian.putUShort(head, 0, FORMULA);
        }
        record = new byte[HEAD + body.length];
        System.arraycopy(head, 0, record, 0, HEAD);
        System.arraycopy(body, 0, record, HEAD, body.length);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
