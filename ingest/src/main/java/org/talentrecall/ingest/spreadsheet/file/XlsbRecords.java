package org.talentrecall.ingest.spreadsheet.file;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipException;
import org.apache.poi.util.LittleEndian;

/** The records of a part of a binary workbook, as [MS-XLSB] 2.1.4 lays them out: type, length, content. */
final class XlsbRecords implements Closeable {
    /** Longest cells hold 32,767 characters; runs and phonetic marks come on top. */
    private static final int LONGEST = 1 << 20;

    private final InputStream in;
    private byte[] data = new byte[256];
    private int type;
    private int length;

    XlsbRecords(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /** Goes to the next record; false at the end. */
    boolean next() throws IOException {
        int first = in.read();
        if (first < 0) {
            return false;
        }
        type = first;
        if ((first & 0x80) != 0) {
            type = (first & 0x7f) | (byteOrFail() & 0x7f) << 7;
        }
        length = 0;
        for (int shift = 0; shift < 28; shift += 7) {
            int part = byteOrFail();
            length |= (part & 0x7f) << shift;
            if ((part & 0x80) == 0) {
                break;
            }
        }
        int kept = Math.min(length, LONGEST);
        if (kept > data.length) {
            data = new byte[Math.max(kept, Math.min(LONGEST, data.length * 2))];
        }
        if (in.readNBytes(data, 0, kept) < kept) {
            throw new ZipException("A record is cut off");
        }
        in.skipNBytes(length - kept);
        length = kept;
        return true;
    }

    private int byteOrFail() throws IOException {
        int read = in.read();
        if (read < 0) {
            throw new ZipException("A record is cut off");
        }
        return read;
    }

    int type() {
        return type;
    }

    int length() {
        return length;
    }

    int byteAt(int at) {
        check(at, 1);
        return data[at] & 0xff;
    }

    int shortAt(int at) {
        check(at, 2);
        return LittleEndian.getUShort(data, at);
    }

    int intAt(int at) {
        check(at, 4);
        return LittleEndian.getInt(data, at);
    }

    double doubleAt(int at) {
        check(at, 8);
        return LittleEndian.getDouble(data, at);
    }

    /** The text at a place: a count of characters, then UTF-16. */
    String textAt(int at) {
        int characters = intAt(at);
        int bytes = Math.max(0, Math.min(Math.min(characters, XlsxText.MOST_CHARACTERS) * 2, length - at - 4));
        return new String(data, at + 4, bytes & ~1, StandardCharsets.UTF_16LE);
    }

    /** Where a text that begins there ends. */
    int behindText(int at) {
        int characters = intAt(at);
        return characters < 0 ? at + 4 : (int) Math.min(length, at + 4L + 2L * characters);
    }

    private void check(int at, int size) {
        if (at + size > length) {
            throw new IllegalStateException("A record is shorter than its kind");
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
