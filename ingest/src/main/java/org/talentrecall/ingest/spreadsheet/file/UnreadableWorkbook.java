package org.talentrecall.ingest.spreadsheet.file;

/** A file, or the rest of one, that cannot be read. The message is a sentence part without the file's name. */
public final class UnreadableWorkbook extends Exception {
    private final Code code;

    public UnreadableWorkbook(Code code, String message) {
        super(message);
        this.code = code;
    }

    public UnreadableWorkbook(Code code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }

    /** Why it cannot be read; the names go into rejected records. */
    public enum Code {
        EMPTY,
        ENCRYPTED,
        BROKEN,
        /** Inflates beyond all proportion, as files made to do harm do. */
        TOO_LARGE,
        UNSUPPORTED
    }
}
