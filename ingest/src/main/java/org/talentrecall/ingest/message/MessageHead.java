package org.talentrecall.ingest.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells by its first lines what a file that may be a message is. */
public final class MessageHead {
    private static final int HEAD = 32 << 10;
    private static final Pattern HEADER = Pattern.compile("([!-9;-~]{1,100})[ \\t]*:(.*)");
    private static final Set<String> OF_MAIL = Set.of(
            "from",
            "to",
            "cc",
            "subject",
            "date",
            "received",
            "message-id",
            "mime-version",
            "content-type",
            "content-transfer-encoding",
            "return-path",
            "reply-to",
            "delivered-to",
            "sender",
            "in-reply-to",
            "references",
            "x-mailer");
    private static final Set<String> ON_ITS_WAY =
            Set.of("to", "cc", "received", "message-id", "return-path", "delivered-to", "reply-to", "x-mailer");
    private static final int ENOUGH = 2;
    /** Apple Mail puts the message's length before it, and its own marks behind. */
    private static final Pattern EMLX = Pattern.compile("^\\s*(\\d{1,9})\\s*\\r?\\n(?=[!-9;-~]{1,100}:)");

    private MessageHead() {}

    /** What a file is. */
    public enum Kind {
        /** A mail. */
        MAIL,
        /** A web page saved with its pictures (MHTML, RFC 2557), which has the form of a message but was never sent. */
        SAVED_PAGE,
        OTHER
    }

    /** Judges by the headers at the beginning; content says nothing else reliable about mail. */
    public static Kind of(byte[] content) {
        Set<String> names = new HashSet<>();
        boolean savedBy = false;
        String head = new String(content, 0, Math.min(content.length, HEAD), StandardCharsets.ISO_8859_1);
        for (String line : EMLX.matcher(head).replaceFirst("").stripLeading().split("\\r?\\n|\\r", -1)) {
            boolean unix = names.isEmpty() && (line.startsWith("From ") || line.startsWith(">From "));
            boolean goesOn = !names.isEmpty() && (line.startsWith(" ") || line.startsWith("\t"));
            if (unix || goesOn) {
                continue;
            }
            Matcher header = HEADER.matcher(line);
            if (!header.matches()) {
                break;
            }
            String name = header.group(1).toLowerCase(Locale.ROOT);
            names.add(name);
            savedBy |= name.equals("from")
                    && header.group(2).toLowerCase(Locale.ROOT).contains("saved by ");
            savedBy |= name.equals("snapshot-content-location");
        }
        long known = names.stream().filter(OF_MAIL::contains).count();
        if (known < ENOUGH) {
            return Kind.OTHER;
        }
        boolean sent = names.stream().anyMatch(ON_ITS_WAY::contains) || names.contains("from") && !savedBy;
        boolean page = names.contains("mime-version") && names.contains("content-type") && !sent;
        return savedBy || page ? Kind.SAVED_PAGE : Kind.MAIL;
    }

    /** The message in a file of Apple Mail's, or the file itself when it is none. */
    public static byte[] bare(byte[] content) {
        String head = new String(content, 0, Math.min(content.length, HEAD), StandardCharsets.ISO_8859_1);
        Matcher emlx = EMLX.matcher(head);
        if (!emlx.find()) {
            return content;
        }
        long end = (long) emlx.end() + Long.parseLong(emlx.group(1));
        return Arrays.copyOfRange(content, emlx.end(), (int) Math.min(content.length, end));
    }
}
