package org.talentrecall.ingest.document;

import java.util.List;

/**
 * The readable text of one document.
 *
 * <p>Lines end with {@code \n}. Cells of a table's row are parted by a tab and rows by a line end, so that a form's label
 * stays beside its value. Formats without pages give one page.
 *
 * @param pages in order; page numbers count from 1, lines count from 1 within a page
 * @param recognised whether a program made it out in pictures, so that characters may be wrong
 * @param cut whether the document has more than what a limit let through
 */
public record DocumentText(List<String> pages, boolean recognised, boolean cut) {
    /** The whole of a text as it was written. */
    public DocumentText(List<String> pages) {
        this(pages, false, false);
    }

    public DocumentText {
        pages = List.copyOf(pages);
    }

    /** A document without pages, such as a text file. */
    public static DocumentText of(String text) {
        return new DocumentText(List.of(text));
    }

    /** All pages, parted by a line end. */
    public String whole() {
        return String.join("\n", pages);
    }

    /** Whether no page has a letter or digit. */
    public boolean isBlank() {
        return pages.stream().noneMatch(page -> page.codePoints().anyMatch(Character::isLetterOrDigit));
    }
}
