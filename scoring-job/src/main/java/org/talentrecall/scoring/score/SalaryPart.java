package org.talentrecall.scoring.score;

import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.talentrecall.archive.fact.Pay;
import org.talentrecall.archive.opening.Opening;
import org.talentrecall.scoring.profile.Claims;
import org.talentrecall.scoring.profile.Expectation;
import org.talentrecall.scoring.profile.Profile;
import org.talentrecall.scoring.recommendation.Claim;
import org.talentrecall.scoring.recommendation.Component;
import org.talentrecall.scoring.recommendation.Point;
import org.talentrecall.scoring.recommendation.Text;

/**
 * Can we pay? What they want counts two thirds, what they earn one third; what is not known of the two is neutral.
 *
 * <p>Wanted against the budget's upper end: at 85 % of it or less full marks, at the end itself 85, at 10 % over it 45,
 * from 25 % over it none. Earned: a raise of 20 % is full marks, none at all 60, a cut of 20 % none. After half a
 * year a statement begins to lose weight, half of it in two years; what it loses is neutral.
 */
final class SalaryPart {
    private static final double[][] WANTED = {{0.85, 100}, {1.0, 85}, {1.1, 45}, {1.25, 0}};
    private static final double[][] EARNED = {{1 / 1.2, 100}, {1.0, 60}, {1.25, 0}};
    private static final double WANTED_SHARE = 2.0 / 3;
    /** Up to here a statement is fresh. */
    private static final int FRESH_MONTHS = 6;

    private static final double HALF_LIFE_MONTHS = 24;
    /** Of what weighs less, the report says that it is old. */
    private static final double OLD = 0.75;

    private SalaryPart() {}

    /** What the component would be if the budget just covered what they want. */
    static Part relieved() {
        Point point = new Point(Component.SALARY, Text.of("point.salary.relieved"), WANTED[1][1], List.of());
        return new Part(Component.SALARY, List.of(point), 1, List.of());
    }

    /** Whether what they want is within reach of the budget, as far as is known: below where the curve ends. */
    static boolean payable(Profile profile, Opening opening, double growthPerYear) {
        Pay budget = opening.description().budget();
        return budget == null
                || fitting(Expectation.of(profile, growthPerYear), budget)
                        .map(wanted -> wanted.monthly()
                                < WANTED[WANTED.length - 1][0] * Expectation.monthly(budget.maxMonthly(), budget))
                        .orElse(true);
    }

    static Part of(Profile profile, Opening opening, double growthPerYear) {
        Pay budget = opening.description().budget();
        if (budget == null) {
            return Part.unknown(Component.SALARY, Text.of("point.salary.nobudget"), Text.of("ask.budget"));
        }
        Optional<Expectation> wanted = fitting(Expectation.of(profile, growthPerYear), budget);
        Optional<Expectation> earned = fitting(Expectation.current(profile, growthPerYear), budget);
        if (wanted.isEmpty() && earned.isEmpty()) {
            return Part.unknown(Component.SALARY, Text.of("point.salary.unknown"), Text.of("ask.expectation"));
        }
        Claim post = Claims.of(
                Text.of("claim.budget", opening.description().title(), budget.asWritten()), opening.evidence());
        List<Point> points = new ArrayList<>();
        LocalDate today = profile.today();
        points.add(point("point.salary.wanted", wanted, budget, WANTED, WANTED_SHARE, post, today));
        points.add(point("point.salary.earned", earned, budget, EARNED, 1 - WANTED_SHARE, post, today));
        double known = WANTED_SHARE * wanted.map(each -> weight(each, today)).orElse(0.0)
                + (1 - WANTED_SHARE) * earned.map(each -> weight(each, today)).orElse(0.0);
        List<Text> confirm = wanted.isEmpty() ? List.of(Text.of("ask.expectation")) : List.of();
        return new Part(Component.SALARY, points, known, confirm);
    }

    private static Point point(
            String key,
            Optional<Expectation> salary,
            Pay budget,
            double[][] curve,
            double share,
            Claim post,
            LocalDate today) {
        if (salary.isEmpty()) {
            return new Point(Component.SALARY, Text.of(key + ".unknown"), Part.NEUTRAL * share, List.of());
        }
        double figure = salary.get().monthly();
        double pays = Expectation.monthly(budget.maxMonthly(), budget);
        double marks = pays <= 0 ? 0 : along(curve, figure / pays);
        double weight = weight(salary.get(), today);
        boolean old = weight < OLD && salary.get().day() != null;
        Text text = Text.of(
                old ? key + ".old" : key,
                salary.get().stated(),
                Math.round(figure),
                budget.asWritten(),
                old
                        ? String.valueOf(YearMonth.from(
                                Objects.requireNonNull(salary.get().day())))
                        : "");
        double worth = share * (weight * marks + (1 - weight) * Part.NEUTRAL);
        return new Point(Component.SALARY, text, worth, List.of(salary.get().claim(), post));
    }

    /** What a statement still says: of unknown age half. */
    private static double weight(Expectation salary, LocalDate today) {
        LocalDate day = salary.day();
        if (day == null) {
            return 0.5;
        }
        long months = Math.max(0, Period.between(day, today).toTotalMonths() - FRESH_MONTHS);
        return Math.pow(0.5, months / HALF_LIFE_MONTHS);
    }

    private static Optional<Expectation> fitting(Optional<Expectation> salary, Pay budget) {
        return salary.filter(each -> each.currency().equals(budget.currency()) && each.monthly() > 0);
    }

    /** The curve through the given places; level before the first and behind the last. */
    private static double along(double[][] curve, double at) {
        if (at <= curve[0][0]) {
            return curve[0][1];
        }
        for (int i = 1; i < curve.length; i++) {
            if (at <= curve[i][0]) {
                double way = (at - curve[i - 1][0]) / (curve[i][0] - curve[i - 1][0]);
                return curve[i - 1][1] + way * (curve[i][1] - curve[i - 1][1]);
            }
        }
        return curve[curve.length - 1][1];
    }
}
