package org.talentrecall.index.document;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.talentrecall.archive.dossier.Dossier;
import org.talentrecall.archive.dossier.Evidence;
import org.talentrecall.archive.dossier.Evidenced;
import org.talentrecall.archive.fact.Communication;
import org.talentrecall.archive.record.ContentHash;

/** Makes the documents of a person's communications. */
public final class CommunicationDocuments {
    private static final int DIGITS = 16;

    private CommunicationDocuments() {}

    /** By document id, which the contact's own content determines. */
    public static Map<String, Map<String, Object>> of(Dossier dossier) {
        Map<String, Map<String, Object>> documents = new TreeMap<>();
        for (Evidenced<Communication> contact : dossier.of(Communication.class)) {
            documents.put(id(dossier, contact.fact()), document(dossier, contact));
        }
        return documents;
    }

    private static String id(Dossier dossier, Communication contact) {
        byte[] content = contact.toString().getBytes(StandardCharsets.UTF_8);
        return dossier.id() + "-" + ContentHash.of(content).value().substring(0, DIGITS);
    }

    private static Map<String, Object> document(Dossier dossier, Evidenced<Communication> evidenced) {
        Communication contact = evidenced.fact();
        return new Fields()
                .put("person_id", dossier.id().value())
                .put("name", dossier.name().orElse(null))
                .put("date", contact.date())
                .put("channel", contact.channel())
                .put("direction", contact.direction())
                .put("by", contact.by())
                .put("content", contact.content())
                .put("answer", contact.answer())
                .put("stance", contact.stance())
                .put("promised", contact.promised())
                .putAll(
                        "origin",
                        evidenced.evidence().stream().map(Evidence::locator).map(locator -> locator.display()))
                .map();
    }
}
