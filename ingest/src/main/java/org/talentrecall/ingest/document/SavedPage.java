package org.talentrecall.ingest.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.jspecify.annotations.Nullable;

/** Takes the words out of a file that is a MIME message: a web page saved by Word or a browser, often named .doc. */
final class SavedPage {
    private static final MimeConfig LENIENT =
            new MimeConfig.Builder().setMaxLineLen(-1).setMaxHeaderLen(1 << 16).build();

    private static final Pattern HEADER = Pattern.compile("\\s*(?:[!-9;-~]{1,100}[ \\t]*:|From )", Pattern.DOTALL);
    private static final int HEAD = 1024;

    private SavedPage() {}

    /** Whether it begins as a message does; detectors also take for one what only speaks of headers. */
    static boolean isMessage(byte[] content) {
        String head = new String(content, 0, Math.min(content.length, HEAD), StandardCharsets.ISO_8859_1);
        return HEADER.matcher(head).lookingAt();
    }

    /**
     * The part that holds the words. The array is not copied.
     *
     * @param charset as the part says; null when it does not
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Words(byte[] bytes, @Nullable String charset, boolean html) {
        boolean utf7() {
            return html ? HtmlText.isUtf7(bytes, charset) : TextDecoder.isUtf7(charset);
        }

        String text() {
            return html ? HtmlText.of(HtmlText.decode(bytes, charset)) : TextDecoder.decode(bytes, charset);
        }
    }

    /** The first HTML part, else the first plain part. */
    static Optional<Words> words(byte[] content) {
        Words plain = null;
        MimeTokenStream stream = new MimeTokenStream(LENIENT);
        try {
            stream.parse(new ByteArrayInputStream(content));
            for (EntityState state = stream.getState(); state != EntityState.T_END_OF_STREAM; state = stream.next()) {
                if (state != EntityState.T_BODY) {
                    continue;
                }
                String type = stream.getBodyDescriptor().getMimeType();
                boolean html = type.equals("text/html");
                if (html || type.equals("text/plain") && plain == null) {
                    byte[] bytes = stream.getDecodedInputStream().readAllBytes();
                    Words words = new Words(bytes, stream.getBodyDescriptor().getCharset(), html);
                    if (html) {
                        return Optional.of(words);
                    }
                    plain = words;
                }
            }
        } catch (MimeException | IOException e) {
            // A file cut off in the middle: what came before the cut still counts.
            return Optional.ofNullable(plain);
        }
        return Optional.ofNullable(plain);
    }
}
