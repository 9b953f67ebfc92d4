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
            throw Failure.of(
                    "person.several",
                    String.join(", ", found.stream().map(PersonId::value).toList()));
        }
        return found.stream()
                .findFirst()
                .flatMap(person -> store.dossiers().find(person))
                .orElseThrow(() -> Failure.of("person.unknown"));
    }
}
