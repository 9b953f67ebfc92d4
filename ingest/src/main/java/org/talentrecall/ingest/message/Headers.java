package org.talentrecall.ingest.message;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The headers of one message or part, in order, values one byte a character. */
final class Headers {
    private static final Pattern IN_BRACKETS = Pattern.compile("<\\s*([^<>\\s]{1,250})\\s*>");
    private static final int REFERENCES_AT_MOST = 100;

    private final List<MessageOutline.Field> fields = new ArrayList<>();

    void add(String name, String value) {
        fields.add(new MessageOutline.Field(name.strip().toLowerCase(Locale.ROOT), value));
    }

    List<MessageOutline.Field> all() {
        return fields;
    }

    int size() {
        return fields.size();
    }

    boolean has(String name) {
        return first(name) != null;
    }

    @Nullable
    String first(String name) {
        for (MessageOutline.Field field : fields) {
            if (field.name().equals(name)) {
                return field.value();
            }
        }
        return null;
    }

    String text(String name) {
        String value = first(name);
        return value == null ? "" : HeaderText.decode(value);
    }

    HeaderParameters parameters(String name) {
        return HeaderParameters.parse(first(name));
    }

    /** Message-IDs in a header, without brackets; an id that lacks its brackets is taken when it stands alone. */
    List<String> ids(String name) {
        String value = first(name);
        if (value == null) {
            return List.of();
        }
        LinkedHashSet<String> ids = new LinkedHashSet<>();
        Matcher matcher = IN_BRACKETS.matcher(value);
        while (matcher.find() && ids.size() < REFERENCES_AT_MOST) {
            ids.add(matcher.group(1));
        }
        String alone = value.strip();
        if (ids.isEmpty() && alone.matches("[^<>\\s]{3,250}")) {
            ids.add(alone);
        }
        return List.copyOf(ids);
    }

    Optional<HeaderDate> date() {
        Optional<HeaderDate> sent = HeaderDate.parse(first("date"));
        if (sent.isPresent()) {
            return sent;
        }
        String received = first("received");
        return HeaderDate.parse(received == null ? null : received.substring(received.lastIndexOf(';') + 1))
                .map(date -> new HeaderDate(date.time(), false));
    }

    /** RFC 2919, RFC 2369, RFC 3834, and the older Precedence. */
    boolean bulk() {
        String automatic = text("auto-submitted").toLowerCase(Locale.ROOT);
        String precedence = text("precedence").toLowerCase(Locale.ROOT);
        return has("list-id")
                || has("list-unsubscribe")
                || has("list-post")
                || !automatic.isEmpty() && !automatic.startsWith("no")
                || precedence.equals("bulk")
                || precedence.equals("list")
                || precedence.equals("junk");
    }

    /** Whether anything says that this is a mail at all. */
    boolean likeMail() {
        return has("from")
                || has("to")
                || has("subject")
                || has("date")
                || has("received")
                || has("message-id")
                || has("sender")
                || has("content-type")
                || has("mime-version");
    }
}
