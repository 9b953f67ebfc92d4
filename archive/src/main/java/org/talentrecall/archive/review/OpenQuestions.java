package org.talentrecall.archive.review;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.talentrecall.archive.dossier.Dossier;
import org.talentrecall.archive.dossier.Evidenced;
import org.talentrecall.archive.dossier.FactDates;
import org.talentrecall.archive.fact.CareerUpdate;
import org.talentrecall.archive.fact.Doubt;
import org.talentrecall.archive.fact.NotHired;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.fact.Pay;
import org.talentrecall.archive.fact.RejectionCode;
import org.talentrecall.archive.fact.Review;
import org.talentrecall.archive.fact.SalaryStatement;

/**
 * What a dossier leaves open whatever it is used for: a no without a clear reason, salaries that contradict each other, a
 * career update that was read with doubt, what a reader could not decide. A pure function of the dossier; a question that was answered is not open.
 */
public final class OpenQuestions {
    /** Below it a reading is doubtful: the readers' rules give it to what they only suppose. */
    public static final double DOUBTFUL = 0.65;

    /** Within so many days a salary does not become another one. */
    private static final int ONE_TIME_DAYS = 31;

    private OpenQuestions() {}

    public static List<Question> of(Dossier dossier) {
        List<Question> questions = new ArrayList<>();
        reason(dossier).ifPresent(questions::add);
        for (SalaryStatement.Kind kind : SalaryStatement.Kind.values()) {
            salary(dossier, kind).ifPresent(questions::add);
        }
        dossier.of(CareerUpdate.class).stream()
                .filter(update -> update.confidence() < DOUBTFUL)
                .map(update -> Question.about(Review.Kind.CAREER_UPDATE, dossier, update))
                .forEach(questions::add);
        dossier.of(Doubt.class).stream()
                .map(doubt -> Question.about(Review.Kind.DOUBT, dossier, doubt))
                .forEach(questions::add);
        questions.removeIf(question -> question.answered(dossier).isPresent());
        return List.copyOf(questions);
    }

    /** The latest no, when no no of the dossier has a reason that is clear. */
    private static Optional<Question> reason(Dossier dossier) {
        List<Evidenced<NotHired>> noes = dossier.of(NotHired.class);
        boolean explained =
                noes.stream().anyMatch(no -> no.fact().code() != RejectionCode.UNKNOWN && no.confidence() >= DOUBTFUL);
        return explained || noes.isEmpty()
                ? Optional.empty()
                : Optional.of(Question.about(Review.Kind.REASON, dossier, noes.get(noes.size() - 1)));
    }

    /** The latest salary of a kind with all that were stated about the same time and exclude it. */
    private static Optional<Question> salary(Dossier dossier, SalaryStatement.Kind kind) {
        List<Evidenced<SalaryStatement>> all = dossier.of(SalaryStatement.class).stream()
                .filter(stated -> stated.fact().kind() == kind && FactDates.orLastSaid(stated) != null)
                .toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Evidenced<SalaryStatement> latest = all.get(all.size() - 1);
        List<Evidenced<SalaryStatement>> choices = all.stream()
                .filter(other -> other.equals(latest)
                        || near(latest, other)
                                && excludes(latest.fact().pay(), other.fact().pay()))
                .toList();
        return choices.size() < 2
                ? Optional.empty()
                : Optional.of(Question.among(Review.Kind.SALARY, dossier, choices));
    }

    private static boolean near(Evidenced<?> one, Evidenced<?> other) {
        LocalDate day = day(one);
        return Math.abs(ChronoUnit.DAYS.between(day, day(other))) <= ONE_TIME_DAYS;
    }

    private static LocalDate day(Evidenced<?> entry) {
        PartialDate date = FactDates.orLastSaid(entry);
        return date == null ? LocalDate.EPOCH : date.earliest();
    }

    /** Figures that cannot both be meant: other money, or ranges without a common figure. */
    private static boolean excludes(Pay one, Pay other) {
        return one.currency().equals(other.currency())
                && (one.maxMonthly() < other.minMonthly() || other.maxMonthly() < one.minMonthly());
    }
}
