package org.talentrecall.ingest.message;

import org.jspecify.annotations.Nullable;

/**
 * A part of a message that is not its body. The array is not copied; nobody changes it.
 *
 * @param path the part's place in the message, for example {@code 2.1}
 * @param name file name, decoded and without folders; null when the mail gives none
 * @param declaredType what the mail claims, lower case
 * @param inline whether it belongs into the text, such as a logo in a signature
 */
@SuppressWarnings("ArrayRecordComponent")
public record AttachedFile(String path, @Nullable String name, String declaredType, byte[] content, boolean inline) {}
