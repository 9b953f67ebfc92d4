package org.talentrecall.archive.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    /** The newest imports first. */
    List<ImportSummary> latest(int limit);

    /** One import with the standing of its records now. */
    record ImportSummary(
            ImportId id,
            String stage,
            String runKey,
            Instant begun,
            @Nullable Instant ended,
            long stored,
            long merged,
            long rejected,
            long suppressed) {}
}
