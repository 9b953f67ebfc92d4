package org.talentrecall.scoring.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.talentrecall.archive.vocabulary.Term;
import org.talentrecall.archive.vocabulary.Vocabulary;
import org.talentrecall.scoring.profile.Demand;
import org.talentrecall.scoring.profile.Leading;
import org.talentrecall.scoring.profile.Passage;
import org.talentrecall.scoring.profile.Profile;
import org.talentrecall.scoring.profile.Stint;
import org.talentrecall.scoring.profile.Subject;
import org.talentrecall.scoring.profile.Titles;
import org.talentrecall.scoring.profile.Words;
import org.talentrecall.scoring.recommendation.Claim;

/**
 * Finds for a requirement what in a person's history meets it best: by the vocabulary first, then by letters, and by
 * likeness of meaning where both find little.
 */
final class Matcher {
    private static final double TOPIC_WEIGHT = 3;
    private static final double YEARS_WEIGHT = 2;
    private static final double DEGREE_WEIGHT = 2;
    private static final double PEOPLE_WEIGHT = 1.5;
    /** What a lead's title proves of leading. */
    private static final double LED = 0.85;
    /** What a title is worth that is nearly ours, of the same function at another rank, or of the same kind. */
    private static final double NEARLY_SAME = 0.95;

    private static final double SAME_FUNCTION = 0.85;
    private static final double SAME_KIND = 0.8;
    /** What a year of work in another field counts where years in a field are asked for. */
    private static final double ELSEWHERE = 0.5;
    /** What a related field is worth against the one asked for. */
    private static final double RELATED = 0.5;
    /** Likeness of meaning alone proves less than words do. */
    private static final double MEANING = 0.8;
    /** How many of the latest posts and projects are read for their meaning: a vector costs some ten milliseconds. */
    private static final int READ_FOR_MEANING = 4;
    /** Where words find at least this much, meaning is not asked. */
    private static final double ENOUGH = 0.6;
    /** How much of the asked words must stand in a passage to count at all. */
    private static final double LETTERS = 0.5;

    private static final double MONTHS_A_YEAR = 12;

    private final Profile profile;
    private final Similarity similarity;
    private final List<Known> passages;
    private final List<Known> recent;

    Matcher(Profile profile, Similarity similarity) {
        this.profile = profile;
        this.similarity = similarity;
        this.passages = profile.passages().stream()
                .map(passage -> new Known(passage, Words.terms(passage.words())))
                .toList();
        this.recent = passages.stream()
                .filter(known -> known.passage().kind().practice())
                .sorted(Comparator.comparing((Known known) ->
                                Objects.requireNonNullElse(known.passage().date(), ""))
                        .reversed()
                        .thenComparing(known -> known.passage().words()))
                .limit(READ_FOR_MEANING)
                .toList();
    }

    Fit fit(Demand demand) {
        List<Weighed> parts = new ArrayList<>();
        if (!demand.subjects().isEmpty()) {
            parts.add(new Weighed(TOPIC_WEIGHT, topic(demand)));
        }
        demand.years().ifPresent(years -> parts.add(new Weighed(YEARS_WEIGHT, years(years, demand.subjects()))));
        demand.degree().ifPresent(degree -> parts.add(new Weighed(DEGREE_WEIGHT, degree(degree))));
        demand.people().ifPresent(people -> parts.add(new Weighed(PEOPLE_WEIGHT, people(people))));
        List<Weighed> known = parts.stream().filter(part -> part.fit().known()).toList();
        if (known.isEmpty()) {
            return Fit.unknown();
        }
        double weights = known.stream().mapToDouble(Weighed::weight).sum();
        double value = known.stream()
                        .mapToDouble(part -> part.weight() * part.fit().value())
                        .sum()
                / weights;
        List<Claim> claims = known.stream()
                .flatMap(part -> part.fit().claims().stream())
                .distinct()
                .toList();
        return new Fit(value, true, claims);
    }

    /** Whether they have held a post called like this one; the current one and the one before count most. */
    Fit title(String title) {
        List<Stint> posts = profile.posts().all().stream()
                .filter(post -> post.title() != null)
                .toList();
        if (posts.isEmpty()) {
            return Fit.unknown();
        }
        Fit best = new Fit(0, true, List.of());
        for (int i = 0; i < posts.size(); i++) {
            Stint post = posts.get(i);
            double recent = posts.size() - i <= 2 ? 1 : 0.8;
            double value = recent * likeness(title, Objects.requireNonNullElse(post.title(), ""));
            if (value > best.value()) {
                best = Fit.of(value, post.claim());
            }
        }
        return best;
    }

    private double likeness(String wanted, String held) {
        if (Titles.same(wanted, held)) {
            return 1;
        }
        if (Words.samePost(wanted, held)) {
            return NEARLY_SAME;
        }
        if (Titles.sameFunction(wanted, held)) {
            return SAME_FUNCTION;
        }
        Set<Term> asked = Words.terms(wanted);
        Set<Term> found = Words.terms(held);
        boolean sameTitle = asked.stream()
                .filter(term -> term.kind() == Term.Kind.TITLE)
                .anyMatch(
                        term -> found.stream().anyMatch(each -> Words.covers(term, each) || Words.covers(each, term)));
        return Math.max(sameTitle ? SAME_KIND : 0, SAME_FUNCTION * similarity.between(wanted, held));
    }

    /** The best of the alternatives; nothing in a known history means that nothing shows it. */
    private Fit topic(Demand demand) {
        Fit best = demand.leading() ? led() : Fit.unknown();
        for (Subject subject : demand.subjects()) {
            Fit fit = topic(subject);
            if (fit.known() && (!best.known() || fit.value() > best.value())) {
                best = fit;
            }
        }
        return !best.known() && profile.hasHistory() ? new Fit(0, true, List.of()) : best;
    }

    /** Who holds a lead's title has led. */
    private Fit led() {
        return profile.posts().all().stream()
                .filter(post -> post.title() != null && Leading.isImpliedBy(post.title()))
                .reduce((earlier, later) -> later)
                .map(post -> Fit.of(LED, post.claim()))
                .orElseGet(Fit::unknown);
    }

    private Fit topic(Subject subject) {
        Fit best = Fit.unknown();
        for (Known known : passages) {
            best = better(best, proof(known.passage()) * inWords(subject, known), known);
        }
        if (!best.known() || best.value() < ENOUGH) {
            for (Known known : recent) {
                double meaning =
                        similarity.between(subject.name(), known.passage().words());
                best = better(best, proof(known.passage()) * MEANING * meaning, known);
            }
        }
        return best;
    }

    private static Fit better(Fit best, double value, Known known) {
        boolean more = value > 0 && (!best.known() || value > best.value());
        return more ? Fit.of(value, known.passage().claim()) : best;
    }

    private static double inWords(Subject subject, Known known) {
        return inWords(subject, known.passage().words(), known.terms());
    }

    private static double inWords(Subject subject, String words, Set<Term> terms) {
        double letters = Words.contained(subject.letters(), words);
        double byLetters = letters >= LETTERS ? letters : 0;
        if (subject.terms().isEmpty()) {
            return byLetters;
        }
        double sum = 0;
        for (Term wanted : subject.terms()) {
            sum += terms.stream()
                    .mapToDouble(found -> closeness(wanted, found))
                    .max()
                    .orElse(0);
        }
        return Math.max(byLetters, sum / subject.terms().size());
    }

    private static double closeness(Term wanted, Term found) {
        if (Words.covers(wanted, found)) {
            return 1;
        }
        return Vocabulary.standard().related(wanted, found) ? RELATED : 0;
    }

    /** Work done proves most, praise and a name in a list less, an article least. */
    private static double proof(Passage passage) {
        return switch (passage.kind()) {
            case POST, PROJECT, UPDATE -> 1;
            case OPINION -> 0.9;
            case SKILL -> 0.85;
            case STUDY -> 0.6;
            case SIGN -> 0.5;
        };
    }

    private Fit years(double asked, List<Subject> fields) {
        OptionalDouble years = profile.years();
        if (years.isEmpty()) {
            return Fit.unknown();
        }
        double inField = fields.isEmpty() ? years.getAsDouble() : Math.min(years.getAsDouble(), inField(fields));
        double counted = inField + ELSEWHERE * (years.getAsDouble() - inField);
        double value = Math.min(1, counted / Math.max(asked, 0.5));
        List<Claim> claims = profile.yearsClaim().map(List::of).orElse(List.of());
        return new Fit(value, true, claims);
    }

    /** Years in the posts whose title or description tells of one of the fields. */
    private double inField(List<Subject> fields) {
        return profile.posts().all().stream()
                        .filter(post -> {
                            Set<Term> terms = Words.terms(post.words());
                            return fields.stream().anyMatch(field -> inWords(field, post.words(), terms) >= LETTERS);
                        })
                        .mapToInt(post -> post.months(profile.today()).orElse(0))
                        .sum()
                / MONTHS_A_YEAR;
    }

    private Fit degree(int asked) {
        Fit best = Fit.unknown();
        for (Known known : passages) {
            OptionalInt degree = known.passage().kind() == Passage.Kind.STUDY
                    ? Demand.degree(known.passage().words())
                    : OptionalInt.empty();
            if (degree.isPresent()) {
                double value = degree.getAsInt() >= asked ? 1 : degree.getAsInt() == asked - 1 ? 0.3 : 0;
                if (!best.known() || value > best.value()) {
                    best = Fit.of(value, known.passage().claim());
                }
            }
        }
        return best;
    }

    /** The most people they are said to have led. */
    private Fit people(int asked) {
        Fit best = Fit.unknown();
        for (Known known : passages) {
            OptionalInt led = Demand.people(known.passage().words());
            if (led.isPresent()) {
                double value = Math.min(1, (double) led.getAsInt() / Math.max(asked, 1));
                if (!best.known() || value > best.value()) {
                    best = Fit.of(value, known.passage().claim());
                }
            }
        }
        return best;
    }

    private record Known(Passage passage, Set<Term> terms) {}

    private record Weighed(double weight, Fit fit) {}
}
