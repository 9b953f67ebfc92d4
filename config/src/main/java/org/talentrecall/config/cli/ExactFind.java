package org.talentrecall.config.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.talentrecall.archive.dossier.PersonId;
import org.talentrecall.archive.identity.IdentityKey;
import org.talentrecall.archive.store.ArchiveStore;
import org.talentrecall.archive.text.MailAddresses;
import org.talentrecall.archive.text.PhoneNumbers;

/** Finds people by what names them exactly: id, phone, mail address or full name. Needs no search index. */
final class ExactFind {
    private static final String ID_PREFIX = "P-";

    private final ArchiveStore store;

    ExactFind(ArchiveStore store) {
        this.store = store;
    }

    /** The persons that answer to the words, without duplicates; empty when the words name nobody exactly. */
    List<PersonId> find(String words) {
        String wanted = words.strip();
        Set<PersonId> found = new LinkedHashSet<>();
        if (wanted.startsWith(ID_PREFIX)) {
            store.dossiers().find(new PersonId(wanted)).ifPresent(dossier -> found.add(dossier.id()));
        }
        MailAddresses.normalise(wanted).ifPresent(mail -> found.addAll(withKey(IdentityKey.Kind.MAIL, mail)));
        PhoneNumbers.normalise(wanted).ifPresent(phone -> found.addAll(withKey(IdentityKey.Kind.PHONE, phone)));
        if (found.isEmpty()) {
            found.addAll(store.dossiers().named(wanted));
        }
        return new ArrayList<>(found);
    }

    private List<PersonId> withKey(IdentityKey.Kind kind, String value) {
        return store.dossiers().withKey(new IdentityKey(kind, value));
    }
}
