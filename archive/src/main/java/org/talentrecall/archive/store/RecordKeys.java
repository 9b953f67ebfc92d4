package org.talentrecall.archive.store;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.identity.IdentityKeys;
import org.talentrecall.archive.identity.NameSignature;

/** The keys by which a record can be found and joined. */
final class RecordKeys {
    private RecordKeys() {}

    static Set<String> of(ReadingBody body) {
        Set<String> keys = new TreeSet<>();
        IdentityKeys.of(body.facts()).forEach(key -> keys.add(KeyText.of(key)));
        IdentityKeys.namesAlone(body.facts()).forEach(key -> keys.add(KeyText.of(key)));
        body.links().forEach(link -> keys.add(KeyText.of(link)));
        return keys;
    }

    static String nameForm(List<StatedFact> facts) {
        return KeyText.indexed(NameSignature.of(facts));
    }
}
