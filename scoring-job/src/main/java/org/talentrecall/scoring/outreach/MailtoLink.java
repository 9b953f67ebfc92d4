package org.talentrecall.scoring.outreach;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Builds {@code mailto:} links after RFC 6068: UTF-8, percent-encoded, line breaks as CRLF. Windows hands no more than
 * about 2,000 characters to a mail program, and a Chinese character takes nine, so a body that is too long keeps as many
 * of its first lines as fit; the whole draft stands in the report.
 */
final class MailtoLink {
    static final int LONGEST = 1_900;

    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~";
    private static final String LINE_BREAK = "%0D%0A";

    private MailtoLink() {}

    static String of(String address, String subject, String body) {
        String head = "mailto:" + encode(address, "@+") + "?subject=" + encode(subject, "") + "&body=";
        StringBuilder link = new StringBuilder(head);
        List<String> lines = new ArrayList<>(Arrays.asList(body.split("\r?\n", -1)));
        for (int i = 0; i < lines.size(); i++) {
            String piece = (i == 0 ? "" : LINE_BREAK) + encode(lines.get(i), "");
            if (link.length() + piece.length() > LONGEST) {
                return link.length() == head.length() ? cut(link, lines.get(i)) : link.toString();
            }
            link.append(piece);
        }
        return link.toString();
    }

    /** A first line that is too long by itself is cut between two characters. */
    private static String cut(StringBuilder link, String line) {
        line.codePoints()
                .mapToObj(point -> encode(Character.toString(point), ""))
                .takeWhile(piece -> link.length() + piece.length() <= LONGEST)
                .forEach(link::append);
        return link.toString();
    }

    private static String encode(String text, String alsoPlain) {
        StringBuilder encoded = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (each & 0xFF);
            if (each > 0 && (PLAIN.indexOf(character) >= 0 || alsoPlain.indexOf(character) >= 0)) {
                encoded.append(character);
            } else {
                encoded.append('%').append("%02X".formatted((int) character));
            }
        }
        return encoded.toString();
    }
}
