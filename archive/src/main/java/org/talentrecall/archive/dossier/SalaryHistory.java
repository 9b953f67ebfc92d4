package org.talentrecall.archive.dossier;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.fact.Pay;
import org.talentrecall.archive.fact.SalaryStatement;

/**
 * What a person earned, wanted and was offered over time. Immutable; a pure function of the dossier.
 *
 * @param statements oldest first, undated ones before all others
 */
public record SalaryHistory(List<Statement> statements) {
    private static final Comparator<Statement> AGE = Comparator.comparing(
                    Statement::date, Comparator.nullsFirst(Comparator.<PartialDate>naturalOrder()))
            .thenComparing(statement -> statement.pay().maxMonthly())
            .thenComparing(statement -> statement.pay().toString());

    public SalaryHistory {
        statements = List.copyOf(statements);
    }

    /**
     * One statement.
     *
     * @param date its own date, or else when it was last said; null when neither is known
     */
    public record Statement(
            SalaryStatement.Kind kind, Pay pay, @Nullable PartialDate date, Evidenced<SalaryStatement> evidence) {}

    public static SalaryHistory of(Dossier dossier) {
        return new SalaryHistory(dossier.of(SalaryStatement.class).stream()
                .map(entry ->
                        new Statement(entry.fact().kind(), entry.fact().pay(), FactDates.orLastSaid(entry), entry))
                .sorted(AGE)
                .toList());
    }

    /** The newest of a kind. */
    public Optional<Statement> latest(SalaryStatement.Kind kind) {
        List<Statement> all = all(kind);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** All of a kind, oldest first. */
    public List<Statement> all(SalaryStatement.Kind kind) {
        return statements.stream().filter(statement -> statement.kind() == kind).toList();
    }
}
