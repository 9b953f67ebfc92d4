package org.talentrecall.index;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.talentrecall.archive.Marks;
import org.talentrecall.archive.dossier.Dossiers;

/**
 * Brings one index up to date with the archive's changes, page by page. The mark of what is done belongs to the concrete
 * index (by its uuid), so a lost, restored or rebuilt index is filled from the start without anybody's help. The mark
 * stays before the first change whose document was refused: the next run tries that one again. Not thread-safe.
 */
final class ChangeFeed {
    private static final Logger log = LoggerFactory.getLogger(ChangeFeed.class);

    private final Dossiers dossiers;
    private final Marks marks;
    private final IndexVersions versions;
    private final IndexName name;
    private final int pageSize;
    private final Page page;
    private IndexVersions.@Nullable Version target;
    private long cursor;
    private boolean stuck;

    ChangeFeed(Dossiers dossiers, Marks marks, IndexVersions versions, IndexName name, int pageSize, Page page) {
        this.dossiers = dossiers;
        this.marks = marks;
        this.versions = versions;
        this.name = name;
        this.pageSize = pageSize;
        this.page = page;
    }

    /** Begins anew. */
    void begin(boolean rebuild) {
        IndexVersions.Version version = versions.target(name, rebuild);
        if (!version.created() && marks.get(owner(version)) == 0) {
            log.info("Index {}: not filled from this archive; another is filled in its place", version.index());
            version = versions.target(name, true);
        }
        if (version.created()) {
            marks.set(owner(version), 1);
        }
        target = version;
        cursor = marks.get(mark(version));
        stuck = false;
    }

    /** Does the next page, and what belongs to the end after the last one. */
    Progress next() {
        IndexVersions.Version version = target;
        if (version == null) {
            throw new IllegalStateException("begin() comes first");
        }
        List<Dossiers.Change> changes = dossiers.changedSince(cursor, pageSize);
        if (changes.isEmpty()) {
            finish(version);
            return Progress.DONE;
        }
        IndexVersions.Version live = version.live() ? version : versions.live(name);
        BulkOutcome outcome = page.index(version.index(), live == null ? null : live.index(), changes);
        cursor = changes.get(changes.size() - 1).sequence();
        stuck = stuck || !outcome.refused().isEmpty();
        if (!stuck) {
            marks.set(mark(version), cursor);
        }
        return new Progress(
                changes.size(),
                outcome.written(),
                outcome.removed(),
                outcome.refused().size(),
                true);
    }

    private void finish(IndexVersions.Version version) {
        versions.refresh(version);
        if (version.live()) {
            versions.dropLeftovers(version);
        } else {
            target = versions.publish(version);
        }
    }

    /** Set when the index was made for this archive: after the archive was lost, its old index means nothing. */
    private static String owner(IndexVersions.Version version) {
        return "index-owner:" + version.uuid();
    }

    private static String mark(IndexVersions.Version version) {
        return "index:" + version.uuid();
    }

    /** Brings some changes into an index. */
    interface Page {
        /** @param live the index people see, or null while there is none */
        BulkOutcome index(String index, @Nullable String live, List<Dossiers.Change> changes);
    }
}
