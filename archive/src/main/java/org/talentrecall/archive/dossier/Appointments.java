package org.talentrecall.archive.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.talentrecall.archive.fact.Appointment;
import org.talentrecall.archive.fact.Interview;
import org.talentrecall.archive.fact.PartialDate;

/**
 * How the appointments of a calendar stand (RFC 5546, 2.1.4 and 3.2). Of the organiser's words about one UID the one with
 * the highest SEQUENCE counts, of equal ones the one written last; the candidate's answers count when they are about that
 * version or a later one. An appointment that stands is an interview, unless somebody told of one on the same day.
 */
final class Appointments {
    private static final Comparator<Appointment> VERSION = Comparator.comparingInt(Appointment::sequence)
            .thenComparing(Appointment::stamp, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
            .thenComparing(Appointment::word)
            .thenComparing(Appointment::toString);

    private Appointments() {}

    /** One entry for each appointment in place of all words about it, and the interviews they stand for. */
    static List<Evidenced<?>> settled(List<Evidenced<?>> entries) {
        Map<String, List<Evidenced<?>>> byUid = new LinkedHashMap<>();
        List<Evidenced<?>> settled = new ArrayList<>();
        for (Evidenced<?> entry : entries) {
            if (entry.fact() instanceof Appointment appointment) {
                byUid.computeIfAbsent(appointment.uid(), uid -> new ArrayList<>())
                        .add(entry);
            } else {
                settled.add(entry);
            }
        }
        List<Evidenced<Interview>> interviews = new ArrayList<>();
        for (List<Evidenced<?>> words : byUid.values()) {
            Evidenced<Appointment> appointment = settle(words);
            settled.add(appointment);
            interview(appointment, settled).ifPresent(interviews::add);
        }
        settled.addAll(interviews);
        return settled;
    }

    private static Evidenced<Appointment> settle(Collection<Evidenced<?>> words) {
        List<Appointment> all = words.stream()
                .map(entry -> (Appointment) entry.fact())
                .sorted(VERSION)
                .toList();
        Optional<Appointment> planned =
                all.stream().filter(word -> !word.word().isAnswer()).reduce((earlier, later) -> later);
        Optional<Appointment> answer = all.stream()
                .filter(word -> word.word().isAnswer())
                .filter(word -> planned.map(
                                base -> base.word() == Appointment.Word.PLANNED && word.sequence() >= base.sequence())
                        .orElse(true))
                .reduce((earlier, later) -> later);
        Appointment base = planned.or(() -> answer).orElseThrow();
        Appointment whole = completed(base, all);
        List<Evidence> evidence = words.stream()
                .flatMap(entry -> entry.evidence().stream())
                .distinct()
                .sorted(DossierFold.EVIDENCE_ORDER)
                .toList();
        return new Evidenced<>(answer.map(word -> answered(whole, word)).orElse(whole), evidence);
    }

    /** A cancellation often tells less than the invitation: post, round and place come from the newest that tells them. */
    private static Appointment completed(Appointment base, List<Appointment> all) {
        Appointment whole = base;
        for (int i = all.size() - 1; i >= 0; i--) {
            Appointment other = all.get(i);
            boolean told = whole.start() != null;
            whole = new Appointment(
                    whole.uid(),
                    whole.sequence(),
                    whole.stamp(),
                    whole.word(),
                    told ? whole.start() : other.start(),
                    told ? whole.end() : other.end(),
                    told ? whole.zone() : other.zone(),
                    whole.organiser() == null ? other.organiser() : whole.organiser(),
                    whole.interviewers().isEmpty() ? other.interviewers() : whole.interviewers(),
                    whole.place() == null ? other.place() : whole.place(),
                    whole.post() == null ? other.post() : whole.post(),
                    whole.openingId() == null ? other.openingId() : whole.openingId(),
                    whole.round() == null ? other.round() : whole.round());
        }
        return whole;
    }

    private static Appointment answered(Appointment planned, Appointment answer) {
        return new Appointment(
                planned.uid(),
                planned.sequence(),
                answer.stamp(),
                answer.word(),
                planned.start(),
                planned.end(),
                planned.zone(),
                planned.organiser(),
                planned.interviewers(),
                planned.place(),
                planned.post(),
                planned.openingId(),
                planned.round());
    }

    private static Optional<Evidenced<Interview>> interview(Evidenced<Appointment> entry, List<Evidenced<?>> told) {
        Appointment appointment = entry.fact();
        if (!appointment.stands() || appointment.start() == null) {
            return Optional.empty();
        }
        PartialDate day = PartialDate.of(appointment.start().toLocalDate());
        boolean known = told.stream()
                .map(other -> other.fact() instanceof Interview interview ? interview.date() : null)
                .filter(Objects::nonNull)
                .anyMatch(day::equals);
        String by = String.join("、", appointment.interviewers());
        return known
                ? Optional.empty()
                : Optional.of(new Evidenced<>(
                        new Interview(
                                day,
                                appointment.post(),
                                appointment.openingId(),
                                by.isEmpty() ? null : by,
                                appointment.round(),
                                null),
                        entry.evidence()));
    }
}
