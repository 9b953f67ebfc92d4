package org.talentrecall.scoring.score;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.OpeningDescription;
import org.talentrecall.archive.opening.Opening;
import org.talentrecall.scoring.profile.Passage;
import org.talentrecall.scoring.profile.Profile;
import org.talentrecall.scoring.profile.Stint;
import org.talentrecall.scoring.profile.Titles;
import org.talentrecall.scoring.recommendation.Claim;
import org.talentrecall.scoring.recommendation.Component;
import org.talentrecall.scoring.recommendation.Point;
import org.talentrecall.scoring.recommendation.Text;

/**
 * Is the person likely to move now, and in our direction? Starts from neutral; a year or more in a post without promotion
 * speaks for a move, a new post against it; what they have done since we met them tells the direction. Full marks take all
 * of it at once: a year or a few in post, a way toward our field by work and by interest, a rise, and a step up with us.
 */
final class CareerPart {
    private static final int YEAR = 12;
    /** Who has stayed longer than this in one title is less likely to move than after a few years. */
    private static final int SETTLED_YEARS = 6;
    /** What was said longer ago than this may no longer be true, and counts half. */
    private static final int STALE_MONTHS = 12;

    private final Profile profile;
    private final OpeningDescription post;
    private final @Nullable LocalDate since;
    private final List<Point> points = new ArrayList<>();
    private final List<Text> confirm = new ArrayList<>();
    private double known;

    private CareerPart(Profile profile, Opening opening, @Nullable LocalDate since) {
        this.profile = profile;
        this.post = opening.description();
        this.since = since;
    }

    /** @param since the day of the earlier no or interview; null when the person was never met */
    static Part of(Profile profile, Opening opening, @Nullable LocalDate since) {
        if (profile.posts().all().isEmpty()) {
            return Part.unknown(Component.CAREER, Text.of("point.career.unknown"), Text.of("ask.career"));
        }
        return new CareerPart(profile, opening, since).judge();
    }

    private Part judge() {
        points.add(new Point(Component.CAREER, Text.of("point.start"), Part.NEUTRAL, List.of()));
        Optional<Stint> current = profile.posts().current();
        if (current.isPresent()) {
            tenure(current.get());
            step(current.get());
        } else {
            between();
        }
        if (since != null) {
            direction(since);
            progress(since);
        }
        return new Part(Component.CAREER, points, known, confirm);
    }

    private void tenure(Stint current) {
        boolean stale = stale(current);
        known = stale ? 0.5 : 1;
        if (stale) {
            confirm.add(Text.of("ask.stillthere", current.company()));
        }
        OptionalInt months = current.months(profile.today());
        if (months.isEmpty()) {
            known /= 2;
            confirm.add(Text.of("ask.since", current.company()));
            return;
        }
        int held = months.getAsInt();
        double marks = held >= SETTLED_YEARS * YEAR
                ? 10
                : held >= YEAR ? 15 : held >= YEAR - 2 ? 5 : held >= YEAR / 2 ? 0 : -15;
        if (marks != 0) {
            String key = held >= YEAR ? "point.tenure.long" : marks > 0 ? "point.tenure.soon" : "point.tenure.new";
            double worth = stale && marks > 0 ? marks / 2 : marks;
            points.add(point(Text.of(key, held), worth, current.claim()));
        }
    }

    private boolean stale(Stint current) {
        LocalDate asOf = current.asOf();
        return asOf == null || Period.between(asOf, profile.today()).toTotalMonths() >= STALE_MONTHS;
    }

    /** Our post against theirs: a step up draws, a step down does not. */
    private void step(Stint current) {
        if (current.seniority().isEmpty()) {
            return;
        }
        int up = Titles.seniority(post.title()) - current.seniority().getAsInt();
        if (up > 0) {
            points.add(point(Text.of("point.step.up"), 5, current.claim()));
        } else if (up < -1) {
            points.add(point(Text.of("point.step.down"), -15, current.claim()));
        }
    }

    private void between() {
        Stint last = profile.posts().all().get(profile.posts().all().size() - 1);
        known = 0.75;
        points.add(point(Text.of("point.between"), 15, last.claim()));
        confirm.add(Text.of("ask.career"));
    }

    /** What they did since, and what they say they look for, measured by what the opening is about. */
    private void direction(LocalDate day) {
        Optional<Passage> toward =
                since(day, true).filter(passage -> passage.kind().practice()).reduce((earlier, later) -> later);
        Optional<Passage> interest = since(day, true)
                .filter(passage -> passage.kind() == Passage.Kind.SIGN)
                .reduce((earlier, later) -> later);
        toward.ifPresent(passage -> points.add(point(Text.of("point.toward"), 10, passage.claim())));
        interest.ifPresent(passage -> points.add(point(Text.of("point.interest"), 5, passage.claim())));
        if (toward.isEmpty() && interest.isEmpty()) {
            profile.posts().since(day).stream()
                    .filter(moved -> !Relevance.toOpening(post, moved.words()))
                    .reduce((earlier, later) -> later)
                    .ifPresent(moved -> points.add(point(Text.of("point.away"), -15, moved.claim())));
        }
    }

    private Stream<Passage> since(LocalDate day, boolean relevant) {
        return profile.passages().stream()
                .filter(passage -> passage.kind().practice() || passage.kind() == Passage.Kind.SIGN)
                .filter(passage -> passage.since(day))
                .filter(passage -> Relevance.toOpening(post, passage.words()) == relevant);
    }

    private void progress(LocalDate day) {
        OptionalInt then = profile.posts().seniority(day);
        OptionalInt now = profile.posts().seniority(profile.today());
        if (then.isPresent() && now.isPresent() && now.getAsInt() > then.getAsInt()) {
            List<Stint> later = profile.posts().since(day);
            Claim claim = later.get(later.size() - 1).claim();
            points.add(point(Text.of("point.progress"), 5, claim));
        }
    }

    private static Point point(Text text, double marks, Claim claim) {
        return new Point(Component.CAREER, text, marks, List.of(claim));
    }
}
