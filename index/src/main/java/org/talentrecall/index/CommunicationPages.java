package org.talentrecall.index;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.dossier.Dossier;
import org.talentrecall.archive.dossier.Dossiers;
import org.talentrecall.index.document.CommunicationDocuments;

/** Brings the communications of changed persons into their index and takes out those that ceased. */
final class CommunicationPages implements ChangeFeed.Page {
    private final SearchConnection connection;
    private final Dossiers dossiers;
    private final BulkWriter bulk;

    CommunicationPages(SearchConnection connection, Dossiers dossiers, BulkWriter bulk) {
        this.connection = connection;
        this.dossiers = dossiers;
        this.bulk = bulk;
    }

    @Override
    public BulkOutcome index(String index, @Nullable String live, List<Dossiers.Change> changes) {
        Set<String> stale = stored(index, changes);
        List<BulkItem> items = new ArrayList<>();
        for (Dossiers.Change change : changes) {
            Optional<Dossier> dossier = change.gone() ? Optional.empty() : dossiers.find(change.id());
            if (dossier.isPresent() && dossier.get().id().equals(change.id())) {
                for (Map.Entry<String, Map<String, Object>> document :
                        CommunicationDocuments.of(dossier.get()).entrySet()) {
                    stale.remove(document.getKey());
                    items.add(BulkItem.Put.of(document.getKey(), DocumentJson.bytes(document.getValue())));
                }
            }
        }
        stale.forEach(id -> items.add(new BulkItem.Remove(id)));
        return bulk.write(index, items);
    }

    private Set<String> stored(String index, List<Dossiers.Change> changes) {
        List<FieldValue> persons = changes.stream()
                .map(change -> FieldValue.of(change.id().value()))
                .toList();
        Query theirs = Query.of(
                query -> query.terms(terms -> terms.field("person_id").terms(values -> values.value(persons))));
        connection.call("refreshing " + index, client -> client.indices().refresh(request -> request.index(index)));
        Set<String> ids = new TreeSet<>();
        new IndexScan(connection)
                .forEach(
                        index,
                        theirs,
                        IndexScan.nothing(),
                        5_000,
                        Void.class,
                        hit -> ids.add(String.valueOf(hit.id())));
        return ids;
    }
}
