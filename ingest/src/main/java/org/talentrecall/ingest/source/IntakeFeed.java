package org.talentrecall.ingest.source;

import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.intake.IntakeItem;
import org.talentrecall.archive.record.SourceId;

/** What several sources of one kind have to give that the archive does not have yet, one item after the other. */
public interface IntakeFeed extends AutoCloseable {
    /**
     * The next item, or null at the end. Progress in an item builds on that of the item before, so items are to be
     * accepted in order.
     *
     * @throws IOException when raw bytes cannot be kept; faults of a source are problems, not exceptions
     */
    @Nullable
    IntakeItem next() throws IOException;

    @Override
    void close();

    /** Makes a feed for one run. */
    @FunctionalInterface
    interface Opener {
        /**
         * @param wanted which sources to read
         * @param since what was read before is read again from then on; null to read only what is new
         * @param problems told of sources that cannot be read, each once
         */
        IntakeFeed open(Predicate<SourceId> wanted, @Nullable Since since, Consumer<SourceProblem> problems);
    }
}
