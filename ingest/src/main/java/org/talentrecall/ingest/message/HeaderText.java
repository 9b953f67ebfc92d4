package org.talentrecall.ingest.message;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.ingest.document.TextDecoder;

/**
 * Header values as text: encoded words (RFC 2047), also the usual broken ones. Neighbouring words of one charset are joined
 * as bytes before decoding, because many mailers cut them inside a character; raw bytes outside of words are taken for
 * whatever charset they look like.
 */
final class HeaderText {
    /** A word whose end is missing ends with the header, or where the next begins. */
    private static final Pattern WORD = Pattern.compile(
            "=\\?([^?\\s]{1,40})\\?([BbQq])\\?(.*?)" + "(?:\\?=|\\??$|(?==\\?[^?\\s]{1,40}\\?[BbQq]\\?))",
            Pattern.DOTALL);

    private static final Pattern NOT_BASE64 = Pattern.compile("[^A-Za-z0-9+/]");

    private HeaderText() {}

    /** @param raw the value, one byte a character (ISO-8859-1), unfolded or not */
    static String decode(String raw) {
        String unfolded = raw.replaceAll("\\r?\\n(?=[ \\t])", "").replaceAll("[\\r\\n]+", " ");
        StringBuilder text = new StringBuilder();
        Run run = new Run();
        int end = 0;
        Matcher word = WORD.matcher(unfolded);
        while (word.find()) {
            String between = unfolded.substring(end, word.start());
            boolean joined = end > 0 && between.isBlank();
            String charset = word.group(1).replaceFirst("\\*.*$", "");
            boolean base64 = word.group(2).equalsIgnoreCase("B");
            if (!joined || !run.takes(charset, base64)) {
                run.flush(text);
            }
            if (!joined) {
                text.append(plain(between));
            }
            run.add(charset, base64, word.group(3));
            end = word.end();
        }
        run.flush(text);
        text.append(plain(unfolded.substring(end)));
        return text.toString().replaceAll("\\s+", " ").strip();
    }

    private static String plain(String raw) {
        return TextDecoder.decode(raw.getBytes(StandardCharsets.ISO_8859_1), null);
    }

    /** Encoded words that follow each other and belong together. */
    private static final class Run {
        private @Nullable String charset;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final StringBuilder base64 = new StringBuilder();

        boolean takes(String nextCharset, boolean nextBase64) {
            return charset != null && charset.equalsIgnoreCase(nextCharset) && (nextBase64 || base64.length() == 0);
        }

        void add(String wordCharset, boolean isBase64, String encoded) {
            charset = wordCharset;
            if (!isBase64) {
                quotedPrintable(encoded);
                return;
            }
            String digits = NOT_BASE64.matcher(encoded).replaceAll("");
            base64.append(digits);
            // A word whose digits do not fill up goes on in the next one, cut by a mailer that did not care.
            if (base64.length() % 4 == 0 || encoded.endsWith("=")) {
                drain();
            }
        }

        private void drain() {
            int usable = base64.length() % 4 == 1 ? base64.length() - 1 : base64.length();
            bytes.writeBytes(Base64.getDecoder().decode(base64.substring(0, usable)));
            base64.setLength(0);
        }

        private void quotedPrintable(String encoded) {
            for (int i = 0; i < encoded.length(); i++) {
                char c = encoded.charAt(i);
                int high = c == '=' && i + 2 < encoded.length() ? Character.digit(encoded.charAt(i + 1), 16) : -1;
                int low = high >= 0 ? Character.digit(encoded.charAt(i + 2), 16) : -1;
                if (low >= 0) {
                    bytes.write(high << 4 | low);
                    i += 2;
                } else {
                    bytes.write(c == '_' ? ' ' : c);
                }
            }
        }

        void flush(StringBuilder text) {
            if (base64.length() > 0) {
                drain();
            }
            if (bytes.size() > 0) {
                text.append(TextDecoder.decode(bytes.toByteArray(), charset));
            }
            bytes.reset();
            charset = null;
        }
    }
}
