package org.talentrecall.ingest.source;

import org.talentrecall.archive.record.SourceId;

/**
 * A source, or one of its files or folders, that could not be read at all in this run. The others go on.
 *
 * @param sentence what is wrong, where, and what to do
 */
public record SourceProblem(SourceId source, Code code, String sentence) {
    /** What is wrong. */
    public enum Code {
        MISSING,
        FORBIDDEN,
        NOT_OF_ITS_KIND,
        UNREACHABLE,
        REFUSED,
        BROKEN_OFF
    }
}
