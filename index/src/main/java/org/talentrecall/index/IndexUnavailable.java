package org.talentrecall.index;

/** Elasticsearch cannot be used. The message is one sentence for the operator, with the remedy. */
public final class IndexUnavailable extends RuntimeException {
    public IndexUnavailable(String message) {
        super(message);
    }

    public IndexUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
