package org.talentrecall.ingest.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.talentrecall.ingest.document.HtmlText;
import org.talentrecall.ingest.document.TextDecoder;

/** A node of a message's tree while it is being read. */
final class MessagePart {
    /** What is text to a machine only, or read by a reader of its own. */
    private static final Set<String> FILES = Set.of(
            "text/calendar",
            "text/rtf",
            "text/rfc822-headers",
            "text/vcard",
            "text/x-vcard",
            "text/directory",
            "text/csv",
            "text/css");

    private static final byte[] NOTHING = {};

    final String path;
    final Headers headers = new Headers();
    final List<MessagePart> children = new ArrayList<>();
    /** Lower case, for example {@code multipart/mixed}; what the header claims, or the default. */
    String type = "text/plain";

    /** Of a multipart without parts what stands in their place, else nothing. */
    byte[] content = NOTHING;

    MessagePart(String path) {
        this.path = path;
    }

    MessagePart child() {
        String number = Integer.toString(children.size() + 1);
        MessagePart child = new MessagePart(path.isEmpty() ? number : path + '.' + number);
        children.add(child);
        content = NOTHING;
        return child;
    }

    boolean isMultipart() {
        return !children.isEmpty();
    }

    /** Text that belongs into the body: it has no name and is not declared an attachment. */
    boolean isText() {
        return !isMultipart()
                && type.startsWith("text/")
                && !FILES.contains(type)
                && !disposition().value().equals("attachment")
                && name() == null;
    }

    boolean isHtml() {
        return type.equals("text/html") || type.equals("application/xhtml+xml");
    }

    /** Whether it is text that says it is in UTF-7. */
    boolean isUtf7() {
        String charset = headers.parameters("content-type").text("charset");
        return type.startsWith("text/") && (isHtml() ? HtmlText.isUtf7(content, charset) : TextDecoder.isUtf7(charset));
    }

    HeaderParameters disposition() {
        return headers.parameters("content-disposition");
    }

    @org.jspecify.annotations.Nullable
    String name() {
        String name = disposition().text("filename");
        if (name == null) {
            name = headers.parameters("content-type").text("name");
        }
        if (name == null) {
            return null;
        }
        String bare = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        return bare.isEmpty() ? null : bare;
    }
}
