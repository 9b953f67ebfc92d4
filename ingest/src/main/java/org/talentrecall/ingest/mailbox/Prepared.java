package org.talentrecall.ingest.mailbox;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talentrecall.ingest.document.DocumentMeaning.Told;
import org.talentrecall.ingest.document.DocumentReader.Look;
import org.talentrecall.ingest.mailbox.MailMeaning.Said;
import org.talentrecall.ingest.message.Message;

/**
 * What is known of a raw message before its turn comes.
 *
 * @param message null when it is none
 * @param look at the whole of it; only for loose files
 * @param told what a loose document says; null for anything else
 * @param files looks at the first of the message's attached files, or at all of them
 * @param said what the message's own words say; null where that is to be told at its turn
 * @param took what it has cost of the message's time, apart from the files
 */
record Prepared(
        @Nullable Message message,
        @Nullable Look look,
        @Nullable Told told,
        List<File> files,
        @Nullable Said said,
        Duration took) {
    Prepared {
        files = List.copyOf(files);
    }

    /** For a message that is read without anything having been done ahead but parsing it. */
    static Prepared nothing(Message message) {
        return new Prepared(message, null, null, List.of(), null, Duration.ZERO);
    }

    /**
     * One attached file.
     *
     * @param told what a document says; null for anything else
     * @param took what looking at it has cost of the message's time
     */
    record File(Look look, @Nullable Told told, Duration took) {}
}
