package org.talentrecall.ingest;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.intake.IntakeItem;
import org.talentrecall.ingest.source.IntakeFeed;

/** Several feeds, one after the other. */
record FeedInTurn(List<IntakeFeed> feeds) implements IntakeFeed {
    FeedInTurn {
        feeds = List.copyOf(feeds);
    }

    @Override
    public @Nullable IntakeItem next() throws IOException {
        for (IntakeFeed feed : feeds) {
            // One that has come to its end says so again.
            IntakeItem item = feed.next();
            if (item != null) {
                return item;
            }
        }
        return null;
    }

    @Override
    public void close() {
        feeds.forEach(IntakeFeed::close);
    }
}
