package org.talentrecall.ingest.message;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.ingest.document.TextDecoder;

/**
 * Value and parameters of Content-Type and Content-Disposition: RFC 2045 quotes, RFC 2231 continuations and charsets, and
 * what mailers make of them (encoded words inside quotes, percent signs without a star, raw bytes, blanks without quotes).
 */
record HeaderParameters(String value, Map<String, String> raw) {
    private static final Pattern EXTENDED = Pattern.compile("([\\w!#$&^.+-]*)'[\\w-]*'(.*)", Pattern.DOTALL);
    private static final Pattern CONTINUED = Pattern.compile("(.+?)\\*(\\d{1,3})(\\*?)");
    private static final Pattern PERCENT_HIGH = Pattern.compile("(?:%[89A-Fa-f][0-9A-Fa-f]){2,}");

    /** @param header the header's value, one byte a character */
    static HeaderParameters parse(@Nullable String header) {
        Map<String, String> raw = new TreeMap<>();
        if (header == null) {
            return new HeaderParameters("", raw);
        }
        String unfolded = header.replaceAll("\\r?\\n[ \\t]*", " ");
        int at = end(unfolded, 0);
        String value = unfolded.substring(0, at).strip().toLowerCase(Locale.ROOT);
        while (at < unfolded.length()) {
            int next = end(unfolded, at + 1);
            String parameter = unfolded.substring(at + 1, next);
            int equals = parameter.indexOf('=');
            if (equals > 0) {
                String name = parameter.substring(0, equals).strip().toLowerCase(Locale.ROOT);
                raw.putIfAbsent(name, unquoted(parameter.substring(equals + 1).strip()));
            }
            at = next;
        }
        return new HeaderParameters(value.replaceAll("\\s+", ""), raw);
    }

    /** The end of the piece that begins at {@code from}: the next semicolon outside of quotes, or the end. */
    private static int end(String text, int from) {
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ';' && !quoted) {
                return i;
            }
        }
        // A quote that never ends: take the semicolons as they are.
        int semicolon = quoted ? text.indexOf(';', from) : -1;
        return semicolon < 0 ? text.length() : semicolon;
    }

    private static String unquoted(String text) {
        String inner = text;
        if (inner.startsWith("\"")) {
            int close = inner.lastIndexOf('"');
            inner = close > 0 ? inner.substring(1, close) : inner.substring(1);
        }
        // In raw GBK a backslash may be the second half of a character.
        boolean ascii = inner.chars().allMatch(c -> c < 0x80);
        return ascii ? inner.replaceAll("\\\\(.)", "$1") : inner;
    }

    /** The parameter as text, or null. */
    @Nullable
    String text(String name) {
        String extended = raw.get(name + '*');
        if (extended != null) {
            return extended(extended);
        }
        String continued = continued(name);
        if (continued != null) {
            return continued;
        }
        String plain = raw.get(name);
        if (plain == null) {
            return null;
        }
        // A value in the extended form whose name lacks its star, or percent signs without any form.
        return PERCENT_HIGH.matcher(plain).find() ? extended(plain) : HeaderText.decode(plain);
    }

    private static String extended(String value) {
        Matcher matcher = EXTENDED.matcher(value);
        return matcher.matches() ? decoded(matcher.group(2), matcher.group(1)) : decoded(value, null);
    }

    private @Nullable String continued(String name) {
        Map<Integer, String> pieces = new TreeMap<>();
        boolean percent = false;
        for (Map.Entry<String, String> entry : raw.entrySet()) {
            Matcher matcher = CONTINUED.matcher(entry.getKey());
            if (matcher.matches() && matcher.group(1).equals(name)) {
                boolean encoded = !matcher.group(3).isEmpty()
                        || PERCENT_HIGH.matcher(entry.getValue()).find();
                // In a piece without a star a percent sign is one, unless the mailer forgot the star.
                String piece = encoded ? entry.getValue() : entry.getValue().replace("%", "%25");
                pieces.merge(Integer.valueOf(matcher.group(2)), piece, (first, second) -> first);
                percent |= encoded;
            }
        }
        if (pieces.isEmpty()) {
            return null;
        }
        String joined = String.join("", pieces.values());
        return percent ? extended(joined) : HeaderText.decode(joined.replace("%25", "%"));
    }

    private static String decoded(String percent, @Nullable String charset) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < percent.length(); i++) {
            char c = percent.charAt(i);
            int high = c == '%' && i + 2 < percent.length() ? Character.digit(percent.charAt(i + 1), 16) : -1;
            int low = high >= 0 ? Character.digit(percent.charAt(i + 2), 16) : -1;
            if (low >= 0) {
                bytes.write(high << 4 | low);
                i += 2;
            } else {
                bytes.write(c);
            }
        }
        String label = charset == null || charset.isEmpty() ? null : charset;
        String text = TextDecoder.decode(bytes.toByteArray(), label);
        return text.contains("=?")
                ? HeaderText.decode(new String(bytes.toByteArray(), StandardCharsets.ISO_8859_1))
                : text;
    }
}
