package org.talentrecall.ingest.mailbox;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talentrecall.ingest.document.DocumentReader.Look;
import org.talentrecall.ingest.message.Message;

/**
 * What is known of a raw message before its turn comes.
 *
 * @param message null when it is none
 * @param look at the whole of it; only for loose files
 * @param files looks at the first of the message's attached files, or at all of them
 * @param took what it has cost of the message's time, apart from the files
 */
record Prepared(@Nullable Message message, @Nullable Look look, List<File> files, Duration took) {
    Prepared {
        files = List.copyOf(files);
    }

    /** @param took what looking at it has cost of the message's time */
    record File(Look look, Duration took) {}
}
