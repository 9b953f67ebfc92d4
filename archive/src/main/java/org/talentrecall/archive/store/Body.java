package org.talentrecall.archive.store;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Long text as the database keeps it: one byte that names the form, then the bytes. Form 1 is raw deflate of UTF-8. */
final class Body {
    /** The most bytes that fit one column of both databases (H2: 1 MiB), with some room. */
    static final int LARGEST = 1_000_000;

    private static final byte DEFLATE = 1;
    private static final int BUFFER = 8192;

    private Body() {}

    static byte[] pack(String text) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(DEFLATE);
            byte[] buffer = new byte[BUFFER];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    static String unpack(byte[] bytes) {
        if (bytes.length == 0 || bytes[0] != DEFLATE) {
            throw new IllegalStateException("The archive holds a body in a form this version does not know; use the"
                    + " version that wrote it");
        }
        Inflater inflater = new Inflater(true);
        try {
            // One byte more than the data, which raw deflate may want.
            inflater.setInput(Arrays.copyOfRange(bytes, 1, bytes.length + 1));
            ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length * 4);
            byte[] buffer = new byte[BUFFER];
            while (!inflater.finished()) {
                int length = inflater.inflate(buffer);
                if (length == 0 && !inflater.finished()) {
                    throw new IllegalStateException("The archive holds a body that is cut off; restore a backup");
                }
                out.write(buffer, 0, length);
            }
            return out.toString(StandardCharsets.UTF_8);
        } catch (DataFormatException e) {
            throw new IllegalStateException("The archive holds a damaged body; restore a backup", e);
        } finally {
            inflater.end();
        }
    }

    /** Pieces that each fit one column. */
    static List<byte[]> split(byte[] bytes) {
        List<byte[]> parts = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += LARGEST) {
            parts.add(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + LARGEST)));
        }
        return parts;
    }

    static byte[] join(List<byte[]> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        parts.forEach(out::writeBytes);
        return out.toByteArray();
    }
}
