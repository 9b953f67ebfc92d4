package org.talentrecall.ingest.message;

import org.jspecify.annotations.Nullable;
import org.talentrecall.ingest.document.DocumentReading;

/**
 * A part of a message that is not its body. The array is not copied; nobody changes it.
 *
 * @param path the part's place in the message, for example {@code 2.1}
 * @param name file name, decoded and without folders; null when the mail gives none
 * @param declaredType what the mail claims, lower case
 * @param inline whether it belongs into the text, such as a logo in a signature
 * @param refused why it must not be read, whatever it holds; null when it may
 */
@SuppressWarnings("ArrayRecordComponent")
public record AttachedFile(
        String path,
        @Nullable String name,
        String declaredType,
        byte[] content,
        boolean inline,
        DocumentReading.@Nullable Why refused) {
    /** A part that may be read. */
    public AttachedFile(String path, @Nullable String name, String declaredType, byte[] content, boolean inline) {
        this(path, name, declaredType, content, inline, null);
    }
}
