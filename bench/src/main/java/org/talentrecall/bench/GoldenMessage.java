package org.talentrecall.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The structure of a message as MIME4J's test messages state it in {@code NAME_decoded.xml}: headers, multiparts, messages
 * within messages, and the names of the files that hold the decoded bodies. The files are no XML to a parser of XML: they
 * hold bytes of any charset and control characters.
 */
final class GoldenMessage {
    private static final Pattern TOKEN = Pattern.compile("<(/?)([a-z-]+)(?: name=\"([^\"]*)\")?(/?)>\\r?\\n?");

    /** What stands where a body is. */
    enum Kind {
        MULTIPART,
        MESSAGE,
        TEXT,
        BINARY,
        NONE
    }

    /** A message, or a part of a multipart. */
    static final class Node {
        final List<String> fields = new ArrayList<>();
        final List<Node> parts = new ArrayList<>();
        Kind kind = Kind.NONE;
        /** Of a text or binary body. */
        @Nullable
        String file;

        String preamble = "";

        /** The value of the first header of a name, or an empty string. */
        String field(String name) {
            return fields.stream()
                    .map(String::strip)
                    .filter(field -> field.regionMatches(true, 0, name + ':', 0, name.length() + 1))
                    .map(field -> field.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }

        private Node within() {
            Node node = new Node();
            parts.add(node);
            return node;
        }
    }

    private final String text;
    private final Deque<Node> open = new ArrayDeque<>();
    private int from;

    private GoldenMessage(String text) {
        this.text = text;
    }

    static Node read(Path xml) throws IOException {
        return new GoldenMessage(Files.readString(xml, StandardCharsets.ISO_8859_1)).read();
    }

    private Node read() {
        Node root = new Node();
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            String name = token.group(2);
            if (token.group(1).isEmpty()) {
                begin(name, token.group(3), root);
            } else {
                end(name, text.substring(from, token.start()));
            }
            from = token.end();
        }
        return root;
    }

    private void begin(String name, @Nullable String file, Node root) {
        switch (name) {
            case "message" -> {
                Node around = open.peek();
                if (around != null) {
                    around.kind = Kind.MESSAGE;
                }
                open.push(around == null ? root : around.within());
            }
            case "body-part" -> open.push(open.element().within());
            case "multipart" -> open.element().kind = Kind.MULTIPART;
            case "text-body", "binary-body" -> {
                open.element().kind = name.startsWith("text") ? Kind.TEXT : Kind.BINARY;
                open.element().file = file;
            }
            default -> {
                // What holds text is taken at its end.
            }
        }
    }

    private void end(String name, String held) {
        switch (name) {
            case "message", "body-part" -> open.pop();
            case "field" -> open.element().fields.add(unescaped(held));
            case "preamble" -> open.element().preamble = unescaped(held);
            default -> {
                // Nothing is asked of the others.
            }
        }
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&");
    }
}
