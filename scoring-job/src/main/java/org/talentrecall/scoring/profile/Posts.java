package org.talentrecall.scoring.profile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.dossier.Career;
import org.talentrecall.archive.dossier.Dossier;
import org.talentrecall.archive.dossier.Evidenced;
import org.talentrecall.archive.dossier.Post;
import org.talentrecall.archive.fact.CareerUpdate;
import org.talentrecall.archive.fact.Employment;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.scoring.recommendation.Claim;

/** A person's titles in the order of their beginnings, those of unknown beginning first: {@link Career} title by title. */
public record Posts(List<Stint> all) {
    private static final Comparator<Stint> BY_BEGINNING = Comparator.comparing(
                    Stint::from, Comparator.nullsFirst(Comparator.<PartialDate>naturalOrder()))
            .thenComparing(Stint::company)
            .thenComparing(stint -> Objects.requireNonNullElse(stint.title(), ""));

    public Posts {
        all = List.copyOf(all);
    }

    static Posts of(Dossier dossier, LocalDate today) {
        Career career = Career.of(dossier, today);
        Optional<Post> current = career.current();
        List<Stint> stints = new ArrayList<>();
        for (Post post : career.posts()) {
            boolean held = current.isPresent() && current.get().equals(post);
            List<Post.Step> steps = post.steps();
            if (steps.isEmpty()) {
                stints.add(stint(post, null, post.from(), post.to(), held, post.evidence()));
            }
            for (int i = 0; i < steps.size(); i++) {
                Post.Step step = steps.get(i);
                boolean last = i == steps.size() - 1;
                PartialDate from = step.since() == null && i == 0 ? post.from() : step.since();
                PartialDate to = last ? post.to() : steps.get(i + 1).since();
                stints.add(stint(post, step.title(), from, to, held && last, step.evidence()));
            }
        }
        return new Posts(stints.stream().sorted(BY_BEGINNING).toList());
    }

    /** The title held now, as far as anybody says. */
    public Optional<Stint> current() {
        return all.stream().filter(Stint::current).reduce((earlier, later) -> later);
    }

    /** The titles that began after a day. */
    public List<Stint> since(LocalDate day) {
        return all.stream()
                .filter(stint -> stint.from() != null && stint.from().earliest().isAfter(day))
                .toList();
    }

    /** The highest title reached by a day. */
    public OptionalInt seniority(LocalDate day) {
        return all.stream()
                .filter(stint ->
                        stint.from() == null || !stint.from().earliest().isAfter(day))
                .map(Stint::seniority)
                .filter(OptionalInt::isPresent)
                .mapToInt(OptionalInt::getAsInt)
                .max();
    }

    /** The day on which the first of them began. */
    public Optional<LocalDate> firstDay() {
        return all.stream()
                .map(Stint::from)
                .filter(Objects::nonNull)
                .map(PartialDate::earliest)
                .min(LocalDate::compareTo);
    }

    private static Stint stint(
            Post post,
            @Nullable String title,
            @Nullable PartialDate from,
            @Nullable PartialDate to,
            boolean current,
            List<Evidenced<?>> told) {
        List<Evidenced<?>> tellers = told.isEmpty() ? post.evidence() : told;
        String words = tellers.stream().map(Posts::words).distinct().collect(Collectors.joining(" "));
        LocalDate asOf = post.lastSaid().map(Claims::day).orElse(null);
        if (asOf == null && from != null) {
            asOf = from.earliest();
        }
        return new Stint(post.company(), title, words, from, to, current, asOf, claim(tellers));
    }

    private static String words(Evidenced<?> told) {
        if (told.fact() instanceof Employment post) {
            return Claims.join(post.company(), post.title(), post.department(), post.description());
        }
        return told.fact() instanceof CareerUpdate update
                ? Claims.join(update.company(), update.title(), update.text())
                : "";
    }

    /** A career update tells it in its own words; a resume by company and title. */
    private static Claim claim(List<Evidenced<?>> tellers) {
        for (Evidenced<?> told : tellers) {
            if (told.fact() instanceof CareerUpdate update) {
                return Claims.of(update, told.evidence());
            }
        }
        for (Evidenced<?> told : tellers) {
            if (told.fact() instanceof Employment post) {
                return Claims.of(post, told.evidence());
            }
        }
        throw new IllegalStateException("A post rests on employments and career updates only");
    }
}
