package org.talentrecall.enrich.fetch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** Undoes the compression of a body, without letting a small one grow past the limit. */
final class ContentCoding {
    private static final int BUFFER = 16 * 1024;
    private static final Set<String> GZIP = Set.of("gzip", "x-gzip");

    private ContentCoding() {}

    /**
     * @param coding the Content-Encoding header, empty when there is none
     * @throws TooLargeException when more than {@code limit} bytes come out
     * @throws IOException when the coding is none we asked for, or the bytes are not in it
     */
    static byte[] decode(byte[] body, String coding, int limit) throws IOException {
        String name = coding.strip().toLowerCase(Locale.ROOT);
        if (GZIP.contains(name)) {
            return inflate(new GZIPInputStream(new ByteArrayInputStream(body)), limit);
        }
        if (name.equals("deflate")) {
            return inflate(new InflaterInputStream(new ByteArrayInputStream(body)), limit);
        }
        if (name.isEmpty() || name.equals("identity")) {
            return body;
        }
        throw new IOException("The answer is in a content coding that was not asked for");
    }

    private static byte[] inflate(InputStream compressed, int limit) throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        try (compressed) {
            int count = compressed.read(buffer);
            while (count >= 0) {
                if (plain.size() + count > limit) {
                    throw new TooLargeException();
                }
                plain.write(buffer, 0, count);
                count = compressed.read(buffer);
            }
        }
        return plain.toByteArray();
    }
}
