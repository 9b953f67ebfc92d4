package org.talentrecall.ingest.outlook;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes a message of Outlook as a MIME message (RFC 5322, RFC 2045; headers in UTF-8 as in RFC 6532). Where Outlook kept
 * the headers the message came with, they are its headers, less those that describe the form it no longer has. The same
 * message gives the same bytes.
 */
final class MimeMessage {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT);
    private static final Pattern OF_THE_FORM = Pattern.compile(
            "(?i)^(content-[\\w-]+|mime-version)\\s*:.*(?:\\r?\\n[ \\t].*)*\\r?\\n?", Pattern.MULTILINE);
    private static final Pattern A_HEADER = Pattern.compile("(?m)^[!-9;-~]{1,100}:");
    private static final String LINE = "\r\n";

    private final StringBuilder headers = new StringBuilder();
    private final List<File> files = new ArrayList<>();
    private final int depth;
    private @Nullable String text;
    private byte @Nullable [] html;
    private byte @Nullable [] rtf;
    private boolean transported;

    /** @param depth how many messages it lies within, which keeps boundaries apart */
    MimeMessage(int depth) {
        this.depth = depth;
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record File(
            @Nullable String name, String type, @Nullable String contentId, byte[] content) {}

    /** The headers as they came over the wire, if there are any. */
    void transport(@Nullable String raw) {
        if (raw == null || !A_HEADER.matcher(raw).find()) {
            return;
        }
        // Microsoft puts a line of its own before them.
        String kept = OF_THE_FORM
                .matcher(raw.replaceFirst("(?i)^Microsoft Mail Internet Headers.*\\R", ""))
                .replaceAll("")
                .strip();
        int blank = kept.indexOf("\r\n\r\n");
        headers.append(blank < 0 ? kept : kept.substring(0, blank)).append(LINE);
        transported = headers.toString().toLowerCase(Locale.ROOT).contains("from:");
    }

    /** Adds a header unless the message came with its own. */
    void header(String name, @Nullable String value) {
        if (value == null || value.isBlank() || transported && has(name)) {
            return;
        }
        String line = value.replaceAll("[\\r\\n\\u0000]+", " ").strip();
        headers.append(name).append(": ").append(line).append(LINE);
    }

    private boolean has(String name) {
        return Pattern.compile("(?im)^" + Pattern.quote(name) + "\\s*:")
                .matcher(headers)
                .find();
    }

    void date(@Nullable Instant date) {
        header("Date", date == null ? null : DATE.format(date.atOffset(ZoneOffset.UTC)));
    }

    /** A name and an address as one header value; an address inside Exchange's own directory is none. */
    static @Nullable String mailbox(@Nullable String name, @Nullable String address) {
        boolean real = address != null && address.contains("@");
        String shown = name == null ? "" : name.replaceAll("[\"<>\\r\\n]", " ").strip();
        if (!real) {
            return shown.isEmpty() ? null : shown.contains("@") ? shown : '"' + shown + '"';
        }
        return shown.isEmpty() || shown.equals(address) ? '<' + address + '>' : '"' + shown + "\" <" + address + '>';
    }

    void text(@Nullable String body) {
        text = body;
    }

    void html(byte @Nullable [] body) {
        html = body;
    }

    /** Only kept when there is no other form. */
    void rtf(byte @Nullable [] body) {
        rtf = body;
    }

    boolean hasBody() {
        return text != null && !text.isBlank() || html != null && html.length > 0;
    }

    /** @param type may be null or wrong; what the file is, its content tells */
    void file(@Nullable String name, @Nullable String type, @Nullable String contentId, byte[] content) {
        boolean usable = type != null && type.matches("[\\w.+-]+/[\\w.+-]+");
        files.add(new File(
                name,
                usable ? String.valueOf(type).toLowerCase(Locale.ROOT) : "application/octet-stream",
                contentId,
                content));
    }

    void message(@Nullable String name, byte[] mime) {
        files.add(new File(name, "message/rfc822", null, mime));
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(out, headers + "MIME-Version: 1.0" + LINE);
        String mixed = "=_recall_mixed_" + depth;
        String forms = "=_recall_forms_" + depth;
        write(out, "Content-Type: multipart/mixed; boundary=\"" + mixed + '"' + LINE + LINE);
        write(
                out,
                "--" + mixed + LINE + "Content-Type: multipart/alternative; boundary=\"" + forms + '"' + LINE + LINE);
        if (text != null && !text.isBlank()) {
            part(out, forms, "text/plain; charset=utf-8", "", text.getBytes(StandardCharsets.UTF_8));
        }
        if (html != null && html.length > 0) {
            part(out, forms, "text/html", "", html);
        }
        write(out, "--" + forms + "--" + LINE);
        if (!hasBody() && rtf != null && rtf.length > 0) {
            part(out, mixed, "text/rtf", "Content-Disposition: inline" + LINE, rtf);
        }
        for (File file : files) {
            part(out, mixed, file.type(), more(file), file.content());
        }
        write(out, "--" + mixed + "--" + LINE);
        return out.toByteArray();
    }

    private static String more(File file) {
        StringBuilder more = new StringBuilder("Content-Disposition: ");
        boolean picture = file.contentId() != null && file.type().startsWith("image/");
        more.append(picture ? "inline" : "attachment");
        if (file.name() != null) {
            more.append("; filename*=utf-8''").append(percent(file.name()));
        }
        more.append(LINE);
        if (file.contentId() != null) {
            more.append("Content-ID: <")
                    .append(file.contentId().replaceAll("[<>\\s]", ""))
                    .append('>')
                    .append(LINE);
        }
        return more.toString();
    }

    private static String percent(String name) {
        return java.net.URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static void part(ByteArrayOutputStream out, String boundary, String type, String more, byte[] content) {
        write(out, "--" + boundary + LINE + "Content-Type: " + type + LINE + more);
        if (type.equals("message/rfc822")) {
            write(out, LINE);
            out.writeBytes(content);
        } else {
            write(out, "Content-Transfer-Encoding: base64" + LINE + LINE);
            out.writeBytes(Base64.getMimeEncoder().encode(content));
        }
        write(out, LINE);
    }

    private static void write(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
