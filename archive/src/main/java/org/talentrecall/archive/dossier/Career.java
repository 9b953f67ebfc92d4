package org.talentrecall.archive.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.CareerUpdate;
import org.talentrecall.archive.fact.Employment;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.text.OrganisationNames;

/**
 * A person's working life as all sources together tell it on a certain day: resumes, profiles and career updates put into
 * one line of posts. Immutable; a pure function of the dossier and the day.
 *
 * @param today the day on which it is looked at
 * @param posts oldest first; those of unknown beginning last
 */
public record Career(LocalDate today, List<Post> posts, List<Gain> gains) {
    private static final Comparator<Post> AGE = Comparator.comparing(
                    Post::from, Comparator.nullsLast(Comparator.<PartialDate>naturalOrder()))
            .thenComparing(Post::company);

    public Career {
        posts = List.copyOf(posts);
        gains = List.copyOf(gains);
    }

    /**
     * Something that was added to what a person is or can.
     *
     * @param what the post's title and company, the project's or skill's name, or the update's words
     * @param date when it came about, or else when it was first said
     * @param dated false when the date is only that of the first mention
     */
    public record Gain(Kind kind, String what, PartialDate date, boolean dated, List<Evidenced<?>> evidence) {
        /** What was gained. */
        public enum Kind {
            POST,
            PROMOTION,
            PROJECT,
            SKILL,
            PUBLICATION,
            INTEREST
        }

        public Gain {
            evidence = List.copyOf(evidence);
        }
    }

    public static Career of(Dossier dossier, LocalDate today) {
        List<Post> posts = endedByTheNext(posts(dossier, today));
        return new Career(today, posts, Gains.of(dossier, posts));
    }

    /** The post held today: of several the one begun last. */
    public Optional<Post> current() {
        return posts.stream()
                .filter(Post::current)
                .max(Comparator.comparing(Post::from, Comparator.nullsFirst(Comparator.<PartialDate>naturalOrder()))
                        .thenComparing(Post::company));
    }

    /** The post held on a day, as far as dates tell: of several the one begun last. */
    public Optional<Post> at(LocalDate day) {
        return posts.stream()
                .filter(post -> post.from() != null && !Post.likely(post.from()).isAfter(day))
                .filter(post ->
                        post.to() == null ? post.current() : !post.to().latest().isBefore(day))
                .max(Comparator.comparing(Post::from, Comparator.nullsFirst(Comparator.<PartialDate>naturalOrder()))
                        .thenComparing(Post::company));
    }

    /**
     * What came about after a day, oldest first. A skill or project counts only when a source gives its date, or when it
     * was first said after the day.
     */
    public List<Gain> gainedSince(LocalDate day) {
        return gains.stream()
                .filter(gain -> gain.date().earliest().isAfter(day))
                .toList();
    }

    private static List<Post> posts(Dossier dossier, LocalDate today) {
        Map<String, List<PostBuilder>> byCompany = new TreeMap<>();
        List<Evidenced<?>> entries = new ArrayList<>(dossier.of(Employment.class));
        for (Evidenced<CareerUpdate> update : dossier.of(CareerUpdate.class)) {
            switch (update.fact().kind()) {
                case NEW_JOB, PROMOTION, LEFT -> entries.add(update);
                case PROJECT, PUBLICATION, INTEREST -> {
                    // No post is begun, changed or ended by these.
                }
            }
        }
        List<Evidenced<?>> unnamed = new ArrayList<>();
        for (Evidenced<?> entry : entries) {
            String company = company(entry);
            if (company == null) {
                unnamed.add(entry);
            } else {
                List<PostBuilder> stays =
                        byCompany.computeIfAbsent(OrganisationNames.key(company), key -> new ArrayList<>());
                builder(stays, entry).add(entry);
            }
        }
        unnamed.forEach(entry -> heldAt(byCompany, FactDates.orSaid(entry)).ifPresent(post -> post.add(entry)));
        return byCompany.values().stream()
                .flatMap(List::stream)
                .map(builder -> builder.build(today))
                .sorted(AGE)
                .toList();
    }

    /** Who is promoted or leaves without the employer being named does so where they were last known to be. */
    private static Optional<PostBuilder> heldAt(Map<String, List<PostBuilder>> byCompany, @Nullable PartialDate date) {
        return byCompany.values().stream()
                .flatMap(List::stream)
                .filter(post -> post.hasBegunBy(date))
                .max(Comparator.comparing(
                        PostBuilder::from, Comparator.nullsFirst(Comparator.<PartialDate>naturalOrder())));
    }

    private static @Nullable String company(Evidenced<?> entry) {
        if (entry.fact() instanceof Employment employment) {
            return employment.company();
        }
        return entry.fact() instanceof CareerUpdate update ? update.company() : null;
    }

    /** The stay the entry speaks of; a new one when it is clearly apart from all others. */
    private static PostBuilder builder(List<PostBuilder> stays, Evidenced<?> entry) {
        PartialDate from = null;
        PartialDate to = null;
        if (entry.fact() instanceof Employment employment) {
            from = employment.from();
            to = employment.to();
        } else if (entry.fact() instanceof CareerUpdate update) {
            PartialDate date = FactDates.orSaid(entry);
            from = update.kind() == CareerUpdate.Kind.LEFT ? null : date;
            to = update.kind() == CareerUpdate.Kind.LEFT ? date : null;
        }
        for (int i = stays.size() - 1; i >= 0; i--) {
            if (!stays.get(i).isApartFrom(from, to)) {
                return stays.get(i);
            }
        }
        PostBuilder fresh = new PostBuilder();
        stays.add(fresh);
        return fresh;
    }

    /** A post that was last called current before another one began, and was spoken of later, ended when that began. */
    private static List<Post> endedByTheNext(List<Post> posts) {
        return posts.stream()
                .map(post -> posts.stream()
                        .filter(next -> supersedes(next, post))
                        .map(Post::from)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .map(end -> new Post(post.company(), post.from(), end, false, post.steps(), post.evidence()))
                        .orElse(post))
                .toList();
    }

    private static boolean supersedes(Post next, Post post) {
        if (!post.current() || post.to() != null || next.from() == null) {
            return false;
        }
        boolean begunLater = post.from() == null || next.from().compareTo(post.from()) > 0;
        Instant said = post.lastSaid().orElse(Instant.MIN);
        boolean saidLater = next.lastSaid().orElse(Instant.MIN).isAfter(said);
        boolean begunAfterItWasSaid =
                next.from().latest().atTime(23, 59).toInstant(ZoneOffset.UTC).isAfter(said);
        return begunLater && saidLater && begunAfterItWasSaid;
    }
}
