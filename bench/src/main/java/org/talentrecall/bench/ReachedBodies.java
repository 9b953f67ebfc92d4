package org.talentrecall.bench;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.talentrecall.ingest.message.AttachedFile;
import org.talentrecall.ingest.message.Message;
import org.talentrecall.ingest.message.MessageReader;

/** What a message gives to those who read it: the words of its body and the bytes of its files, messages within included. */
final class ReachedBodies {
    private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*\"?([\\w.:-]+)", Pattern.CASE_INSENSITIVE);

    private final List<String> words = new ArrayList<>();
    private final List<byte[]> files = new ArrayList<>();

    private ReachedBodies() {}

    static ReachedBodies of(byte[] raw) {
        ReachedBodies reached = new ReachedBodies();
        reached.add(MessageReader.read(raw));
        return reached;
    }

    private void add(Message message) {
        words.add(letters(message.body()));
        for (AttachedFile file : message.attachments()) {
            files.add(file.content());
            if (file.declaredType().startsWith("message/")) {
                add(MessageReader.read(file.content()));
            }
        }
    }

    /**
     * Whether a body has come through: as a file byte by byte, or its letters and digits as a piece of a message's words.
     *
     * @param contentType the header's value, or an empty string
     */
    boolean has(byte[] body, String contentType) {
        if (files.stream().anyMatch(file -> Arrays.equals(file, body))) {
            return true;
        }
        String text = new String(body, charset(contentType));
        boolean markup = contentType.toLowerCase(Locale.ROOT).contains("html")
                || text.stripLeading().toLowerCase(Locale.ROOT).startsWith("<html");
        // Of a page the words between its tags have to come, in their order; entities and scripts are left aside.
        return markup ? page(text) : words.stream().anyMatch(all -> all.contains(letters(text)));
    }

    private boolean page(String html) {
        String visible = html.replaceAll("(?is)<(script|style|head)\\b.*?</\\1>|<!--.*?-->", " ");
        String[] pieces = visible.split("<[^>]*>|&[#\\w]+;?");
        return words.stream().anyMatch(all -> {
            int at = 0;
            for (String piece : pieces) {
                at = at < 0 ? at : all.indexOf(letters(piece), at);
            }
            return at >= 0;
        });
    }

    private static Charset charset(String contentType) {
        Matcher named = CHARSET.matcher(contentType);
        try {
            return named.find() ? Charset.forName(named.group(1)) : StandardCharsets.ISO_8859_1;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.ISO_8859_1;
        }
    }

    static String letters(String text) {
        return text.codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
