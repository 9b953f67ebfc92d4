package org.talentrecall.archive.store;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.talentrecall.archive.audit.Actor;
import org.talentrecall.archive.audit.Audit;
import org.talentrecall.archive.audit.AuditAction;
import org.talentrecall.archive.audit.AuditEvent;
import org.talentrecall.archive.fact.Review;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.identity.IdentityKey;
import org.talentrecall.archive.identity.Judgement;
import org.talentrecall.archive.record.RecordId;

/**
 * What becomes of people's answers beside being facts, in the transaction that stores them: each is entered in the audit, and
 * one that says whether two persons are one is remembered as a decision.
 */
final class AnswersTaken {
    private static final int LONGEST_NAME = 150;

    private final Audit audit;
    private final Database database;
    private final JudgementRows judgements;

    AnswersTaken(Database database, Audit audit) {
        this.database = database;
        this.audit = audit;
        this.judgements = new JudgementRows(database);
    }

    void take(Map<RecordId, ReadingBody> stored) {
        stored.forEach((record, body) -> {
            for (StatedFact stated : body.facts()) {
                if (stated.fact() instanceof Review review) {
                    decide(review, body.links());
                    enter(record, review);
                }
            }
        });
    }

    private void decide(Review review, List<IdentityKey> links) {
        List<RecordId> two = links.stream()
                .filter(link -> link.kind() == IdentityKey.Kind.RECORD)
                .map(link -> new RecordId(link.value()))
                .toList();
        boolean decided = review.answer() == Review.Answer.CONFIRMED || review.answer() == Review.Answer.REJECTED;
        if (review.kind() != Review.Kind.SAME_PERSON || two.size() != 2 || !decided) {
            return;
        }
        judgements.add(
                review.answer() == Review.Answer.CONFIRMED ? Judgement.Kind.SAME : Judgement.Kind.APART,
                review.at(),
                actor(review.by()).name(),
                Set.of(two.get(0)),
                Set.of(two.get(1)));
        database.update("""
                insert into record_waiting (record_id)
                select r.id from source_record r
                where r.id = any(?) and r.standing = 'STORED'
                    and not exists (select 1 from record_waiting w where w.record_id = r.id)
                """, Database.array(two));
    }

    private void enter(RecordId record, Review review) {
        audit.append(
                actor(review.by()),
                AuditEvent.of(AuditAction.REVIEW, "record:" + record)
                        .detail("question", review.question())
                        .detail("kind", review.kind().name())
                        .detail("answer", review.answer().name()));
    }

    private static Actor actor(String by) {
        String name = by.replaceAll("\\p{Cntrl}", " ").strip();
        return Actor.user(name.substring(0, Math.min(name.length(), LONGEST_NAME)));
    }
}
