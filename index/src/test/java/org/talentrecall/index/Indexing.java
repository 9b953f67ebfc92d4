package org.talentrecall.index;

import java.util.Locale;
import org.talentrecall.archive.text.Embedder;
import org.talentrecall.archive.vocabulary.Vocabulary;
import org.talentrecall.index.document.CandidateDocuments;

/** Runs indexing as the step does, without Spring Batch. */
final class Indexing {
    private Indexing() {}

    /** Totals over all pages. */
    record Total(int read, int written, int removed, int refused) {}

    static ChangeFeed candidates(SearchConnection connection, TestArchive archive, Embedder embedder, int pageSize) {
        ChangeFeed.Page pages = new CandidatePages(
                archive,
                new CandidateDocuments(Vocabulary.standard(), Locale.SIMPLIFIED_CHINESE),
                new StoredVectors(connection, embedder),
                new BulkWriter(connection));
        return new ChangeFeed(archive, archive, new IndexVersions(connection), IndexName.CANDIDATES, pageSize, pages);
    }

    static ChangeFeed communications(SearchConnection connection, TestArchive archive) {
        ChangeFeed.Page pages = new CommunicationPages(connection, archive, new BulkWriter(connection));
        return new ChangeFeed(archive, archive, new IndexVersions(connection), IndexName.COMMUNICATIONS, 500, pages);
    }

    static Total run(ChangeFeed feed, boolean rebuild) {
        feed.begin(rebuild);
        int read = 0;
        int written = 0;
        int removed = 0;
        int refused = 0;
        for (Progress progress = feed.next(); progress.more(); progress = feed.next()) {
            read += progress.read();
            written += progress.written();
            removed += progress.removed();
            refused += progress.refused();
        }
        return new Total(read, written, removed, refused);
    }
}
