package org.talentrecall.scoring.reason;

import java.util.Optional;
import org.talentrecall.archive.fact.Pay;
import org.talentrecall.scoring.profile.Expectation;
import org.talentrecall.scoring.recommendation.Text;

/** The salary did not fit: the budget must cover the expectation, grown with the time since it was stated. */
record BudgetCovers() implements Condition {
    @Override
    public Finding test(Trial trial) {
        Pay budget = trial.post().budget();
        Optional<Expectation> expected =
                Expectation.of(trial.profile(), trial.rules().salaryGrowthPerYear());
        if (budget == null) {
            return Finding.unknown(Text.of("why.salary.nobudget"), Text.of("ask.budget"));
        }
        if (expected.isEmpty() || !expected.get().currency().equals(budget.currency())) {
            return Finding.unknown(Text.of("why.salary.noexpectation"), Text.of("ask.expectation"));
        }
        double wants = expected.get().monthly();
        double pays = Expectation.monthly(budget.maxMonthly(), budget);
        Text then = Text.words(expected.get().stated());
        if (wants <= pays) {
            Text what = Text.of("change.budget", budget.asWritten(), then, Math.round(wants));
            return Finding.lifted(Text.of("why.salary.fits"), trial.ours(what));
        }
        if (wants <= pays * (1 + trial.rules().negotiationRoom())) {
            return Finding.unknown(
                    Text.of("why.salary.near", then, Math.round(wants), budget.asWritten()),
                    Text.of("ask.expectation"));
        }
        return Finding.stands(
                Text.of("why.salary.over", then, Math.round(wants), budget.asWritten()), Text.of("ask.expectation"));
    }
}
