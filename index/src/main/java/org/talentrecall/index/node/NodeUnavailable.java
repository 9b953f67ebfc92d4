package org.talentrecall.index.node;

/** The embedded node cannot be had. The message is one sentence for the operator, with the remedy. */
public final class NodeUnavailable extends RuntimeException {
    public NodeUnavailable(String message) {
        super(message);
    }

    public NodeUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
