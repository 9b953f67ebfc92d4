package org.talentrecall.index;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Highlight;
import co.elastic.clients.elasticsearch.core.search.HighlightField;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.dossier.PersonId;
import org.talentrecall.archive.text.Embedder;
import org.talentrecall.archive.text.TextFolding;
import org.talentrecall.archive.vocabulary.Vocabulary;
import org.talentrecall.index.CandidateHit.FoundBy;

/**
 * Finds candidates by anything one may remember of them: name, pinyin, phone, mail, company, skill, or what they did in
 * one's own words. Three rankings (exact values, words, meaning) are made one by {@link RankFusion}; exact values come
 * first. The same index and words give the same answer. Safe for use by several threads.
 */
public final class CandidateSearch {
    private static final int MOST = 1_000;
    private static final float LEAST_LIKENESS = 0.5f;
    private static final int LEAST_CANDIDATES = 100;
    private static final double EXACT_WEIGHT = 4;
    private static final List<String> SHOWN = List.of(
            "current_title.pairs",
            "companies.pairs",
            "skills.pairs",
            "updates.pairs",
            "projects.pairs",
            "rejection_words.pairs",
            "opinions.pairs",
            "text_all.pairs",
            "text_all");

    private final SearchConnection connection;
    private final Embedder embedder;
    private final CandidateQueries queries;
    private final IndexVersions versions;

    public CandidateSearch(SearchConnection connection, Embedder embedder, Vocabulary vocabulary) {
        this.connection = connection;
        this.embedder = embedder;
        this.queries = new CandidateQueries(vocabulary);
        this.versions = new IndexVersions(connection);
    }

    /** The part of a document that is shown. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Shown(
            @JsonProperty("name") @Nullable String name,
            @JsonProperty("current_company") @Nullable String company,
            @JsonProperty("current_title") @Nullable String title) {}

    /**
     * @param limit how many to give at most, 1 to 1,000
     * @return best first; empty when nothing is indexed yet
     */
    public List<CandidateHit> find(String words, int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("A search gives 1 to " + MOST + " people, not " + limit);
        }
        String asked = words.strip();
        if (asked.isEmpty() || versions.live(IndexName.CANDIDATES) == null) {
            return List.of();
        }
        Optional<Query> address = queries.address(asked);
        Found found = new Found();
        if (address.isPresent()) {
            found.add(1, search(address.get(), limit, false));
        } else {
            found.add(EXACT_WEIGHT, search(queries.exactly(asked), limit, false));
            found.add(1, search(queries.words(asked), limit, true));
            found.addMeaning(meaning(asked, limit));
        }
        return found.best(limit);
    }

    private List<Hit<Shown>> search(Query query, int limit, boolean highlighted) {
        SearchRequest request = SearchRequest.of(search -> {
            search.index(IndexName.CANDIDATES.alias())
                    .query(query)
                    .size(limit)
                    .source(IndexScan.only("name", "current_company", "current_title"))
                    .trackTotalHits(track -> track.enabled(false))
                    .sort(byScoreThenPerson());
            return highlighted ? search.highlight(highlight()) : search;
        });
        return hits(request);
    }

    private List<Hit<Shown>> meaning(String words, int limit) {
        List<Float> vector = StoredVectors.list(embedder.embed(TextFolding.fold(words)));
        SearchRequest request = SearchRequest.of(search -> search.index(IndexName.CANDIDATES.alias())
                .knn(knn -> knn.field("vector")
                        .queryVector(vector)
                        .k(limit)
                        .numCandidates(Math.max(LEAST_CANDIDATES, 2 * limit))
                        .similarity(LEAST_LIKENESS))
                .size(limit)
                .source(IndexScan.only("name", "current_company", "current_title"))
                .trackTotalHits(track -> track.enabled(false)));
        List<Hit<Shown>> hits = new ArrayList<>(hits(request));
        hits.sort(Comparator.comparing((Hit<Shown> hit) -> hit.score() == null ? 0 : hit.score())
                .reversed()
                .thenComparing(hit -> String.valueOf(hit.id())));
        return hits;
    }

    private List<Hit<Shown>> hits(SearchRequest request) {
        return connection
                .call("searching candidates", client -> client.search(request, Shown.class))
                .hits()
                .hits();
    }

    static List<SortOptions> byScoreThenPerson() {
        return List.of(
                SortOptions.of(sort -> sort.score(score -> score.order(SortOrder.Desc))),
                SortOptions.of(
                        sort -> sort.field(field -> field.field("person_id").order(SortOrder.Asc))));
    }

    private static Highlight highlight() {
        Map<String, HighlightField> fields = new LinkedHashMap<>();
        for (String name : SHOWN) {
            fields.put(
                    name, HighlightField.of(field -> field.numberOfFragments(1).fragmentSize(80)));
        }
        return Highlight.of(highlight -> highlight.preTags("【").postTags("】").fields(fields));
    }

    /** Collects the rankings and what they tell of each person. */
    private static final class Found {
        private final List<RankFusion.Ranking> rankings = new ArrayList<>();
        private final Map<String, Set<FoundBy>> by = new HashMap<>();
        private final Map<String, String> snippets = new HashMap<>();
        private final Map<String, Shown> shown = new HashMap<>();

        void add(double weight, List<Hit<Shown>> hits) {
            note(weight, hits);
            for (Hit<Shown> hit : hits) {
                String id = String.valueOf(hit.id());
                hit.matchedQueries().forEach(name -> met(id).add(FoundBy.valueOf(name)));
                SHOWN.stream()
                        .map(field -> hit.highlight().get(field))
                        .filter(passages -> passages != null && !passages.isEmpty())
                        .findFirst()
                        .ifPresent(passages -> snippets.putIfAbsent(id, passages.get(0)));
            }
        }

        void addMeaning(List<Hit<Shown>> hits) {
            note(1, hits);
            hits.forEach(hit -> met(String.valueOf(hit.id())).add(FoundBy.MEANING));
        }

        private void note(double weight, List<Hit<Shown>> hits) {
            rankings.add(new RankFusion.Ranking(
                    weight, hits.stream().map(hit -> String.valueOf(hit.id())).toList()));
            for (Hit<Shown> hit : hits) {
                Shown source = hit.source();
                if (source != null) {
                    shown.putIfAbsent(String.valueOf(hit.id()), source);
                }
            }
        }

        private Set<FoundBy> met(String id) {
            return by.computeIfAbsent(id, key -> EnumSet.noneOf(FoundBy.class));
        }

        List<CandidateHit> best(int limit) {
            return RankFusion.fuse(rankings).stream()
                    .limit(limit)
                    .map(fused -> hit(fused.key(), fused.score()))
                    .toList();
        }

        private CandidateHit hit(String id, double score) {
            Shown source = shown.getOrDefault(id, new Shown(null, null, null));
            return new CandidateHit(
                    new PersonId(id),
                    score,
                    source.name(),
                    source.company(),
                    source.title(),
                    by.getOrDefault(id, Set.of()),
                    snippets.get(id));
        }
    }
}
