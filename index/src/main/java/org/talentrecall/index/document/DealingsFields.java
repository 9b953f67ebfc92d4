package org.talentrecall.index.document;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.talentrecall.archive.dossier.Conversation;
import org.talentrecall.archive.dossier.Dossier;
import org.talentrecall.archive.dossier.Evidenced;
import org.talentrecall.archive.dossier.SalaryHistory;
import org.talentrecall.archive.fact.Application;
import org.talentrecall.archive.fact.Appointment;
import org.talentrecall.archive.fact.Doubt;
import org.talentrecall.archive.fact.Interview;
import org.talentrecall.archive.fact.InvalidContact;
import org.talentrecall.archive.fact.NotHired;
import org.talentrecall.archive.fact.Opinion;
import org.talentrecall.archive.fact.Outcome;
import org.talentrecall.archive.fact.SalaryStatement;

/** What has been between the person and us: interviews, reasons, salaries, contacts, outcomes. */
final class DealingsFields {
    private DealingsFields() {}

    static void add(Dossier dossier, Fields fields) {
        interviews(dossier, fields);
        refusals(dossier, fields);
        opinions(dossier, fields);
        salaries(dossier, fields);
        contacts(dossier, fields);
        mail(dossier, fields);
    }

    /** Addresses that lead nowhere, days of appointments that stand, and questions that a reader left open. */
    private static void mail(Dossier dossier, Fields fields) {
        fields.putAll(
                "invalid_contacts",
                CandidateDocuments.facts(dossier, InvalidContact.class).map(InvalidContact::value));
        fields.putAll(
                "appointments",
                CandidateDocuments.facts(dossier, Appointment.class)
                        .filter(Appointment::stands)
                        .map(Appointment::start)
                        .filter(Objects::nonNull)
                        .map(start -> start.toLocalDate().toString()));
        fields.putAll("doubts", CandidateDocuments.facts(dossier, Doubt.class).map(Doubt::question));
    }

    private static void interviews(Dossier dossier, Fields fields) {
        List<Dated<Interview>> dated = Dated.newestFirst(dossier, Interview.class);
        List<Interview> interviews = dated.stream().map(Dated::fact).toList();
        fields.put("interview_count", interviews.size());
        fields.put("last_interview", Dated.newest(dated));
        fields.putAll(
                "interviewed_for",
                Stream.concat(
                        interviews.stream().map(Interview::post),
                        Dated.newestFirst(dossier, Application.class).stream()
                                .map(application -> application.fact().post())));
        fields.putAll("interviewers", interviews.stream().map(Interview::interviewer));
    }

    private static void refusals(Dossier dossier, Fields fields) {
        List<Dated<NotHired>> dated = Dated.newestFirst(dossier, NotHired.class);
        List<NotHired> refusals = dated.stream().map(Dated::fact).toList();
        fields.put("rejection_code", refusals.isEmpty() ? null : refusals.get(0).code());
        fields.put("rejected_on", Dated.newest(dated));
        fields.putAll("rejection_codes", refusals.stream().map(NotHired::code));
        fields.putAll("rejection_details", refusals.stream().map(NotHired::detail));
        fields.putAll("rejection_words", refusals.stream().map(NotHired::text));
    }

    private static void opinions(Dossier dossier, Fields fields) {
        List<Opinion> opinions = Dated.newestFirst(dossier, Opinion.class).stream()
                .map(Dated::fact)
                .toList();
        fields.put(
                "opinion_rating",
                opinions.stream()
                        .map(Opinion::rating)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
        fields.putAll("opinions", opinions.stream().map(Opinion::text));
        fields.putAll(
                "boss_opinions",
                opinions.stream()
                        .filter(opinion -> opinion.role() == Opinion.Role.BOSS)
                        .map(Opinion::text));
    }

    private static void salaries(Dossier dossier, Fields fields) {
        Fields salary = new Fields();
        SalaryHistory history = SalaryHistory.of(dossier);
        for (SalaryStatement.Kind kind : SalaryStatement.Kind.values()) {
            history.latest(kind)
                    .ifPresent(statement ->
                            salary.putPay(kind.name().toLowerCase(Locale.ROOT), statement.pay(), statement.date()));
        }
        fields.putFields("salary", salary);
    }

    private static void contacts(Dossier dossier, Fields fields) {
        Conversation conversation = Conversation.of(dossier);
        fields.put("contact_count", conversation.turns().size());
        fields.put(
                "last_contact", conversation.last().map(Conversation.Turn::date).orElse(null));
        fields.put(
                "last_stance",
                conversation.lastStance().map(turn -> turn.said().stance()).orElse(null));
        fields.put("may_contact", conversation.mayContact());
        List<Outcome> outcomes = Dated.newestFirst(dossier, Outcome.class).stream()
                .map(Dated::fact)
                .toList();
        fields.put("joined", !outcomes.isEmpty() && outcomes.get(0).kind() == Outcome.Kind.JOINED);
        fields.putAll("outcomes", outcomes.stream().map(Outcome::kind));
    }

    /** The last day (UTC) a source spoke of the person; 1970 when none tells. */
    static LocalDate lastHeardOf(Dossier dossier) {
        return dossier.entries().stream()
                .map(Evidenced::lastSaid)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(said -> LocalDate.ofInstant(said, ZoneOffset.UTC))
                .orElse(LocalDate.EPOCH);
    }
}
