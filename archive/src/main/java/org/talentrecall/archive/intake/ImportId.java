package org.talentrecall.archive.intake;

/** Names one import: everything that one run of one stage (or one {@code import} command) brought in. */
public record ImportId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
