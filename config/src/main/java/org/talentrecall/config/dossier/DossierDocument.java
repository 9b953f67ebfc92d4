package org.talentrecall.config.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.dossier.Conversation;
import org.talentrecall.archive.dossier.Dossier;
import org.talentrecall.archive.dossier.Evidence;
import org.talentrecall.archive.dossier.Evidenced;
import org.talentrecall.archive.dossier.MailThread;
import org.talentrecall.archive.dossier.PersonId;
import org.talentrecall.archive.fact.Communication;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.identity.ResolvedPerson;
import org.talentrecall.archive.record.RecordId;

/**
 * A dossier as other programs read it: its facts as they are, why its records are one person's, and the conversation in its
 * order.
 *
 * @param joins one less than there are records: two of them, and the evidence or decision that joined what each stood for
 * @param conversation thread by thread; contacts that were no mails come first, without a thread
 */
public record DossierDocument(
        PersonId id,
        List<RecordId> records,
        List<ResolvedPerson.Join> joins,
        List<Evidenced<?>> entries,
        List<Turn> conversation) {
    public DossierDocument {
        records = List.copyOf(records);
        joins = List.copyOf(joins);
        entries = List.copyOf(entries);
        conversation = List.copyOf(conversation);
    }

    /**
     * One contact.
     *
     * @param thread subject of the thread without {@code Re:}, or null for what was no mail
     * @param time null when only the day is known
     * @param by who of ours, or null
     */
    public record Turn(
            @Nullable String thread,
            @Nullable Instant time,
            @Nullable PartialDate date,
            Communication.Direction direction,
            Communication.Channel channel,
            @Nullable String by,
            Communication.Stance stance,
            String content,
            @Nullable String answer,
            List<Evidence> evidence) {
        public Turn {
            evidence = List.copyOf(evidence);
        }

        private static Turn of(Conversation.Turn turn, @Nullable String thread) {
            Communication said = turn.said();
            return new Turn(
                    thread,
                    turn.time(),
                    turn.date(),
                    said.direction(),
                    said.channel(),
                    said.by(),
                    said.stance(),
                    said.content(),
                    said.answer(),
                    turn.evidence().evidence());
        }
    }

    public static DossierDocument of(Dossier dossier, List<ResolvedPerson.Join> joins) {
        Conversation conversation = Conversation.of(dossier);
        List<Turn> turns = new ArrayList<>();
        conversation.turns().stream()
                .filter(turn -> turn.said().letter() == null)
                .forEach(turn -> turns.add(Turn.of(turn, null)));
        for (MailThread thread : conversation.threads()) {
            thread.turns().forEach(turn -> turns.add(Turn.of(turn, thread.subject())));
        }
        return new DossierDocument(dossier.id(), dossier.records(), joins, dossier.entries(), turns);
    }
}
