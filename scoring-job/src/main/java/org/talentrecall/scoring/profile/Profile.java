package org.talentrecall.scoring.profile;

import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.talentrecall.archive.dossier.Dossier;
import org.talentrecall.archive.dossier.Evidenced;
import org.talentrecall.archive.fact.Interview;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.fact.Residence;
import org.talentrecall.archive.fact.YearsOfExperience;
import org.talentrecall.scoring.recommendation.Claim;
import org.talentrecall.scoring.recommendation.Text;

/**
 * What scoring sees of a person on one day. It never reads a year of birth, a name or a contact, so no score can depend
 * on them.
 *
 * @param dossier for facts that a rule reads itself
 * @param today the day as of which everything is judged
 */
public record Profile(Dossier dossier, LocalDate today, List<Passage> passages, Posts posts) {
    private static final double MONTHS_A_YEAR = 12;

    public Profile {
        passages = List.copyOf(passages);
    }

    public static Profile of(Dossier dossier, LocalDate today) {
        return new Profile(dossier, today, Passages.of(dossier), Posts.of(dossier, today));
    }

    /** Whether anything tells of their work: else nothing can be missed in it. */
    public boolean hasHistory() {
        return passages.stream().anyMatch(passage -> passage.kind().practice() || passage.kind() == Passage.Kind.SKILL);
    }

    /** Where the person lives, by the source that said it last. */
    public Optional<Evidenced<Residence>> residence() {
        return dossier.of(Residence.class).stream()
                .max(Comparator.comparing(
                        told -> Objects.requireNonNullElse(Claims.day(told.lastSaid()), LocalDate.MIN)));
    }

    /** When we last interviewed the person for any post. */
    public Optional<LocalDate> lastInterview() {
        return dossier.of(Interview.class).stream()
                .map(told -> told.fact().date())
                .filter(Objects::nonNull)
                .map(PartialDate::latest)
                .filter(day -> !day.isAfter(today))
                .max(Comparator.naturalOrder());
    }

    /**
     * Years of work by today: a stated number grown by the time since, or the time since the first post began, whichever
     * is more.
     */
    public OptionalDouble years() {
        OptionalDouble stated = dossier.of(YearsOfExperience.class).stream()
                .mapToDouble(this::grown)
                .max();
        Optional<LocalDate> first = posts.firstDay();
        if (first.isEmpty()) {
            return stated;
        }
        double worked = Math.max(0, Period.between(first.get(), today).toTotalMonths() / MONTHS_A_YEAR);
        return OptionalDouble.of(Math.max(worked, stated.orElse(0)));
    }

    /** What the years rest on. */
    public Optional<Claim> yearsClaim() {
        Optional<Claim> first = posts.all().stream()
                .filter(post -> post.from() != null)
                .map(Stint::claim)
                .findFirst();
        return first.isPresent()
                ? first
                : dossier.of(YearsOfExperience.class).stream()
                        .map(told ->
                                Claims.of(Text.of("claim.years", told.fact().years()), told.evidence()))
                        .findFirst();
    }

    private double grown(Evidenced<YearsOfExperience> told) {
        LocalDate said = Claims.day(told.firstSaid());
        double since =
                said == null ? 0 : Math.max(0, Period.between(said, today).toTotalMonths() / MONTHS_A_YEAR);
        return told.fact().years() + since;
    }
}
