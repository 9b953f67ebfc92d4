package org.talentrecall.ingest.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.talentrecall.ingest.document.HtmlText;
import org.talentrecall.ingest.document.TextDecoder;

/** Sorts a message's parts into the body, said once however many forms it comes in, and the attached files. */
final class MessageBody {
    /** A plain form with less than this share of the HTML form's letters is a stub ("your program shows no HTML"). */
    private static final double STUB = 0.5;

    private final List<String> texts = new ArrayList<>();
    private final List<AttachedFile> files = new ArrayList<>();

    private final int largest;

    private MessageBody(int largest) {
        this.largest = largest;
    }

    /** @param largest a text of more bytes is a file */
    static MessageBody of(MessagePart root, int largest) {
        MessageBody body = new MessageBody(largest);
        body.take(root, false);
        return body;
    }

    String text() {
        return String.join("\n", texts).replaceAll("(?m)[ \\t\\u00A0]+$", "").stripTrailing();
    }

    List<AttachedFile> files() {
        return files;
    }

    private void take(MessagePart part, boolean related) {
        if (part.isMultipart()) {
            if (part.type.equals("multipart/alternative")) {
                alternative(part, related);
            } else {
                boolean within = related || part.type.equals("multipart/related");
                part.children.forEach(child -> take(child, within));
            }
        } else if (part.content.length <= largest
                && (part.isText() || part.type.startsWith("multipart/") && part.content.length > 0)) {
            String text = readable(part);
            if (!text.isBlank()) {
                texts.add(text);
            }
        } else if (part.content.length > 0 || part.name() != null) {
            file(part, related);
        }
    }

    /** Keeps the fullest form of the text, the plain one when they are about equal; files in any form are kept. */
    private void alternative(MessagePart alternatives, boolean related) {
        String best = "";
        for (MessagePart child : alternatives.children) {
            MessageBody one = new MessageBody(largest);
            one.take(child, related);
            String text = one.text();
            if (letters(best) < STUB * letters(text)) {
                best = text;
            }
            files.addAll(one.files);
        }
        if (!best.isBlank()) {
            texts.add(best);
        }
    }

    private static long letters(String text) {
        return text.codePoints().filter(Character::isLetterOrDigit).count();
    }

    private void file(MessagePart part, boolean related) {
        boolean picture = part.type.startsWith("image/");
        boolean inline = picture
                && !part.disposition().value().equals("attachment")
                && (related
                        || part.headers.has("content-id")
                        || part.disposition().value().equals("inline"));
        String path = part.path.isEmpty() ? "1" : part.path;
        files.add(new AttachedFile(path, part.name(), part.type, part.content, inline));
    }

    private static String readable(MessagePart part) {
        HeaderParameters type = part.headers.parameters("content-type");
        String charset = type.text("charset");
        if (part.type.equals("text/html") || part.type.equals("application/xhtml+xml")) {
            return HtmlText.ofMail(HtmlText.decode(part.content, charset));
        }
        String text =
                TextDecoder.decode(part.content, charset).replace("\r\n", "\n").replace('\r', '\n');
        if (part.type.equals("text/plain") && looksLikeHtml(text)) {
            return HtmlText.ofMail(text);
        }
        boolean flowed = "flowed".equalsIgnoreCase(type.text("format"));
        return flowed ? unwrapped(text, "yes".equalsIgnoreCase(type.text("delsp"))) : text;
    }

    private static boolean looksLikeHtml(String text) {
        String head = text.substring(0, Math.min(text.length(), 500)).strip().toLowerCase(Locale.ROOT);
        return head.startsWith("<!doctype html") || head.startsWith("<html");
    }

    /** Joins the lines that format=flowed (RFC 3676) wrapped; quoted lines stay as they are. */
    private static String unwrapped(String text, boolean dropBlank) {
        StringBuilder joined = new StringBuilder(text.length());
        for (String line : text.split("\n", -1)) {
            boolean quote = line.startsWith(">");
            boolean signature = line.equals("-- ");
            String unstuffed = line.startsWith(" ") ? line.substring(1) : line;
            boolean soft = !quote && !signature && unstuffed.endsWith(" ");
            joined.append(soft && dropBlank ? unstuffed.substring(0, unstuffed.length() - 1) : unstuffed);
            if (!soft) {
                joined.append('\n');
            }
        }
        return joined.toString();
    }
}
