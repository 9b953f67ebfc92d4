package org.talentrecall.index;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.core.search.SourceConfig;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Goes through all documents that a query matches, as they stood at one moment, however many there are. */
final class IndexScan {
    private static final int PAGE = 5_000;
    private static final Time KEEP = Time.of(time -> time.time("2m"));
    private static final SortOptions BY_PLACE = SortOptions.of(sort -> sort.field(field -> field.field("_shard_doc")));

    private final SearchConnection connection;

    IndexScan(SearchConnection connection) {
        this.connection = connection;
    }

    /**
     * @param fields the fields of the source to fetch; none for ids only
     * @param page how many documents to fetch at once, at most
     */
    <T> void forEach(String index, Query query, SourceConfig fields, int page, Class<T> type, Consumer<Hit<T>> action) {
        String view = connection
                .call(
                        "opening a view of " + index,
                        client -> client.openPointInTime(
                                request -> request.index(index).keepAlive(KEEP)))
                .id();
        try {
            List<FieldValue> after = List.of();
            while (true) {
                SearchRequest request = request(view, query, fields, Math.min(page, PAGE), after);
                List<Hit<T>> hits = connection
                        .call("reading through " + index, client -> client.search(request, type))
                        .hits()
                        .hits();
                if (hits.isEmpty()) {
                    return;
                }
                hits.forEach(action);
                after = hits.get(hits.size() - 1).sort();
            }
        } finally {
            connection.call("closing a view of " + index, client -> client.closePointInTime(close -> close.id(view)));
        }
    }

    private static SearchRequest request(
            String view, Query query, SourceConfig fields, int page, List<FieldValue> after) {
        return SearchRequest.of(request -> {
            request.pit(pit -> pit.id(view).keepAlive(KEEP))
                    .query(query)
                    .size(page)
                    .source(fields)
                    .trackTotalHits(track -> track.enabled(false))
                    .sort(BY_PLACE);
            return after.isEmpty() ? request : request.searchAfter(after);
        });
    }

    static SourceConfig only(String... fields) {
        return SourceConfig.of(source -> source.filter(filter -> filter.includes(List.of(fields))));
    }

    static SourceConfig nothing() {
        return SourceConfig.of(source -> source.fetch(false));
    }

    static SourceConfig everything() {
        return SourceConfig.of(source -> source.fetch(true));
    }

    static Query all() {
        return Query.of(query -> query.matchAll(match -> match));
    }

    static Query where(String field, @Nullable String value) {
        return Query.of(query -> query.term(term -> term.field(field).value(value)));
    }
}
