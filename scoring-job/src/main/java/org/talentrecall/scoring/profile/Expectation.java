package org.talentrecall.scoring.profile;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.dossier.SalaryHistory;
import org.talentrecall.archive.fact.Pay;
import org.talentrecall.archive.fact.SalaryStatement;
import org.talentrecall.scoring.recommendation.Claim;
import org.talentrecall.scoring.recommendation.Text;

/**
 * A salary as it stands today: what was stated last, grown by a yearly rate since. Growth is compound over full months.
 *
 * @param monthly a twelfth of the year's sum, from the lower end of the range, grown until today
 * @param stated as it was written
 */
public record Expectation(
        double monthly,
        String currency,
        String stated,
        @Nullable LocalDate day,
        Claim claim) {
    private static final double MONTHS = 12;

    /** What the person wants. */
    public static Optional<Expectation> of(Profile profile, double growthPerYear) {
        return latest(profile, SalaryStatement.Kind.EXPECTED, growthPerYear);
    }

    /** What the person earns. */
    public static Optional<Expectation> current(Profile profile, double growthPerYear) {
        return latest(profile, SalaryStatement.Kind.CURRENT, growthPerYear);
    }

    /** A monthly figure as a twelfth of the year's sum: 20K × 15 is 25K. */
    public static double monthly(long figure, Pay pay) {
        return figure * pay.months() / MONTHS;
    }

    private static Optional<Expectation> latest(Profile profile, SalaryStatement.Kind kind, double growthPerYear) {
        return SalaryHistory.of(profile.dossier())
                .latest(kind)
                .map(statement -> grown(statement, profile.today(), growthPerYear));
    }

    private static Expectation grown(SalaryHistory.Statement statement, LocalDate today, double growthPerYear) {
        LocalDate day = statement.date() == null ? null : statement.date().latest();
        long months = day == null ? 0 : Math.max(0, Period.between(day, today).toTotalMonths());
        Pay pay = statement.pay();
        double now = monthly(pay.minMonthly(), pay) * Math.pow(1 + growthPerYear, months / MONTHS);
        String key =
                statement.kind() == SalaryStatement.Kind.CURRENT ? "claim.salary.current" : "claim.salary.expected";
        String date = statement.date() == null ? "" : statement.date().toString();
        Text text = Text.of(key, date, pay.asWritten());
        return new Expectation(
                now,
                pay.currency(),
                pay.asWritten(),
                day,
                Claims.of(text, statement.evidence().evidence()));
    }
}
