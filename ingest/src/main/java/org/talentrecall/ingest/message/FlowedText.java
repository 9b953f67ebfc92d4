package org.talentrecall.ingest.message;

/** Joins the lines that format=flowed (RFC 3676) wrapped: only with a line of the same quote depth, never a signature's mark. */
final class FlowedText {
    private static final String SIGNATURE = "-- ";

    private final StringBuilder joined;
    private final boolean dropBlank;
    private boolean soft;
    private int depth;

    private FlowedText(int length, boolean dropBlank) {
        this.joined = new StringBuilder(length);
        this.dropBlank = dropBlank;
    }

    /** @param dropBlank DelSp=yes: the blank at which a line was wrapped is none of the text's, as in Chinese */
    static String unwrapped(String text, boolean dropBlank) {
        FlowedText flowed = new FlowedText(text.length(), dropBlank);
        text.lines().forEach(flowed::line);
        return flowed.joined.toString();
    }

    private void line(String line) {
        int quotes = 0;
        while (quotes < line.length() && line.charAt(quotes) == '>') {
            quotes++;
        }
        String content = line.substring(quotes);
        content = content.startsWith(" ") ? content.substring(1) : content;
        boolean signature = content.equals(SIGNATURE);
        boolean goesOn = soft && quotes == depth && !signature;
        if (soft && !goesOn) {
            joined.append('\n');
        }
        if (!goesOn && quotes > 0) {
            joined.append(">".repeat(quotes)).append(' ');
        }
        soft = !signature && content.endsWith(" ");
        depth = quotes;
        joined.append(soft && dropBlank ? content.substring(0, content.length() - 1) : content);
        if (!soft) {
            joined.append('\n');
        }
    }
}
