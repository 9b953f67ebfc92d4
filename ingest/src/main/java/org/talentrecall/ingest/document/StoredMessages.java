package org.talentrecall.ingest.document;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.talentrecall.ingest.child.ChildAnswer;
import org.talentrecall.ingest.child.ChildProcesses;
import org.talentrecall.ingest.document.DocumentReading.Why;
import org.talentrecall.ingest.outlook.OutlookStore;

/** The messages of a PST or OST file, one after the other. Used by one thread. */
public final class StoredMessages implements AutoCloseable {
    private final ChildProcesses.Conversation conversation;
    private final Duration time;
    private @Nullable Why fault;

    StoredMessages(ChildProcesses.Conversation conversation, Duration time) {
        this.conversation = conversation;
        this.time = time;
    }

    /** The next message, or null at the end and where the file cannot be read any further. */
    public OutlookStore.@Nullable Kept next() {
        ChildAnswer answer = conversation.next(time);
        if (answer instanceof ChildAnswer.Value value) {
            return OutlookStore.Kept.of(value.bytes());
        }
        fault = answer instanceof ChildAnswer.End ? null : DocumentReader.reason(answer);
        return null;
    }

    /** Why the end came early; null when it is the end. */
    public @Nullable Why fault() {
        return fault;
    }

    @Override
    public void close() {
        conversation.close();
    }
}
