package org.talentrecall.index;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.talentrecall.archive.dossier.PersonId;
import org.talentrecall.archive.opening.Opening;
import org.talentrecall.archive.text.Embedder;
import org.talentrecall.archive.text.TextFolding;
import org.talentrecall.archive.vocabulary.Vocabulary;
import org.talentrecall.index.CandidateHit.FoundBy;
import org.talentrecall.index.document.OpeningDocuments;

/**
 * Proposes candidates for an opening: whoever the exact scorer might rank high, by the opening's words, its skills and
 * domains, earlier interviews for the like, and meaning. Meant to miss nobody rather than to rank well. People who must
 * not be contacted and people who joined are left out. Safe for use by several threads.
 */
public final class CandidateProposals {
    private static final int MOST = 5_000;
    private static final int LEAST_CANDIDATES = 200;

    private final SearchConnection connection;
    private final Embedder embedder;
    private final CandidateQueries queries;
    private final IndexVersions versions;

    public CandidateProposals(SearchConnection connection, Embedder embedder, Vocabulary vocabulary) {
        this.connection = connection;
        this.embedder = embedder;
        this.queries = new CandidateQueries(vocabulary);
        this.versions = new IndexVersions(connection);
    }

    /**
     * @param k how many to propose at most, 1 to 5,000
     * @return the likeliest first; the same for the same index and opening
     */
    public List<PersonId> propose(Opening opening, int k) {
        if (k < 1 || k > MOST) {
            throw new IllegalArgumentException("Between 1 and " + MOST + " candidates can be proposed, not " + k);
        }
        if (versions.live(IndexName.CANDIDATES) == null) {
            return List.of();
        }
        String words = TextFolding.fold(OpeningDocuments.words(opening.description()));
        String title = TextFolding.fold(opening.description().title());
        List<RankFusion.Ranking> rankings = new ArrayList<>();
        rankings.add(ranking(1, words(words), k));
        rankings.add(ranking(1, titles(title), k));
        List<String> terms = queries.termsIn(words);
        if (!terms.isEmpty()) {
            rankings.add(ranking(1, terms(terms), k));
        }
        rankings.add(new RankFusion.Ranking(1, meaning(OpeningDocuments.profile(opening.description()), k)));
        return RankFusion.fuse(rankings).stream()
                .limit(k)
                .map(fused -> new PersonId(fused.key()))
                .toList();
    }

    private static Query words(String words) {
        return CandidateQueries.any(List.of(
                CandidateQueries.match(FoundBy.WORDS, words, "1", "text_all.pairs", "titles.pairs^2", "skills.pairs^2"),
                CandidateQueries.match(FoundBy.WORDS, words, "30%", "text_all^0.2")));
    }

    private static Query titles(String title) {
        return CandidateQueries.match(
                FoundBy.WORDS,
                title,
                "1",
                "current_title.pairs^3",
                "interviewed_for.pairs^3",
                "titles.pairs^2",
                "projects.pairs",
                "updates.pairs");
    }

    private static Query terms(List<String> terms) {
        return CandidateQueries.any(terms.stream()
                .map(term -> CandidateQueries.exact(FoundBy.SKILL, "terms", term, 1))
                .toList());
    }

    private RankFusion.Ranking ranking(double weight, Query query, int k) {
        SearchRequest request = request(
                k,
                search -> search.query(
                                allowed -> allowed.bool(bool -> bool.must(query).filter(reachable())))
                        .sort(CandidateSearch.byScoreThenPerson()));
        return new RankFusion.Ranking(
                weight,
                hits(request).stream().map(hit -> String.valueOf(hit.id())).toList());
    }

    private List<String> meaning(String profile, int k) {
        if (profile.isBlank()) {
            return List.of();
        }
        List<Float> vector = StoredVectors.list(embedder.embed(profile));
        SearchRequest request = request(
                k,
                search -> search.knn(knn -> knn.field("vector")
                        .queryVector(vector)
                        .k(k)
                        .numCandidates(Math.max(LEAST_CANDIDATES, Math.min(10_000, 2 * k)))
                        .filter(reachable())));
        return hits(request).stream()
                .sorted(Comparator.comparing((Hit<Void> hit) -> hit.score() == null ? 0 : hit.score())
                        .reversed()
                        .thenComparing(hit -> String.valueOf(hit.id())))
                .map(hit -> String.valueOf(hit.id()))
                .toList();
    }

    private static SearchRequest request(int k, UnaryOperator<SearchRequest.Builder> part) {
        return part.apply(new SearchRequest.Builder()
                        .index(IndexName.CANDIDATES.alias())
                        .size(k)
                        .source(IndexScan.nothing())
                        .trackTotalHits(track -> track.enabled(false)))
                .build();
    }

    private List<Hit<Void>> hits(SearchRequest request) {
        return connection
                .call("proposing candidates", client -> client.search(request, Void.class))
                .hits()
                .hits();
    }

    private static Query reachable() {
        return Query.of(query -> query.bool(bool -> bool.mustNot(
                        not -> not.term(term -> term.field("may_contact").value(false)))
                .mustNot(not -> not.term(term -> term.field("joined").value(true)))));
    }
}
