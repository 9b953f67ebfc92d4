package org.talentrecall.config.cli;

import java.util.List;
import org.talentrecall.archive.dossier.Dossier;
import org.talentrecall.archive.dossier.PersonId;
import org.talentrecall.archive.store.ArchiveStore;
import org.talentrecall.config.Failure;

/** The one person a command is about. */
final class Persons {
    private Persons() {}

    /**
     * @param words id, phone, mail address or full name
     * @throws Failure when nobody or several people answer to that
     */
    static Dossier one(ArchiveStore store, String words) {
        List<PersonId> found = new ExactFind(store).find(words);
        if (found.size() > 1) {
            throw Failure.of("Several people answer to that: "
                    + String.join(", ", found.stream().map(PersonId::value).toList())
                    + "; name one of these ids");
        }
        return found.stream()
                .findFirst()
                .flatMap(person -> store.dossiers().find(person))
                .orElseThrow(() -> Failure.of(
                        "Nobody in the archive has exactly this id, name, phone or mail; look for the person with: recall"
                                + " find"));
    }
}
