package org.talentrecall.ingest.document;

import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.record.Locator;

/** Names places within one text that is being read, so that a reader of text need not know where the text came from. */
@FunctionalInterface
public interface PlaceNamer {
    /**
     * @param page counted from 1; null for texts without pages, such as a mail's body
     * @param line counted from 1 within the page; null for the page, or the text, as a whole
     */
    Locator at(@Nullable Integer page, @Nullable Integer line);
}
