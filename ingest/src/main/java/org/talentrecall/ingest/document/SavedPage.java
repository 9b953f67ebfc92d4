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

/** Takes the words out of a file that is a MIME message: a web page saved by Word or a browser, often named .doc. */
final class SavedPage {
    private static final MimeConfig LENIENT =
            new MimeConfig.Builder().setMaxLineLen(-1).setMaxHeaderLen(1 << 16).build();

    private static final Pattern HEADER = Pattern.compile("\\s*(?:[!-9;-~]{1,100}[ \\t]*:|From )", Pattern.DOTALL);
    private static final int HEAD = 1024;

    private static final long BYTES_A_CHARACTER = 4;

    private SavedPage() {}

    /** Whether it begins as a message does; detectors also take for one what only speaks of headers. */
    static boolean isMessage(byte[] content) {
        String head = new String(content, 0, Math.min(content.length, HEAD), StandardCharsets.ISO_8859_1);
        return HEADER.matcher(head).lookingAt();
    }

    /** The page is in UTF-7, which nothing reads any more. */
    static final class InUtf7 extends Exception {
        private static final long serialVersionUID = 1;
    }

    /** The text of the first HTML part, else of the first plain part; a larger page is read to the limit only. */
    static Optional<String> text(byte[] content, int characters) throws InUtf7 {
        String plain = null;
        int atMost = (int) Math.min(Integer.MAX_VALUE, BYTES_A_CHARACTER * characters);
        MimeTokenStream stream = new MimeTokenStream(LENIENT);
        try {
            stream.parse(new ByteArrayInputStream(content));
            for (EntityState state = stream.getState(); state != EntityState.T_END_OF_STREAM; state = stream.next()) {
                if (state != EntityState.T_BODY) {
                    continue;
                }
                String type = stream.getBodyDescriptor().getMimeType();
                String charset = stream.getBodyDescriptor().getCharset();
                if (type.equals("text/html")) {
                    byte[] bytes = stream.getDecodedInputStream().readNBytes(atMost);
                    if (HtmlText.isUtf7(bytes, charset)) {
                        throw new InUtf7();
                    }
                    return Optional.of(HtmlText.of(HtmlText.decode(bytes, charset)));
                }
                if (type.equals("text/plain") && plain == null) {
                    if (TextDecoder.isUtf7(charset)) {
                        throw new InUtf7();
                    }
                    plain = TextDecoder.decode(stream.getDecodedInputStream().readAllBytes(), charset);
                }
            }
        } catch (MimeException | IOException e) {
            // A file cut off in the middle: what came before the cut still counts.
            return Optional.ofNullable(plain);
        }
        return Optional.ofNullable(plain);
    }
}
