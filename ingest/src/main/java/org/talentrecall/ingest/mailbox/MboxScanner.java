package org.talentrecall.ingest.mailbox;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.ingest.message.MessageReader;

/**
 * Cuts the bytes of an mbox file into messages without holding more than one.
 *
 * <p>A message begins at a line {@code From …} with a weekday and a time (RFC 4155 and what Thunderbird, Foxmail and Google
 * write), at the beginning of the file or behind a blank line, when a header line follows. {@code >From } at the beginning
 * of a line loses one {@code >} (mboxrd). Memory is bounded by the size limit, whatever the lengths of lines.
 */
final class MboxScanner implements Closeable {
    private static final int PIECE = 8192;
    private static final int KEPT_OF_TOO_LARGE = 64 * 1024;
    private static final Pattern SEPARATOR = Pattern.compile(
            "From .*(\\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)\\b|\\d{4}-\\d{2}-\\d{2}).*\\d{1,2}:\\d{2}.*", Pattern.DOTALL);
    private static final Pattern FIRST = Pattern.compile("From .*", Pattern.DOTALL);
    private static final Pattern HEADER = Pattern.compile("[!-9;-~]{1,100}[ \\t]*:.*|>?From .*", Pattern.DOTALL);
    private static final Pattern ESCAPED = Pattern.compile(">+From .*", Pattern.DOTALL);

    private final InputStream input;
    private final long limit;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int filled;
    private long offset;
    private @Nullable Piece pushedBack;
    private boolean begun;
    /** The line before the message that comes next. */
    private String fromLine = "";

    private boolean inMessage;

    /** A line, or at most {@link #PIECE} bytes of one. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Piece(byte[] bytes, boolean beginsLine) {
        boolean endsLine() {
            return bytes[bytes.length - 1] == '\n';
        }

        boolean blank() {
            return beginsLine && (bytes[0] == '\n' || bytes[0] == '\r' && bytes.length == 2 && endsLine());
        }

        String text() {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    /**
     * @param content whole message or its beginning
     * @param end offset in the file behind it
     * @param arrived the time in the line before it; null when that has none
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Cut(
            byte[] content,
            boolean whole,
            long end,
            @Nullable Instant arrived) {}

    /**
     * @param input stands at {@code offset}, where a message begins
     * @param limit bytes of a message that are kept; of larger ones only the beginning is
     */
    MboxScanner(InputStream input, long offset, long limit) {
        this.input = input;
        this.offset = offset;
        this.limit = limit;
    }

    /**
     * Whether a message begins here. False for an empty file and for one that is no mbox.
     */
    boolean begins() throws IOException {
        Piece piece = piece(true);
        while (piece != null && piece.blank()) {
            piece = piece(true);
        }
        begun = true;
        inMessage = piece != null && FIRST.matcher(piece.text()).matches();
        if (inMessage && piece != null) {
            fromLine = piece.text();
            skipRest(piece);
        }
        return inMessage;
    }

    @Nullable
    Cut next() throws IOException {
        if (!begun) {
            begins();
        }
        if (!inMessage) {
            return null;
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        long size = 0;
        boolean beginsLine = true;
        boolean afterBlank = false;
        for (Piece piece = piece(beginsLine); piece != null; piece = piece(beginsLine)) {
            if (afterBlank
                    && piece.beginsLine()
                    && SEPARATOR.matcher(piece.text()).matches()) {
                long start = offset - piece.bytes().length;
                skipRest(piece);
                Piece following = piece(true);
                if (following == null || HEADER.matcher(following.text()).matches()) {
                    pushBack(following);
                    Cut cut = cut(content, size, start);
                    fromLine = piece.text();
                    return cut;
                }
                pushBack(following);
            }
            size += piece.bytes().length;
            append(content, piece, size);
            beginsLine = piece.endsLine();
            afterBlank = piece.blank();
        }
        inMessage = false;
        return cut(content, size, offset);
    }

    private Cut cut(ByteArrayOutputStream content, long size, long end) {
        return new Cut(
                content.toByteArray(),
                size <= limit,
                end,
                MessageReader.arrival(fromLine).orElse(null));
    }

    private void append(ByteArrayOutputStream content, Piece piece, long size) {
        if (size > limit && content.size() >= KEPT_OF_TOO_LARGE) {
            return;
        }
        boolean escaped = piece.beginsLine()
                && piece.bytes()[0] == '>'
                && ESCAPED.matcher(piece.text()).matches();
        int from = escaped ? 1 : 0;
        content.write(piece.bytes(), from, piece.bytes().length - from);
    }

    private void skipRest(Piece separator) throws IOException {
        Piece piece = separator;
        while (piece != null && !piece.endsLine()) {
            piece = piece(false);
        }
    }

    private void pushBack(@Nullable Piece piece) {
        if (piece != null) {
            pushedBack = piece;
            offset -= piece.bytes().length;
        }
    }

    private @Nullable Piece piece(boolean beginsLine) throws IOException {
        if (pushedBack != null) {
            Piece piece = pushedBack;
            pushedBack = null;
            offset += piece.bytes().length;
            return piece;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
        while (bytes.size() < PIECE) {
            if (at == filled) {
                filled = input.read(buffer);
                at = 0;
                if (filled <= 0) {
                    filled = 0;
                    break;
                }
            }
            int end = at;
            int most = Math.min(filled, at + PIECE - bytes.size());
            while (end < most && buffer[end] != '\n') {
                end++;
            }
            boolean lineEnd = end < most;
            bytes.write(buffer, at, (lineEnd ? end + 1 : end) - at);
            at = lineEnd ? end + 1 : end;
            if (lineEnd) {
                break;
            }
        }
        if (bytes.size() == 0) {
            return null;
        }
        offset += bytes.size();
        return new Piece(bytes.toByteArray(), beginsLine);
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
