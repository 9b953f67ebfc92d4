package org.talentrecall.bench.mailbox;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts an mbox file into messages at every line that begins with {@code "From "}, and does no more: it looks for no blank
 * line before, takes no {@code ">"} away and has no limits.
 */
final class PlainMbox implements Closeable {
    private static final byte[] SEPARATOR = "From ".getBytes(StandardCharsets.US_ASCII);
    private static final int BUFFER = 1 << 16;

    private final InputStream input;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int filled;

    PlainMbox(Path mbox) throws IOException {
        input = new BufferedInputStream(Files.newInputStream(mbox), BUFFER);
        skipSeparator();
    }

    /** The next message, or null at the end. */
    byte @Nullable [] next() throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream(BUFFER);
        boolean lineBegins = true;
        while (filled(SEPARATOR.length)) {
            if (lineBegins && startsSeparator()) {
                skipSeparator();
                return message.toByteArray();
            }
            int end = at;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            lineBegins = end < filled;
            int behind = lineBegins ? end + 1 : end;
            message.write(buffer, at, behind - at);
            at = behind;
        }
        return message.size() == 0 ? null : message.toByteArray();
    }

    private boolean startsSeparator() {
        return filled - at >= SEPARATOR.length
                && Arrays.equals(buffer, at, at + SEPARATOR.length, SEPARATOR, 0, SEPARATOR.length);
    }

    private void skipSeparator() throws IOException {
        while (filled(1)) {
            if (buffer[at++] == '\n') {
                return;
            }
        }
    }

    /** Has so many bytes ready, if the file still has them; false at the end of the file. */
    private boolean filled(int least) throws IOException {
        if (filled - at < least) {
            System.arraycopy(buffer, at, buffer, 0, filled - at);
            filled -= at;
            at = 0;
            int read = input.readNBytes(buffer, filled, BUFFER - filled);
            filled += read;
        }
        return at < filled;
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
