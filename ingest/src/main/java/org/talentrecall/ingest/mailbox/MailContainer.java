package org.talentrecall.ingest.mailbox;

import java.io.Closeable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.intake.Container;
import org.talentrecall.ingest.source.Since;
import org.talentrecall.ingest.source.SourceUnreadable;

/** One file or folder of messages that is read in order. */
interface MailContainer {
    /** The container's path in the archive. */
    String path();

    /** What a locator calls it: the source, and the folder or file within. */
    String mailbox();

    /** Whether messages that are no longer found stay in the archive. */
    boolean grows();

    /** What the operator says lies in this very container, or null where only the source's hint counts. */
    default @Nullable String folderHint() {
        return null;
    }

    /** Whether a message may change where it lies, as in files in which a mail program notes its flags. */
    default boolean rewritten() {
        return true;
    }

    /**
     * Opens it behind what is known, or returns null when there is nothing new.
     *
     * @param known how far an earlier run came
     */
    @Nullable
    Messages open(Optional<Container> known) throws SourceUnreadable;

    /**
     * Opens it for reading messages a second time that an earlier run or this one has read; those before {@code since} may
     * be among them. Called when everything new has been read.
     *
     * @param progress how far reading has come; nothing behind it is to be given
     */
    default @Nullable Messages again(Since since, Container progress) throws SourceUnreadable {
        return open(Optional.empty());
    }

    /** Whether {@link #again} itself leaves out what lies before the day. */
    default boolean choosesDays() {
        return false;
    }

    /**
     * Whether opening it depends on what the archive has by then of the containers before it, so that it must not be opened
     * ahead of time.
     */
    default boolean asksArchive() {
        return false;
    }

    /** Messages in order. */
    interface Messages extends Closeable {
        /** The progress before the first message given. */
        Container start();

        /** The next message, or null at the end. */
        @Nullable
        RawMessage next() throws SourceUnreadable;

        @Override
        void close();
    }
}
