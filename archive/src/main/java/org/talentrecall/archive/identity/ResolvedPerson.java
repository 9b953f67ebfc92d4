package org.talentrecall.archive.identity;

import java.util.List;
import org.talentrecall.archive.record.RecordId;

/**
 * One person as a resolver sees it.
 *
 * @param records the person's records, the earliest first
 * @param joins why the records belong together: one less than there are records
 */
public record ResolvedPerson(List<RecordId> records, List<Join> joins) {
    public ResolvedPerson {
        records = List.copyOf(records);
        joins = List.copyOf(joins);
        if (records.isEmpty()) {
            throw new IllegalArgumentException("A person has a record at least");
        }
    }

    /** The earliest record, by which the person goes. */
    public RecordId earliest() {
        return records.get(0);
    }

    /** Two records that joined what each of them stood for. */
    public record Join(RecordId record, RecordId other, JoinReason reason) {}
}
