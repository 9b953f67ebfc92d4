package org.talentrecall.archive.dossier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.record.Locator;
import org.talentrecall.archive.record.RecordId;

/**
 * One place that says a fact (M2).
 *
 * @param saidAt when the source said it, or null
 * @param readAt when it was read; not part of the dossier's hash
 */
public record Evidence(
        RecordId record,
        Locator locator,
        double confidence,
        @Nullable Instant saidAt,
        Instant readAt) {}
