package org.talentrecall.ingest.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.ingest.message.Message.Mailbox;

/** Address lists as mailers write them; what is no address is passed over, a name without address is kept. */
final class HeaderAddresses {
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>@,;:\"()\\[\\]]{1,64}@[^\\s<>@,;:\"()]{1,255}");
    private static final int AT_MOST = 500;

    private HeaderAddresses() {}

    /** @param raw the header's value, one byte a character */
    static List<Mailbox> parse(@Nullable String raw) {
        List<Mailbox> mailboxes = new ArrayList<>();
        if (raw == null) {
            return mailboxes;
        }
        for (String piece : pieces(raw.replaceAll("\\r?\\n[ \\t]*", " "))) {
            Mailbox mailbox = mailbox(piece);
            if (mailbox != null && mailboxes.size() < AT_MOST) {
                mailboxes.add(mailbox);
            }
        }
        return mailboxes;
    }

    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        boolean quoted = false;
        int brackets = 0;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '<' || c == '(')) {
                brackets++;
            } else if (!quoted && (c == '>' || c == ')')) {
                brackets = Math.max(0, brackets - 1);
            } else if (!quoted && brackets == 0 && (c == ',' || c == ';')) {
                pieces.add(text.substring(from, i));
                from = i + 1;
            }
        }
        pieces.add(text.substring(from));
        return pieces;
    }

    private static @Nullable Mailbox mailbox(String piece) {
        int open = piece.lastIndexOf('<');
        int close = piece.indexOf('>', Math.max(open, 0));
        if (open >= 0) {
            String inside = piece.substring(open + 1, close > open ? close : piece.length());
            Matcher address = ADDRESS.matcher(inside);
            if (address.find()) {
                return new Mailbox(
                        name(HeaderText.decode(piece.substring(0, open))),
                        address.group().toLowerCase(Locale.ROOT));
            }
        }
        // Also finds an address that a mailer has put into the encoded word together with the name.
        String decoded = HeaderText.decode(piece);
        Matcher address = ADDRESS.matcher(decoded);
        if (address.find()) {
            String rest = decoded.substring(0, address.start()) + ' ' + decoded.substring(address.end());
            return new Mailbox(name(rest), address.group().toLowerCase(Locale.ROOT));
        }
        boolean groupOnly = decoded.endsWith(":") || decoded.isBlank();
        String name = groupOnly ? null : name(decoded.substring(decoded.indexOf(':') + 1));
        return name == null ? null : new Mailbox(name, "");
    }

    private static @Nullable String name(String decoded) {
        String name = decoded.replaceAll("[\"<>()]|^'|'$", " ")
                .replaceAll("\\s+", " ")
                .strip();
        return name.isEmpty() ? null : name;
    }
}
