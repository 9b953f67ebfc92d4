package org.talentrecall.archive.store;

import java.util.Map;
import org.talentrecall.archive.audit.Actor;
import org.talentrecall.archive.audit.Audit;
import org.talentrecall.archive.audit.AuditAction;
import org.talentrecall.archive.audit.AuditEvent;
import org.talentrecall.archive.fact.Review;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.record.RecordId;

/** Enters in the audit whatever answers of people come into the archive, in the transaction that stores them. */
final class AnswerAudit {
    private static final int LONGEST_NAME = 150;

    private final Audit audit;

    AnswerAudit(Audit audit) {
        this.audit = audit;
    }

    void enter(Map<RecordId, ReadingBody> stored) {
        stored.forEach((record, body) -> {
            for (StatedFact stated : body.facts()) {
                if (stated.fact() instanceof Review review) {
                    audit.append(
                            actor(review.by()),
                            AuditEvent.of(AuditAction.REVIEW, "record:" + record)
                                    .detail("question", review.question())
                                    .detail("kind", review.kind().name())
                                    .detail("answer", review.answer().name()));
                }
            }
        });
    }

    private static Actor actor(String by) {
        String name = by.replaceAll("\\p{Cntrl}", " ").strip();
        return Actor.user(name.substring(0, Math.min(name.length(), LONGEST_NAME)));
    }
}
