package org.talentrecall.scoring.profile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.dossier.Dossier;
import org.talentrecall.archive.dossier.Evidenced;
import org.talentrecall.archive.fact.CareerUpdate;
import org.talentrecall.archive.fact.Employment;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.text.OrganisationNames;

/**
 * A person's posts in the order of their beginnings: what resumes list, continued by what happened since. A new job ends
 * the one before it; the same post told twice is one.
 */
public record Posts(List<Post> all) {
    private static final Comparator<Post> BY_BEGINNING = Comparator.comparing(
                    Post::from, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Post::company)
            .thenComparing(post -> Objects.requireNonNullElse(post.title(), ""));

    public Posts {
        all = List.copyOf(all);
    }

    static Posts of(Dossier dossier) {
        List<Post> told = new ArrayList<>();
        dossier.of(Employment.class).forEach(employment -> told.add(listed(employment)));
        dossier.of(CareerUpdate.class).forEach(update -> happened(update).ifPresent(told::add));
        List<Post> merged = merge(told.stream().sorted(BY_BEGINNING).toList());
        return new Posts(close(merged, lastLeft(dossier)));
    }

    /** The post held now, as far as anybody says. */
    public Optional<Post> current() {
        return all.stream().filter(Post::current).reduce((earlier, later) -> later);
    }

    /** The posts that began after a day. */
    public List<Post> since(LocalDate day) {
        return all.stream()
                .filter(post -> post.from() != null && post.from().earliest().isAfter(day))
                .toList();
    }

    /** The highest step reached by a day. */
    public OptionalInt seniority(LocalDate day) {
        return all.stream()
                .filter(post -> post.from() == null || !post.from().earliest().isAfter(day))
                .map(Post::seniority)
                .filter(OptionalInt::isPresent)
                .mapToInt(OptionalInt::getAsInt)
                .max();
    }

    /** The day of the first post's beginning. */
    public Optional<LocalDate> firstDay() {
        return all.stream()
                .map(Post::from)
                .filter(Objects::nonNull)
                .map(PartialDate::earliest)
                .min(LocalDate::compareTo);
    }

    private static Post listed(Evidenced<Employment> told) {
        Employment post = told.fact();
        String words = Claims.join(post.company(), post.title(), post.department(), post.description());
        LocalDate asOf = Claims.day(told.lastSaid());
        return new Post(
                post.company(),
                post.title(),
                words,
                post.from(),
                post.to(),
                post.current() || post.to() == null,
                asOf,
                Claims.of(post, told.evidence()));
    }

    private static Optional<Post> happened(Evidenced<CareerUpdate> told) {
        CareerUpdate update = told.fact();
        boolean beginsPost = update.kind() == CareerUpdate.Kind.NEW_JOB || update.kind() == CareerUpdate.Kind.PROMOTION;
        if (!beginsPost || (update.company() == null && update.title() == null)) {
            return Optional.empty();
        }
        LocalDate said = Claims.day(told.firstSaid());
        PartialDate from = update.date() != null ? update.date() : said == null ? null : PartialDate.of(said);
        LocalDate asOf = Claims.day(told.lastSaid());
        return Optional.of(new Post(
                Objects.requireNonNullElse(update.company(), ""),
                update.title(),
                Claims.join(update.company(), update.title(), update.text()),
                from,
                null,
                true,
                asOf == null && from != null ? from.earliest() : asOf,
                Claims.of(update, told.evidence())));
    }

    private static @Nullable PartialDate lastLeft(Dossier dossier) {
        return dossier.of(CareerUpdate.class).stream()
                .map(Evidenced::fact)
                .filter(update -> update.kind() == CareerUpdate.Kind.LEFT)
                .map(CareerUpdate::date)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static List<Post> merge(List<Post> told) {
        List<Post> merged = new ArrayList<>();
        for (Post post : told) {
            int twin = 0;
            while (twin < merged.size() && !same(merged.get(twin), post)) {
                twin++;
            }
            if (twin == merged.size()) {
                merged.add(post);
            } else {
                merged.set(twin, union(merged.get(twin), post));
            }
        }
        return merged;
    }

    private static boolean same(Post one, Post other) {
        String company = OrganisationNames.key(one.company());
        String otherCompany = OrganisationNames.key(other.company());
        boolean companyFits = company.isEmpty() || otherCompany.isEmpty() || company.equals(otherCompany);
        boolean titleFits = one.title() == null || other.title() == null || Words.samePost(one.title(), other.title());
        return companyFits && titleFits && overlap(one.from(), other.from());
    }

    /** Two beginnings that can mean the same: unknown ones, or not more than three months apart at their nearest. */
    private static boolean overlap(@Nullable PartialDate one, @Nullable PartialDate other) {
        if (one == null || other == null) {
            return true;
        }
        return !one.earliest().isAfter(other.latest().plusMonths(3))
                && !other.earliest().isAfter(one.latest().plusMonths(3));
    }

    private static Post union(Post one, Post other) {
        PartialDate from = exacter(one.from(), other.from());
        PartialDate to = exacter(one.to(), other.to());
        LocalDate asOf = later(one.asOf(), other.asOf());
        String title = one.title() != null ? one.title() : other.title();
        String company = one.company().isEmpty() ? other.company() : one.company();
        String words = one.words().contains(other.words()) ? one.words() : one.words() + " " + other.words();
        return new Post(company, title, words, from, to, to == null, asOf, one.claim());
    }

    private static @Nullable PartialDate exacter(@Nullable PartialDate one, @Nullable PartialDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.toString().length() > one.toString().length() ? other : one;
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }

    /** Only the last post that nobody ended stays current, unless the person has left since it began. */
    private static List<Post> close(List<Post> posts, @Nullable PartialDate left) {
        List<Post> closed = new ArrayList<>();
        for (int i = 0; i < posts.size(); i++) {
            Post post = posts.get(i);
            PartialDate next = i + 1 < posts.size() ? posts.get(i + 1).from() : null;
            boolean gone = left != null
                    && (post.from() == null
                            || !left.latest().isBefore(post.from().earliest()));
            boolean current = post.to() == null && i == posts.size() - 1 && !gone;
            PartialDate to = post.to() != null ? post.to() : next != null ? next : gone ? left : null;
            closed.add(new Post(
                    post.company(), post.title(), post.words(), post.from(), to, current, post.asOf(), post.claim()));
        }
        return closed;
    }
}
