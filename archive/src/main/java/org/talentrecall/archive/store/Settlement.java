package org.talentrecall.archive.store;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.talentrecall.archive.record.RecordId;

/** Publishes new stored records, and settles twins: who is promoted is published, who is demoted retracted. */
final class Settlement {
    private final Twins twins;
    private final RecordRows records;
    private final Publication publication;

    Settlement(Twins twins, RecordRows records, Publication publication) {
        this.twins = twins;
        this.records = records;
        this.publication = publication;
    }

    /** @param stored records that have just become stored, with what they say */
    void settle(Map<RecordId, ReadingBody> stored, Set<String> duplicateHashes) {
        Twins.Settled settled = twins.settle(duplicateHashes);
        Map<RecordId, ReadingBody> publish = new LinkedHashMap<>(stored);
        publish.keySet().removeAll(settled.demoted());
        Set<RecordId> unloaded = new HashSet<>(settled.promoted());
        unloaded.removeAll(publish.keySet());
        if (!unloaded.isEmpty()) {
            publish.putAll(records.bodies(unloaded));
        }
        Set<RecordId> retract = new HashSet<>(settled.demoted());
        retract.removeAll(stored.keySet());
        publication.retract(retract);
        publication.publish(publish);
    }
}
