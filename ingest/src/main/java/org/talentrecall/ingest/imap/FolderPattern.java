package org.talentrecall.ingest.imap;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names folders as LIST does (RFC 3501 6.3.8): {@code *} stands for anything, {@code %} for anything on one level. Levels
 * are parted by {@code /}, whatever the server parts them by.
 */
public record FolderPattern(String text) {
    public FolderPattern {
        checked(text);
    }

    /** The text, if it names anything. */
    public static String checked(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("an empty folder name");
        }
        return text;
    }

    /** The pattern as a server wants it that parts levels by {@code separator}. */
    String on(char separator) {
        return separator == 0 ? text : text.replace('/', separator);
    }

    /**
     * Whether a folder is meant.
     *
     * @param separator what parts levels in {@code folder}; 0 where folders lie in no folder
     */
    public boolean matches(String folder, char separator) {
        String name = separator == 0 ? folder : folder.replace(separator, '/');
        StringBuilder expression = new StringBuilder();
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '*' || c == '%') {
                expression.append(Pattern.quote(words.toString())).append(c == '*' ? ".*" : "[^/]*");
                words.setLength(0);
            } else {
                words.append(c);
            }
        }
        expression.append(Pattern.quote(words.toString()));
        // INBOX is the one name whose case does not count.
        boolean inbox = text.toUpperCase(Locale.ROOT).equals("INBOX") && name.equalsIgnoreCase("INBOX");
        return inbox
                || Pattern.compile(expression.toString(), Pattern.DOTALL)
                        .matcher(name)
                        .matches();
    }
}
