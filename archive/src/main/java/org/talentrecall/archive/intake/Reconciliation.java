package org.talentrecall.archive.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.record.Locator;
import org.talentrecall.archive.record.RecordId;
import org.talentrecall.archive.record.SourceId;

/** Proof of completeness (M23): the readers' own counts beside what the archive holds. */
public interface Reconciliation {
    /** Standing totals per source, by source name. */
    List<SourceBalance> sources();

    /** Rejected records in reading order, all sources. */
    List<RejectedRecord> rejected(int limit);

    /** Rejected records of one import, in reading order. */
    List<RejectedRecord> rejected(ImportId id);

    /**
     * @param read counted by the readers as they enumerated; the others counted from the archive's records
     */
    record SourceBalance(SourceId source, long read, long stored, long merged, long rejected, long suppressed) {
        public boolean balanced() {
            return read == stored + merged + rejected + suppressed;
        }
    }

    /** A rejected record with its reason; {@code locator} is where it lies. */
    record RejectedRecord(
            RecordId id,
            SourceId source,
            String naturalKey,
            String code,
            String sentence,
            @Nullable Locator locator) {}
}
