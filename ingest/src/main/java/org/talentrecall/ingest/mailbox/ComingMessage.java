package org.talentrecall.ingest.mailbox;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A message that was taken out of its container before its turn.
 *
 * @param prepared what is done for it meanwhile
 */
record ComingMessage(RawMessage raw, FutureTask<Prepared> prepared) {
    /** Waits for the preparation, or does it here and now if nobody has begun it. What it threw is thrown here. */
    Prepared ready() {
        prepared.run();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return prepared.get();
                } catch (InterruptedException e) {
                    // It ends within the message's time; leaving it now would leave it a child to read with.
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException("Preparing a message throws nothing that is checked", e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Leaves it undone unless it has been begun. */
    void abandon() {
        prepared.cancel(false);
    }
}
