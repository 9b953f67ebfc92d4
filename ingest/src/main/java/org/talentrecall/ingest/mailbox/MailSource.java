package org.talentrecall.ingest.mailbox;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.ingest.source.SourceProblem;
import org.talentrecall.ingest.source.SourceUnreadable;

/** Where messages lie: files, a Maildir, or an account on a server. */
interface MailSource {
    SourceId id();

    /** What the operator says lies here, or null. */
    @Nullable
    String folderHint();

    /**
     * The containers of this source, in a fixed order.
     *
     * @param problems told of parts that cannot be listed
     */
    List<? extends MailContainer> containers(Consumer<SourceProblem> problems) throws SourceUnreadable;

    /** Ends what {@link #containers} began, such as a connection. */
    default void release() {}
}
