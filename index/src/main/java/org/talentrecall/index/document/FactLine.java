package org.talentrecall.index.document;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.dossier.Evidenced;
import org.talentrecall.archive.dossier.FactDates;
import org.talentrecall.archive.fact.Application;
import org.talentrecall.archive.fact.Appointment;
import org.talentrecall.archive.fact.CareerUpdate;
import org.talentrecall.archive.fact.Communication;
import org.talentrecall.archive.fact.ContactPreference;
import org.talentrecall.archive.fact.Doubt;
import org.talentrecall.archive.fact.Education;
import org.talentrecall.archive.fact.Employment;
import org.talentrecall.archive.fact.Interview;
import org.talentrecall.archive.fact.InvalidContact;
import org.talentrecall.archive.fact.NotHired;
import org.talentrecall.archive.fact.Opinion;
import org.talentrecall.archive.fact.Outcome;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.fact.PersonFact;
import org.talentrecall.archive.fact.Project;
import org.talentrecall.archive.fact.SalaryStatement;
import org.talentrecall.archive.fact.Skill;

/**
 * A fact in words.
 *
 * @param date the fact's own, or else when it was first said; null when neither is known
 * @param kind key of what it is, in the bundle {@code timeline}
 * @param words what was said, the parts in order
 */
record FactLine(@Nullable PartialDate date, String kind, List<String> words) {
    private static final String DOUBT = "doubt.";

    /** Dated lines in the order of time, then the undated ones. */
    static final Comparator<FactLine> ORDER = Comparator.comparing(
                    FactLine::date, Comparator.nullsLast(Comparator.<PartialDate>naturalOrder()))
            .thenComparing(FactLine::kind)
            .thenComparing(line -> String.join(" ", line.words()));

    private static FactLine undated(String kind, @Nullable Object... words) {
        return new FactLine(
                null,
                kind,
                Stream.of(words)
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .filter(word -> !word.isBlank())
                        .toList());
    }

    /** The line for a fact that is an event or describes one; null for names, contacts and the like. */
    static @Nullable FactLine of(Evidenced<?> entry) {
        FactLine line = ofCareer(entry.fact());
        return line == null ? null : new FactLine(FactDates.orSaid(entry), line.kind(), line.words());
    }

    private static @Nullable FactLine ofCareer(PersonFact fact) {
        if (fact instanceof Employment post) {
            return undated(
                    "employment",
                    post.company(),
                    post.title(),
                    post.department(),
                    until(post.to(), post.current()),
                    post.description());
        } else if (fact instanceof Education study) {
            return undated("education", study.school(), study.degree(), study.major(), until(study.to(), false));
        } else if (fact instanceof Project project) {
            return undated(
                    "project", project.name(), project.role(), until(project.to(), false), project.description());
        } else if (fact instanceof CareerUpdate update) {
            return undated("update." + update.kind().name(), update.company(), update.title(), update.text());
        } else if (fact instanceof Skill skill) {
            return skill.evidence() == null ? null : undated("skill", skill.name(), skill.evidence());
        }
        return ofDealings(fact);
    }

    private static @Nullable FactLine ofDealings(PersonFact fact) {
        if (fact instanceof Application application) {
            return undated("application", application.post(), application.openingId());
        } else if (fact instanceof Interview interview) {
            return undated(
                    "interview", interview.post(), interview.round(), interview.interviewer(), interview.result());
        } else if (fact instanceof Opinion opinion) {
            return undated("opinion." + opinion.role().name(), opinion.by(), opinion.text());
        } else if (fact instanceof NotHired refusal) {
            return undated("refusal." + refusal.code().name(), refusal.post(), refusal.detail(), refusal.text());
        } else if (fact instanceof SalaryStatement salary) {
            return undated("salary." + salary.kind().name(), salary.pay().asWritten());
        } else if (fact instanceof Communication contact) {
            return undated("contact." + contact.direction().name(), contact.by(), contact.content(), contact.answer());
        } else if (fact instanceof ContactPreference preference) {
            return undated(preference.mayContact() ? "may-contact" : "do-not-contact", preference.text());
        } else if (fact instanceof Outcome outcome) {
            return undated("outcome." + outcome.kind().name(), outcome.openingId(), outcome.reason());
        }
        return ofMail(fact);
    }

    private static @Nullable FactLine ofMail(PersonFact fact) {
        if (fact instanceof InvalidContact invalid) {
            return undated("invalid." + invalid.cause().name(), invalid.value(), invalid.text());
        } else if (fact instanceof Appointment appointment) {
            return undated(
                    "appointment." + appointment.word().name(),
                    clock(appointment),
                    appointment.round(),
                    appointment.post(),
                    String.join("、", appointment.interviewers()),
                    appointment.place());
        } else if (fact instanceof Doubt doubt) {
            return undated(DOUBT + doubt.kind().name(), doubt.words());
        }
        return null;
    }

    /** By the clock on the wall, as the calendar says it. */
    private static @Nullable String clock(Appointment appointment) {
        LocalDateTime start = appointment.start();
        if (start == null) {
            return null;
        }
        String at = start.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString();
        return appointment.zone() == null ? at : at + " " + appointment.zone();
    }

    /** Whether it is said of the person, and not only asked: nobody is found or ranked by what is not decided. */
    boolean isSaid() {
        return !kind.startsWith(DOUBT);
    }

    private static @Nullable String until(@Nullable PartialDate to, boolean current) {
        if (current) {
            return "→ …";
        }
        return to == null ? null : "→ " + to;
    }

    /** For reading. */
    String display(ResourceBundle labels) {
        String when = date == null ? "" : date + "  ";
        return when + labels.getString(kind) + ": " + String.join(" · ", words).replace('\n', ' ');
    }
}
