package org.talentrecall.ingest.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;

/** Takes the words out of a file that is a MIME message: a web page saved by Word or a browser, often named .doc. */
final class SavedPage {
    private static final MimeConfig LENIENT =
            new MimeConfig.Builder().setMaxLineLen(-1).setMaxHeaderLen(1 << 16).build();

    private static final long BYTES_A_CHARACTER = 4;

    private SavedPage() {}

    /** The text of the first HTML part, else of the first plain part; a larger page is read to the limit only. */
    static Optional<String> text(byte[] content, int characters) {
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
                    return Optional.of(HtmlText.of(HtmlText.decode(bytes, charset)));
                }
                if (type.equals("text/plain") && plain == null) {
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
