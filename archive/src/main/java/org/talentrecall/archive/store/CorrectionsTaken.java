package org.talentrecall.archive.store;

import java.util.Collection;
import org.talentrecall.archive.audit.Audit;
import org.talentrecall.archive.audit.AuditAction;
import org.talentrecall.archive.audit.AuditEvent;
import org.talentrecall.archive.record.Correction;

/** Enters in the audit that rejected records were put right, in the transaction that stores the corrections. */
final class CorrectionsTaken {
    private final Audit audit;

    CorrectionsTaken(Audit audit) {
        this.audit = audit;
    }

    void take(Collection<Incoming> some) {
        for (Incoming next : some) {
            if (next.outcome() == Standing.STORED) {
                Correction.read(next.reading().record().duplicateKey())
                        .ifPresent(
                                correction -> audit.append(AuditEvent.of(AuditAction.CORRECTION, "record:" + next.id())
                                        .detail("replaces", "record:" + correction.of())));
            }
        }
    }
}
