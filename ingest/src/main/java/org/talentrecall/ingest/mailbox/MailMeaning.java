package org.talentrecall.ingest.mailbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.record.Disposition;
import org.talentrecall.ingest.document.DocumentMeaning;
import org.talentrecall.ingest.document.PlaceNamer;
import org.talentrecall.ingest.notes.MailText;

/** What the words of mails and of their documents mean. Implementations never throw for what they read. */
public interface MailMeaning extends DocumentMeaning {
    Said mail(MailText mail, PlaceNamer places);

    /**
     * The same of a mail of which somebody has told what it is, when the rules could not.
     *
     * @param kind the answer; whoever does not know such a kind reads by the rules
     */
    default Said mail(MailText mail, PlaceNamer places, String kind) {
        return mail(mail, places);
    }

    /**
     * What one text says.
     *
     * @param ignored why it is left out on purpose, as a reason code; null when it counts
     * @param rejected why it cannot be read as it should; null when it can
     * @param persons the facts person by person; empty for a text that speaks of nobody
     */
    record Said(@Nullable String ignored, Disposition.@Nullable Rejected rejected, List<List<StatedFact>> persons) {
        public Said {
            persons = persons.stream().map(List::copyOf).toList();
        }

        public static Said of(List<List<StatedFact>> persons) {
            return new Said(null, null, persons);
        }

        public static Said leftOut(String reason) {
            return new Said(reason, null, List.of());
        }

        /** @param sentence what is wrong and what to do, without personal data */
        public static Said rejected(String code, String sentence) {
            return new Said(null, new Disposition.Rejected(code, sentence), List.of());
        }
    }
}
