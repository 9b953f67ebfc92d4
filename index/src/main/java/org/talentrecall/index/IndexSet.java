package org.talentrecall.index;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An index whose documents are given as a whole or by groups: openings, recommendations, runs. When its definition has
 * changed, what it holds is carried over into the new index.
 */
final class IndexSet {
    private static final int COPY_PAGE = 500;

    private final SearchConnection connection;
    private final IndexVersions versions;
    private final BulkWriter bulk;
    private final IndexName name;

    IndexSet(SearchConnection connection, IndexName name) {
        this.connection = connection;
        this.versions = new IndexVersions(connection);
        this.bulk = new BulkWriter(connection);
        this.name = name;
    }

    /**
     * Lets the documents be all there are among those that the query matches.
     *
     * @param documents bodies by id
     */
    BulkOutcome replace(Query among, Map<String, Map<String, Object>> documents) {
        IndexVersions.Version version = current();
        List<BulkItem> items = new ArrayList<>(puts(documents));
        versions.refresh(version);
        new IndexScan(connection).forEach(version.index(), among, IndexScan.nothing(), 5_000, Void.class, hit -> {
            if (!documents.containsKey(hit.id())) {
                items.add(new BulkItem.Remove(String.valueOf(hit.id())));
            }
        });
        BulkOutcome outcome = bulk.write(version.index(), items);
        versions.refresh(version);
        return outcome;
    }

    /** Puts documents beside the others. */
    BulkOutcome put(Map<String, Map<String, Object>> documents) {
        IndexVersions.Version version = current();
        BulkOutcome outcome = bulk.write(version.index(), puts(documents));
        versions.refresh(version);
        return outcome;
    }

    private static List<BulkItem> puts(Map<String, Map<String, Object>> documents) {
        List<BulkItem> items = new ArrayList<>();
        documents.forEach((id, body) -> items.add(BulkItem.Put.of(id, DocumentJson.bytes(body))));
        return items;
    }

    private IndexVersions.Version current() {
        IndexVersions.Version former = versions.live(name);
        IndexVersions.Version version = versions.target(name, false);
        if (version.live()) {
            return version;
        }
        if (former != null) {
            carryOver(former, version);
        }
        return versions.publish(version);
    }

    private void carryOver(IndexVersions.Version from, IndexVersions.Version to) {
        List<BulkItem> page = new ArrayList<>();
        versions.refresh(from);
        new IndexScan(connection)
                .forEach(from.index(), IndexScan.all(), IndexScan.everything(), COPY_PAGE, ObjectNode.class, hit -> {
                    ObjectNode source = hit.source();
                    if (source != null) {
                        page.add(BulkItem.Put.of(String.valueOf(hit.id()), DocumentJson.bytes(source)));
                    }
                    if (page.size() >= COPY_PAGE) {
                        Refusals.none(bulk.write(to.index(), page), name);
                        page.clear();
                    }
                });
        Refusals.none(bulk.write(to.index(), page), name);
    }
}
