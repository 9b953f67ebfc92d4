package org.talentrecall.index.document;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.dossier.Dossier;
import org.talentrecall.archive.dossier.Evidenced;
import org.talentrecall.archive.fact.Application;
import org.talentrecall.archive.fact.Communication;
import org.talentrecall.archive.fact.ContactPreference;
import org.talentrecall.archive.fact.Interview;
import org.talentrecall.archive.fact.NotHired;
import org.talentrecall.archive.fact.Opinion;
import org.talentrecall.archive.fact.Outcome;
import org.talentrecall.archive.fact.PartialDate;
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
    }

    private static void interviews(Dossier dossier, Fields fields) {
        List<Interview> interviews = CandidateDocuments.newestFirst(dossier, Interview.class);
        fields.put("interview_count", interviews.size());
        fields.put("last_interview", newest(interviews.stream().map(Interview::date)));
        fields.putAll(
                "interviewed_for",
                Stream.concat(
                        interviews.stream().map(Interview::post),
                        CandidateDocuments.facts(dossier, Application.class).map(Application::post)));
        fields.putAll("interviewers", interviews.stream().map(Interview::interviewer));
    }

    private static void refusals(Dossier dossier, Fields fields) {
        List<NotHired> refusals = CandidateDocuments.newestFirst(dossier, NotHired.class);
        if (!refusals.isEmpty()) {
            fields.put("rejection_code", refusals.get(0).code());
            fields.put("rejected_on", newest(refusals.stream().map(NotHired::date)));
        }
        fields.putAll("rejection_codes", refusals.stream().map(NotHired::code));
        fields.putAll("rejection_details", refusals.stream().map(NotHired::detail));
        fields.putAll("rejection_words", refusals.stream().map(NotHired::text));
    }

    private static void opinions(Dossier dossier, Fields fields) {
        List<Opinion> opinions = CandidateDocuments.newestFirst(dossier, Opinion.class);
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
        List<SalaryStatement> statements = CandidateDocuments.newestFirst(dossier, SalaryStatement.class);
        for (SalaryStatement.Kind kind : SalaryStatement.Kind.values()) {
            statements.stream()
                    .filter(statement -> statement.kind() == kind)
                    .findFirst()
                    .ifPresent(statement -> salary.putPay(
                            kind.name().toLowerCase(java.util.Locale.ROOT), statement.pay(), statement.date()));
        }
        fields.putFields("salary", salary);
    }

    private static void contacts(Dossier dossier, Fields fields) {
        List<Communication> contacts = CandidateDocuments.newestFirst(dossier, Communication.class);
        fields.put("contact_count", contacts.size());
        fields.put("last_contact", newest(contacts.stream().map(Communication::date)));
        fields.put(
                "last_stance",
                contacts.stream()
                        .map(Communication::stance)
                        .filter(stance -> stance != Communication.Stance.NONE)
                        .findFirst()
                        .orElse(null));
        fields.put("may_contact", mayContact(dossier));
        List<Outcome> outcomes = CandidateDocuments.newestFirst(dossier, Outcome.class);
        fields.put("joined", !outcomes.isEmpty() && outcomes.get(0).kind() == Outcome.Kind.JOINED);
        fields.putAll("outcomes", outcomes.stream().map(Outcome::kind));
    }

    /** The latest wish counts, by its own date, else by when it was said; without any wish contact is allowed. */
    private static boolean mayContact(Dossier dossier) {
        return dossier.of(ContactPreference.class).stream()
                .max(Comparator.comparing(
                        DealingsFields::day, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder())))
                .map(preference -> preference.fact().mayContact())
                .orElse(true);
    }

    private static @Nullable LocalDate day(Evidenced<ContactPreference> preference) {
        PartialDate date = preference.fact().date();
        if (date != null) {
            return date.latest();
        }
        Instant said = preference.lastSaid();
        return said == null ? null : LocalDate.ofInstant(said, ZoneOffset.UTC);
    }

    /** The last day a source spoke of the person. */
    static @Nullable String lastHeardOf(Dossier dossier) {
        return dossier.entries().stream()
                .map(Evidenced::lastSaid)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(said -> LocalDate.ofInstant(said, ZoneOffset.UTC).toString())
                .orElse(null);
    }

    private static @Nullable PartialDate newest(Stream<@Nullable PartialDate> dates) {
        return dates.filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(null);
    }
}
