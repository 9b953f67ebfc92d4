package org.talentrecall.archive.vocabulary;

import com.hankcs.hanlp.collection.AhoCorasick.AhoCorasickDoubleArrayTrie;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.text.Recent;
import org.talentrecall.archive.text.ResourceTable;
import org.talentrecall.archive.text.TextFolding;

/**
 * Synonyms across Chinese and English, and which term belongs to which family. Width, case, traditional characters,
 * hyphens and the blank in "Spring Boot" do not count. Immutable; safe for use by several threads.
 */
public final class Vocabulary {
    private static final List<String> TABLES = List.of(
            "software.tsv",
            "product.tsv",
            "industry.tsv",
            "business.tsv",
            "trades.tsv",
            "titles.tsv",
            "languages.tsv",
            "certificates.tsv");
    /** Made from public sources; where they know a word of the tables above, they add their other words for it. */
    private static final List<String> PUBLIC_TABLES = List.of("technology.tsv", "occupations.tsv");

    private static final int LEAST_OF_FAMILY = 8;
    private static final int LONGEST_LINE = 400;

    private final Map<String, Term> terms;
    private final Map<String, Term> byLabel;
    private final Map<String, Set<String>> families;
    private final Map<String, Integer> members;
    private final Map<String, Set<String>> likes;
    private final AhoCorasickDoubleArrayTrie<Label> trie;
    /** Readers of one line ask for it one after the other. */
    private final Recent<List<Mention>> mentions = new Recent<>(1 << 8, LONGEST_LINE, this::search);

    private Vocabulary(Map<String, Term> terms, List<Label> labels, Map<String, Set<String>> likes) {
        this.terms = terms;
        this.likes = likes;
        byLabel = new HashMap<>();
        TreeMap<String, Label> entries = new TreeMap<>();
        for (Label label : labels) {
            for (String variant : label.variants()) {
                Term former = byLabel.putIfAbsent(variant, label.term());
                if (former != null && !former.equals(label.term())) {
                    throw new IllegalStateException("'" + variant + "' means both " + former.id() + " and "
                            + label.term().id());
                }
                entries.putIfAbsent(variant, label);
            }
        }
        trie = new AhoCorasickDoubleArrayTrie<>(entries);
        families = new HashMap<>();
        members = new HashMap<>();
        terms.values().forEach(term -> term.broader().forEach(broader -> members.merge(broader, 1, Integer::sum)));
        terms.keySet().forEach(id -> families.put(id, ancestors(id)));
    }

    /** The vocabulary that comes with the program. Loaded at first use. */
    public static Vocabulary standard() {
        return Standard.VOCABULARY;
    }

    /** The terms said in a text in order, without overlaps: the leftmost and longest counts. */
    public List<Mention> mentions(CharSequence text) {
        return mentions.of(text.toString());
    }

    private List<Mention> search(String text) {
        String folded = TextFolding.foldInPlace(text);
        List<AhoCorasickDoubleArrayTrie<Label>.Hit<Label>> hits = new ArrayList<>();
        trie.parseText(folded, (begin, end, label) -> {
            if (label.fits(text, folded, begin, end)) {
                hits.add(trie.new Hit<>(begin, end, label));
            }
        });
        hits.sort(Comparator.<AhoCorasickDoubleArrayTrie<Label>.Hit<Label>>comparingInt(hit -> hit.begin)
                .thenComparing(hit -> -hit.end));
        List<Mention> mentions = new ArrayList<>();
        int taken = 0;
        for (AhoCorasickDoubleArrayTrie<Label>.Hit<Label> hit : hits) {
            if (hit.begin >= taken) {
                mentions.add(new Mention(hit.value.term(), hit.begin, hit.end));
                taken = hit.end;
            }
        }
        return List.copyOf(mentions);
    }

    /** The term with this label, all of it. */
    public Optional<Term> find(String label) {
        return Optional.ofNullable(byLabel.get(TextFolding.fold(label)));
    }

    /** The term with this id. */
    public Optional<Term> byId(String id) {
        return Optional.ofNullable(terms.get(id));
    }

    /** All terms in the order of the tables. */
    public Collection<Term> terms() {
        return terms.values();
    }

    /**
     * True when one says something about the other: the same, one a family of the other, or named as alike. Members of
     * one family (Java and Python) are not related by that alone.
     */
    public boolean related(Term one, Term other) {
        return covers(one, other)
                || covers(other, one)
                || likes.getOrDefault(one.id(), Set.of()).contains(other.id());
    }

    /** True when whoever shows {@code shown} has {@code wanted}: the same, or one of its family (Spring Boot shows Java). */
    public boolean covers(Term wanted, Term shown) {
        return wanted.id().equals(shown.id())
                || families.getOrDefault(shown.id(), Set.of()).contains(wanted.id());
    }

    /** Whether a term is so general that several others belong to it: software development, sales. */
    public boolean isFamily(Term term) {
        return members.getOrDefault(term.id(), 0) >= LEAST_OF_FAMILY;
    }

    private Set<String> ancestors(String id) {
        Set<String> found = new LinkedHashSet<>();
        List<String> open = new ArrayList<>(List.of(id));
        while (!open.isEmpty()) {
            Term term = terms.get(open.remove(0));
            for (String broader : term == null ? List.<String>of() : term.broader()) {
                if (found.add(broader)) {
                    open.add(broader);
                }
            }
        }
        return Set.copyOf(found);
    }

    static Vocabulary of(List<List<String>> rows) {
        Map<String, Term> terms = new LinkedHashMap<>();
        List<Label> labels = new ArrayList<>();
        Map<String, Set<String>> likes = new HashMap<>();
        for (List<String> row : rows) {
            List<String> written = split(row.get(2), "\\|");
            Term term = new Term(
                    row.get(0),
                    Term.Kind.valueOf(row.get(1)),
                    written.stream().map(Label::plain).toList(),
                    row.size() > 3 ? split(row.get(3), ",") : List.of());
            if (terms.put(term.id(), term) != null) {
                throw new IllegalStateException("Two terms have the id " + term.id());
            }
            written.forEach(label -> labels.add(Label.of(term, label)));
            for (String like : row.size() > 4 ? split(row.get(4), ",") : List.<String>of()) {
                likes.computeIfAbsent(term.id(), id -> new LinkedHashSet<>()).add(like);
                likes.computeIfAbsent(like, id -> new LinkedHashSet<>()).add(term.id());
            }
        }
        for (Term term : terms.values()) {
            requireKnown(terms, term.id(), term.broader());
            requireKnown(terms, term.id(), likes.getOrDefault(term.id(), Set.of()));
        }
        return new Vocabulary(terms, labels, likes);
    }

    /**
     * Rows of public sources beside our own: a row whose word is known already adds its other words to that term, and no
     * word ever changes its meaning.
     */
    static List<List<String>> complete(List<List<String>> own, List<List<String>> others) {
        Map<String, Integer> known = new HashMap<>();
        List<List<String>> rows = new ArrayList<>(own);
        for (int i = 0; i < own.size(); i++) {
            note(known, own.get(i), i);
        }
        for (List<String> other : others) {
            List<String> labels = split(other.get(2), "\\|");
            List<String> fresh = labels.stream()
                    .filter(label -> meaning(known, label) == null)
                    .toList();
            Integer same = labels.stream()
                    .map(label -> meaning(known, label))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            if (fresh.isEmpty()) {
                continue;
            }
            if (same == null || !rows.get(same).get(1).equals(other.get(1))) {
                List<String> row = new ArrayList<>(other);
                row.set(2, String.join("|", fresh));
                rows.add(row);
                note(known, row, rows.size() - 1);
            } else {
                List<String> row = new ArrayList<>(rows.get(same));
                row.set(2, row.get(2) + "|" + String.join("|", fresh));
                rows.set(same, row);
                note(known, row, same);
            }
        }
        return rows;
    }

    private static void note(Map<String, Integer> known, List<String> row, int index) {
        for (String label : split(row.get(2), "\\|")) {
            variants(label).forEach(variant -> known.putIfAbsent(variant, index));
        }
    }

    private static @Nullable Integer meaning(Map<String, Integer> known, String label) {
        return variants(label).stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Set<String> variants(String label) {
        return Label.variants(Label.plain(label));
    }

    private static void requireKnown(Map<String, Term> terms, String id, Collection<String> others) {
        for (String other : others) {
            if (!terms.containsKey(other)) {
                throw new IllegalStateException(id + " names the unknown term " + other);
            }
        }
    }

    private static List<String> split(String cell, String separator) {
        return cell.isBlank() ? List.of() : List.of(cell.split("\\s*" + separator + "\\s*", -1));
    }

    /** Loads when first asked for. */
    private static final class Standard {
        static final Vocabulary VOCABULARY = of(complete(rows(TABLES), rows(PUBLIC_TABLES)));

        private static List<List<String>> rows(List<String> tables) {
            return tables.stream()
                    .flatMap(table -> ResourceTable.rows(Vocabulary.class, table).stream())
                    .toList();
        }
    }
}
