package org.talentrecall.ingest.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.talentrecall.ingest.document.DocumentReading.Why;
import org.talentrecall.ingest.document.HtmlText;
import org.talentrecall.ingest.document.TextDecoder;

/** Sorts a message's parts into the body, said once however many forms it comes in, and the attached files. */
final class MessageBody {
    /** A plain form with less than this share of the HTML form's letters is a stub ("your program shows no HTML"). */
    private static final double STUB = 0.5;

    private final List<String> texts = new ArrayList<>();
    /** For each text whether it was HTML. */
    private final List<Boolean> forms = new ArrayList<>();

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
        // Not by a pattern: a line of a megabyte of blanks would take it hours.
        return String.join("\n", texts)
                .lines()
                .map(MessageBody::withoutBlanksBehind)
                .collect(Collectors.joining("\n"))
                .stripTrailing();
    }

    private static String withoutBlanksBehind(String line) {
        int end = line.length();
        while (end > 0 && " \t\u00A0".indexOf(line.charAt(end - 1)) >= 0) {
            end--;
        }
        return line.substring(0, end);
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
        } else if (part.isUtf7()) {
            files.add(new AttachedFile(place(part), part.name(), part.type, part.content, false, Why.UTF_7));
        } else if (part.content.length <= largest
                && (part.isText() || part.type.startsWith("multipart/") && part.content.length > 0)) {
            String text = readable(part);
            if (!text.isBlank() && !said(text, part.isHtml())) {
                texts.add(text);
                forms.add(part.isHtml());
            }
        } else if (part.content.length > 0 || part.name() != null) {
            file(part, related);
        }
    }

    /** Whether a text of the other form, plain or HTML, says the same: some mailers send both without calling them so. */
    private boolean said(String text, boolean html) {
        String own = lettersOf(text);
        for (int i = 0; i < texts.size(); i++) {
            if (forms.get(i) != html && lettersOf(texts.get(i)).equals(own)) {
                return true;
            }
        }
        return false;
    }

    private static String lettersOf(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            if (Character.isLetterOrDigit(character)) {
                letters.appendCodePoint(character);
            }
            at += Character.charCount(character);
        }
        return letters.toString();
    }

    /** Keeps the fullest form of the text, the plain one when they are about equal; files in any form are kept. */
    private void alternative(MessagePart alternatives, boolean related) {
        String best = "";
        for (MessagePart child : alternatives.children) {
            if (child.type.equals("text/x-amp-html") && alternatives.children.size() > 1) {
                // A page that acts; its words are in the HTML form as well.
                continue;
            }
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
            forms.add(false);
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
        files.add(new AttachedFile(place(part), part.name(), part.type, part.content, inline));
    }

    private static String place(MessagePart part) {
        return part.path.isEmpty() ? "1" : part.path;
    }

    private static String readable(MessagePart part) {
        HeaderParameters type = part.headers.parameters("content-type");
        String charset = type.text("charset");
        if (part.isHtml() || part.type.equals("text/x-amp-html")) {
            return HtmlText.ofMail(HtmlText.decode(part.content, charset));
        }
        String text =
                TextDecoder.decode(part.content, charset).replace("\r\n", "\n").replace('\r', '\n');
        if (part.type.equals("text/plain") && looksLikeHtml(text)) {
            return HtmlText.ofMail(text);
        }
        boolean flowed = "flowed".equalsIgnoreCase(type.text("format"));
        return flowed ? FlowedText.unwrapped(text, "yes".equalsIgnoreCase(type.text("delsp"))) : text;
    }

    private static boolean looksLikeHtml(String text) {
        String head = text.substring(0, Math.min(text.length(), 500)).strip().toLowerCase(Locale.ROOT);
        return head.startsWith("<!doctype html") || head.startsWith("<html");
    }
}
