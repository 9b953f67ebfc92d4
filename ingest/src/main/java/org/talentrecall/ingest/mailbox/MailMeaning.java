package org.talentrecall.ingest.mailbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.ingest.document.DocumentMeaning;
import org.talentrecall.ingest.document.PlaceNamer;
import org.talentrecall.ingest.notes.MailText;

/** What the words of mails and of their documents mean. Implementations never throw for what they read. */
public interface MailMeaning extends DocumentMeaning {
    Said mail(MailText mail, PlaceNamer places);

    /**
     * What one text says.
     *
     * @param ignored why it is left out on purpose, as a reason code; null when it counts
     * @param persons the facts person by person; empty for a text that speaks of nobody
     */
    record Said(@Nullable String ignored, List<List<StatedFact>> persons) {
        public Said {
            persons = persons.stream().map(List::copyOf).toList();
        }

        public static Said leftOut(String reason) {
            return new Said(reason, List.of());
        }
    }
}
