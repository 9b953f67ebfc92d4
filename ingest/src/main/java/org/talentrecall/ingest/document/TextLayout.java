package org.talentrecall.ingest.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Lays the elements of a marked-up document out as lines: blocks on lines of their own, cells of a row parted by one tab,
 * several paragraphs inside a cell parted by line ends. Pages are begun by the caller.
 */
final class TextLayout {
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "table",
            "tbody",
            "tr",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "pre",
            "blockquote",
            "section",
            "article",
            "header",
            "footer",
            "hr",
            "form",
            "fieldset",
            "address",
            "body",
            "center",
            "caption",
            "title",
            "main",
            "aside",
            "nav",
            "option",
            "figure",
            "figcaption");
    private static final Set<String> CELLS = Set.of("td", "th");

    private final List<String> pages = new ArrayList<>();
    private final StringBuilder page = new StringBuilder();
    private final StringBuilder line = new StringBuilder();
    private final int limit;
    private int characters;
    private int quoteDepth;
    private boolean lineEndDue;
    private boolean tabDue;

    /** @param limit how many characters at most */
    TextLayout(int limit) {
        this.limit = limit;
    }

    /** Whether more text came than the limit allows; what came after was left out. */
    boolean overflowed() {
        return characters > limit;
    }

    void text(String written) {
        characters += written.length();
        if (overflowed()) {
            return;
        }
        int from = 0;
        for (int i = 0; i <= written.length(); i++) {
            if (i == written.length() || written.charAt(i) == '\n') {
                append(written.substring(from, i));
                if (i < written.length()) {
                    newLine();
                }
                from = i + 1;
            }
        }
    }

    /** Ends the line, if there is anything in it. */
    void lineEnd() {
        flushLine();
    }

    void begin(String element) {
        if (element.equals("br")) {
            settle();
            newLine();
        } else if (element.equals("tr")) {
            flushLine();
        } else if (BLOCKS.contains(element) && !tabDue) {
            // The first paragraph of a cell stays in the row's line.
            lineEndDue = true;
        }
    }

    void end(String element) {
        if (CELLS.contains(element)) {
            closeCell();
            tabDue = true;
        } else if (element.equals("tr")) {
            tabDue = false;
            lineEndDue = true;
        } else if (BLOCKS.contains(element)) {
            lineEndDue = true;
        }
    }

    void quote() {
        flushLine();
        quoteDepth++;
    }

    void unquote() {
        flushLine();
        quoteDepth = Math.max(0, quoteDepth - 1);
    }

    void newPage() {
        flushLine();
        pages.add(page.toString().stripTrailing());
        page.setLength(0);
    }

    /** The page that ended last. */
    String lastPage() {
        return pages.get(pages.size() - 1);
    }

    /** All pages; at least one. */
    List<String> pages() {
        flushLine();
        if (pages.isEmpty() || !page.toString().isBlank()) {
            newPage();
        }
        return List.copyOf(pages);
    }

    private void append(String piece) {
        if (piece.isBlank()) {
            if (!piece.isEmpty() && line.length() > 0 && !endsBlank() && !lineEndDue && !tabDue) {
                line.append(' ');
            }
            return;
        }
        settle();
        line.append(line.length() == 0 || endsBlank() ? piece.stripLeading() : piece);
    }

    private boolean endsBlank() {
        return line.length() > 0 && Character.isWhitespace(line.charAt(line.length() - 1));
    }

    private void settle() {
        if (tabDue) {
            tabDue = false;
            lineEndDue = false;
            stripLine();
            line.append('\t');
        } else if (lineEndDue) {
            flushLine();
        }
    }

    private void closeCell() {
        // An empty cell still parts its neighbours.
        if (tabDue) {
            stripLine();
            line.append('\t');
            tabDue = false;
        }
        lineEndDue = false;
    }

    private void newLine() {
        if (lineEndDue && line.length() > 0) {
            flushLine();
        } else {
            writeLine();
        }
        lineEndDue = false;
    }

    private void flushLine() {
        if (!line.toString().isBlank()) {
            writeLine();
        }
        line.setLength(0);
        lineEndDue = false;
        tabDue = false;
    }

    private void writeLine() {
        String text = line.toString().stripTrailing();
        boolean afterBlank = page.length() == 0 || page.length() > 1 && page.charAt(page.length() - 2) == '\n';
        if (text.isBlank() && afterBlank) {
            line.setLength(0);
            return;
        }
        page.append("> ".repeat(quoteDepth)).append(text.isBlank() ? "" : text).append('\n');
        line.setLength(0);
    }

    private void stripLine() {
        int end = line.length();
        while (end > 0 && (line.charAt(end - 1) == ' ' || line.charAt(end - 1) == '\r')) {
            end--;
        }
        line.setLength(end);
    }
}
