package org.talentrecall.enrich.fetch;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of a page or feed. What is said about the encoding (byte order mark, header, declaration inside) is believed
 * as long as the bytes agree; else UTF-8 and GB18030 are tried.
 */
public final class PageText {
    private static final int HEAD = 4096;
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Pattern IN_HEADER =
            Pattern.compile("charset\\s*=\\s*[\"']?([\\w.:-]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern INSIDE = Pattern.compile(
            "<\\?xml[^>]*encoding\\s*=\\s*[\"']([\\w.:-]+)|<meta[^>]*charset\\s*=\\s*[\"']?\\s*([\\w.:-]+)",
            Pattern.CASE_INSENSITIVE);

    private PageText() {}

    /**
     * @param contentType the header as sent, or null
     */
    public static String of(byte[] bytes, @Nullable String contentType) {
        Optional<Charset> mark = byteOrderMark(bytes);
        if (mark.isPresent()) {
            return withoutMark(new String(bytes, mark.get()));
        }
        Set<Charset> declared = new LinkedHashSet<>();
        Matcher header = IN_HEADER.matcher(contentType == null ? "" : contentType);
        if (header.find()) {
            charset(header.group(1)).ifPresent(declared::add);
        }
        Matcher inside =
                INSIDE.matcher(new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1));
        while (inside.find()) {
            charset(inside.group(1) == null ? inside.group(2) : inside.group(1)).ifPresent(declared::add);
        }
        Set<Charset> candidates = new LinkedHashSet<>();
        // Text in another encoding is hardly ever valid UTF-8 by chance, but anything at all is valid Latin-1.
        if (declared.isEmpty() || declared.iterator().next().equals(WINDOWS_1252)) {
            candidates.add(StandardCharsets.UTF_8);
        }
        candidates.addAll(declared);
        candidates.add(StandardCharsets.UTF_8);
        candidates.add(GB18030);
        for (Charset candidate : candidates) {
            Optional<String> text = strictly(bytes, candidate);
            if (text.isPresent()) {
                return text.get();
            }
        }
        return new String(
                bytes,
                declared.isEmpty()
                        ? StandardCharsets.UTF_8
                        : declared.iterator().next());
    }

    private static Optional<Charset> byteOrderMark(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        return startsWith(bytes, 0xFF, 0xFE) ? Optional.of(StandardCharsets.UTF_16LE) : Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xFF) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** As browsers do: GB2312 and GBK are read by their superset, Latin-1 as Windows wrote it. */
    private static Optional<Charset> charset(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("gb") || lower.equals("x-gbk") || lower.equals("cp936")) {
            return Optional.of(GB18030);
        }
        if (lower.equals("iso-8859-1") || lower.equals("latin1") || lower.equals("us-ascii")) {
            return Optional.of(WINDOWS_1252);
        }
        if (lower.startsWith("utf-16")) {
            // What could be read as far as this declaration is no UTF-16.
            return Optional.of(StandardCharsets.UTF_8);
        }
        try {
            return Optional.of(Charset.forName(lower));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
