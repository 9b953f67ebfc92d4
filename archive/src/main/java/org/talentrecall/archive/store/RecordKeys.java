package org.talentrecall.archive.store;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.talentrecall.archive.fact.Contact;
import org.talentrecall.archive.fact.PersonName;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.identity.IdentityKey;

/** The keys by which a record can be found and joined. */
final class RecordKeys {
    private RecordKeys() {}

    static Set<String> of(ReadingBody body) {
        Set<String> keys = new LinkedHashSet<>();
        for (StatedFact stated : body.facts()) {
            if (stated.fact() instanceof Contact contact) {
                IdentityKey.Kind kind = IdentityKey.Kind.valueOf(contact.kind().name());
                keys.add(KeyText.of(new IdentityKey(kind, contact.value())));
            }
        }
        body.links().forEach(link -> keys.add(KeyText.of(link)));
        return keys;
    }

    /** One form for the usual ways of writing the first name stated; empty when none is. */
    static String nameForm(List<StatedFact> facts) {
        return facts.stream()
                .filter(stated -> stated.fact() instanceof PersonName)
                .map(stated -> nameForm(((PersonName) stated.fact()).text()))
                .findFirst()
                .orElse("");
    }

    static String nameForm(String name) {
        return KeyText.indexed(name.toLowerCase(Locale.ROOT).replaceAll("\\s", ""));
    }
}
