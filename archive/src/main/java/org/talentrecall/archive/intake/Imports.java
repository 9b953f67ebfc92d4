package org.talentrecall.archive.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.record.SourceId;

/** The list of imports: begun, ended, and what each brought. */
public interface Imports {
    /**
     * Begins an import, or goes on with the one of the same stage and run key that was not ended.
     *
     * @param stage {@code ingest}, {@code enrich} or {@code import}
     * @param runKey names the run, for example {@code nightly-2026-11-23-1}
     */
    ImportId begin(String stage, String runKey, Instant at);

    void end(ImportId id, Instant at);

    Optional<ImportSummary> find(ImportId id);

    /** All imports of one run, the oldest first; the run's name as in {@link ImportSummary#runKey}. */
    List<ImportSummary> ofRun(String runKey);

    /** Says where sources of an import lie that no setting names, so that it can be read again. */
    void remember(ImportId id, List<Place> places);

    /** Where the sources of an import lie, as far as no setting says it. */
    List<Place> places(ImportId id);

    /** The sources that an import has touched, with the containers in each. */
    List<Touched> touched(ImportId id);

    /** The newest imports first. */
    List<ImportSummary> latest(int limit);

    /**
     * A source of a one-off import.
     *
     * @param path absolute
     * @param kind what it was taken for, in the importer's words
     */
    record Place(SourceId source, String path, String kind) {}

    /** A file, folder or page that an import has read. */
    record Touched(SourceId source, String path) {}

    /**
     * One import with the standing of its records now.
     *
     * @param actor who began it; null for those begun by an older version
     * @param undone when it was undone, or null
     */
    record ImportSummary(
            ImportId id,
            String stage,
            String runKey,
            @Nullable String actor,
            Instant begun,
            @Nullable Instant ended,
            @Nullable Instant undone,
            @Nullable String undoneBy,
            long stored,
            long merged,
            long rejected,
            long suppressed) {}
}
