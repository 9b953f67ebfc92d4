package org.talentrecall.index;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.dossier.Dossier;
import org.talentrecall.archive.dossier.Dossiers;
import org.talentrecall.index.document.CandidateDocuments;

/** Brings changed dossiers into the index of candidates and takes out those that ceased. */
final class CandidatePages implements ChangeFeed.Page {
    private final Dossiers dossiers;
    private final CandidateDocuments documents;
    private final StoredVectors vectors;
    private final BulkWriter bulk;

    CandidatePages(Dossiers dossiers, CandidateDocuments documents, StoredVectors vectors, BulkWriter bulk) {
        this.dossiers = dossiers;
        this.documents = documents;
        this.vectors = vectors;
        this.bulk = bulk;
    }

    @Override
    public BulkOutcome index(String index, @Nullable String live, List<Dossiers.Change> changes) {
        List<BulkItem> items = new ArrayList<>();
        Map<String, Map<String, Object>> bodies = new LinkedHashMap<>();
        Map<String, String> profiles = new LinkedHashMap<>();
        for (Dossiers.Change change : changes) {
            Optional<Dossier> dossier = change.gone() ? Optional.empty() : dossiers.find(change.id());
            String id = change.id().value();
            // A person merged into another since the change was noted is found under the other's id.
            if (dossier.isEmpty() || !dossier.get().id().equals(change.id())) {
                items.add(new BulkItem.Remove(id));
            } else {
                bodies.put(id, documents.of(dossier.get(), change.hash(), change.sequence()));
                profiles.put(id, documents.profile(dossier.get()));
            }
        }
        Map<String, StoredVectors.Vector> known = vectors.of(live, profiles);
        bodies.forEach((id, body) -> {
            StoredVectors.Vector vector = known.get(id);
            if (vector != null) {
                body.put("vector_of", vector.of());
                body.put("vector", vector.values());
            }
            items.add(BulkItem.Put.of(id, DocumentJson.bytes(body)));
        });
        return bulk.write(index, items);
    }
}
