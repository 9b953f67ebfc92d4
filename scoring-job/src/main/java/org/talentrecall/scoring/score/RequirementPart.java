package org.talentrecall.scoring.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.talentrecall.archive.dossier.Evidenced;
import org.talentrecall.archive.fact.OpeningDescription;
import org.talentrecall.archive.fact.RejectionCode;
import org.talentrecall.archive.fact.Residence;
import org.talentrecall.archive.opening.Opening;
import org.talentrecall.archive.vocabulary.Cities;
import org.talentrecall.scoring.profile.Claims;
import org.talentrecall.scoring.profile.Demand;
import org.talentrecall.scoring.profile.Profile;
import org.talentrecall.scoring.profile.Stint;
import org.talentrecall.scoring.profile.Titles;
import org.talentrecall.scoring.reason.Judgement;
import org.talentrecall.scoring.reason.Verdict;
import org.talentrecall.scoring.recommendation.Claim;
import org.talentrecall.scoring.recommendation.Component;
import org.talentrecall.scoring.recommendation.Point;
import org.talentrecall.scoring.recommendation.Text;

/**
 * Does the person fit what the opening asks for? A weighted mean over its items, so that one more item that is met never
 * lowers it: a must-have counts 3, a post held like this one 2, what the earlier interview for this post said of fitness
 * 2, a wish, the level and the place 1 each.
 */
final class RequirementPart {
    private static final double MUST = 3;
    private static final double WISH = 1;
    private static final double TITLE = 2;
    private static final double EARLIER = 2;
    private static final double LEVEL = 1;
    private static final double PLACE = 1;
    /** Found fit in an interview is much, but no work has shown it. */
    private static final double FOUND_FIT = 0.9;
    /** From here on a requirement counts as met, and from there as met in part. */
    private static final double MET = 0.8;

    private static final double PARTLY = 0.4;

    private final Profile profile;
    private final OpeningDescription post;
    private final Matcher matcher;
    private final Relief relief;
    private final List<Item> items = new ArrayList<>();
    private final List<Text> confirm = new ArrayList<>();

    private RequirementPart(Profile profile, Opening opening, Similarity similarity, Relief relief) {
        this.profile = profile;
        this.post = opening.description();
        this.matcher = new Matcher(profile, similarity);
        this.relief = relief;
    }

    /**
     * @param mostMet whether at least half of what the must-haves weigh is met, as far as is known
     * @param proven whether anything shows one of the must-haves, or an interview for this post found them fit
     */
    record Fitness(Part part, boolean mostMet, boolean proven) {
        /** Whether the post fits them at all. */
        boolean fits(int watchFrom) {
            return mostMet && part.value() >= watchFrom;
        }
    }

    /** @param relief an obstacle to think away */
    static Fitness of(Profile profile, Opening opening, Verdict verdict, Similarity similarity, Relief relief) {
        return new RequirementPart(profile, opening, similarity, relief).judge(verdict);
    }

    private Fitness judge(Verdict verdict) {
        post.mustHaves().forEach(text -> asked(text, MUST, "point.must"));
        post.wishes().forEach(text -> asked(text, WISH, "point.wish"));
        title();
        earlier(verdict);
        level();
        place();
        double weights = items.stream().mapToDouble(Item::weight).sum();
        List<Point> points = items.stream()
                .map(item -> new Point(
                        Component.REQUIREMENT,
                        item.text(),
                        100 * item.weight() * item.value() / weights,
                        item.claims()))
                .toList();
        double known =
                items.stream().filter(Item::known).mapToDouble(Item::weight).sum() / weights;
        return new Fitness(new Part(Component.REQUIREMENT, points, known, confirm), mostMet(), proven());
    }

    private boolean mostMet() {
        return items.stream()
                        .filter(item -> item.weight() == MUST)
                        .mapToDouble(Item::value)
                        .average()
                        .orElse(1)
                >= 0.5;
    }

    private boolean proven() {
        boolean none = post.mustHaves().isEmpty();
        return items.stream()
                .filter(item -> none || item.weight() == MUST || item.earlier())
                .anyMatch(item ->
                        item.known() && item.value() >= PARTLY && !item.claims().isEmpty());
    }

    private void asked(String text, double weight, String key) {
        Fit fit = relief.meets(text) ? new Fit(1, true, List.of()) : matcher.fit(Demand.of(text));
        String ending =
                !fit.known() ? ".unknown" : fit.value() >= MET ? ".met" : fit.value() >= PARTLY ? ".partly" : ".unmet";
        items.add(new Item(weight, fit.value(), fit.known(), Text.of(key + ending, text), fit.claims()));
        if (weight == MUST && (!fit.known() || fit.value() < PARTLY)) {
            confirm.add(Text.of("ask.must", text));
        }
    }

    private void title() {
        Fit fit = matcher.title(post.title());
        String ending = !fit.known() ? ".unknown" : fit.value() >= 0.6 ? ".met" : ".unmet";
        items.add(
                new Item(TITLE, fit.value(), fit.known(), Text.of("point.title" + ending, post.title()), fit.claims()));
    }

    /** Who was refused for this very post for another reason than fitness was found fit then; a closed gap counts the same. */
    private void earlier(Verdict verdict) {
        Optional<Judgement> earlier =
                verdict.forThisPost().filter(judgement -> judgement.refusal().namesPost());
        if (earlier.isEmpty()) {
            return;
        }
        Judgement judgement = earlier.get();
        List<Claim> claims = List.of(judgement.claim());
        switch (judgement.refusal().no().code()) {
            case HEADCOUNT_FROZEN, SALARY, LOCATION, TIMING, COMPETING_OFFER, CANDIDATE_DECLINED ->
                items.add(new Item(EARLIER, FOUND_FIT, true, Text.of("point.earlier.fit"), claims));
            case SKILL_GAP, EXPERIENCE_GAP, LEVEL -> {
                double value = switch (judgement.standing()) {
                    case LIFTED -> FOUND_FIT;
                    case UNKNOWN -> Fit.NEUTRAL;
                    case STANDS -> relief.closesGap() ? FOUND_FIT : 0;
                };
                String key = value == FOUND_FIT ? "point.earlier.closed" : "point.earlier.gap";
                items.add(new Item(EARLIER, value, true, Text.of(key), claims));
            }
            case CULTURE, INTEGRITY, UNKNOWN -> {
                // Says nothing about whether they can do the work.
            }
        }
    }

    private void level() {
        OptionalInt reached = profile.posts().seniority(profile.today());
        if (reached.isEmpty()) {
            items.add(new Item(LEVEL, Fit.NEUTRAL, false, Text.of("point.level.unknown"), List.of()));
            return;
        }
        int missing = Titles.seniority(post.title()) - reached.getAsInt();
        double value = relief.lifts(RejectionCode.LEVEL) || missing > -3 && missing <= 0
                ? 1
                : missing <= -3 ? 0.6 : missing == 1 ? 0.8 : missing == 2 ? 0.3 : 0;
        String key = value >= 0.8 ? "point.level.met" : missing > 0 ? "point.level.below" : "point.level.above";
        List<Claim> claims = profile.posts().all().stream()
                .filter(each -> each.seniority().equals(reached))
                .map(Stint::claim)
                .limit(1)
                .toList();
        items.add(new Item(LEVEL, value, true, Text.of(key), claims));
    }

    private void place() {
        String city = post.city();
        if (post.remote() || city == null || city.isBlank()) {
            return;
        }
        Optional<Evidenced<Residence>> home = profile.residence();
        if (home.isEmpty()) {
            items.add(new Item(PLACE, Fit.NEUTRAL, false, Text.of("point.place.unknown", city), List.of()));
            return;
        }
        String lives = home.get().fact().city();
        boolean here = relief.lifts(RejectionCode.LOCATION) || Cities.same(lives, city);
        Claim claim = Claims.of(Text.of("claim.residence", lives), home.get().evidence());
        items.add(new Item(
                PLACE,
                here ? 1 : 0.2,
                true,
                Text.of(here ? "point.place.met" : "point.place.other", city),
                List.of(claim)));
        if (!here) {
            confirm.add(Text.of("ask.move", lives, city));
        }
    }

    private record Item(double weight, double value, boolean known, Text text, List<Claim> claims) {
        boolean earlier() {
            return text.key().startsWith("point.earlier.");
        }
    }
}
