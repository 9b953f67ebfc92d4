package org.talentrecall.config.dossier;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.dossier.Conversation;
import org.talentrecall.archive.dossier.Dossier;
import org.talentrecall.archive.dossier.Evidence;
import org.talentrecall.archive.dossier.Evidenced;
import org.talentrecall.archive.fact.Application;
import org.talentrecall.archive.fact.Appointment;
import org.talentrecall.archive.fact.Availability;
import org.talentrecall.archive.fact.BirthYear;
import org.talentrecall.archive.fact.CareerUpdate;
import org.talentrecall.archive.fact.Certificate;
import org.talentrecall.archive.fact.Communication;
import org.talentrecall.archive.fact.Contact;
import org.talentrecall.archive.fact.ContactPreference;
import org.talentrecall.archive.fact.Doubt;
import org.talentrecall.archive.fact.Education;
import org.talentrecall.archive.fact.Employment;
import org.talentrecall.archive.fact.Interview;
import org.talentrecall.archive.fact.InvalidContact;
import org.talentrecall.archive.fact.LanguageSkill;
import org.talentrecall.archive.fact.NotHired;
import org.talentrecall.archive.fact.Opinion;
import org.talentrecall.archive.fact.Outcome;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.fact.PersonFact;
import org.talentrecall.archive.fact.PersonName;
import org.talentrecall.archive.fact.PersonalAttribute;
import org.talentrecall.archive.fact.Project;
import org.talentrecall.archive.fact.Residence;
import org.talentrecall.archive.fact.Review;
import org.talentrecall.archive.fact.SalaryStatement;
import org.talentrecall.archive.fact.Skill;
import org.talentrecall.archive.fact.YearsOfExperience;
import org.talentrecall.archive.review.ReviewState;

/**
 * One fact of a dossier for people.
 *
 * @param group the heading it stands under
 * @param text the value
 * @param places where it was read, and when
 */
record FactLine(String group, String text, List<String> places) {
    private static final String DOT = " · ";

    static FactLine of(Dossier dossier, Evidenced<?> entry, DossierTexts texts) {
        PersonFact fact = entry.fact();
        List<String> places = new ArrayList<>();
        if (!(fact instanceof Review)) {
            ReviewState.review(dossier, entry)
                    .ifPresent(review -> places.add(join(
                            texts.of(ReviewState.of(dossier, entry)),
                            texts.of(review.answer()),
                            review.by(),
                            day(review.at(), texts),
                            review.answer() == Review.Answer.VERIFIED ? review.value() : null)));
        }
        places.addAll(places(entry, texts));
        return new FactLine(texts.of("group." + fact.getClass().getSimpleName()), text(fact, texts), places);
    }

    private static List<String> places(Evidenced<?> entry, DossierTexts texts) {
        List<String> places = new ArrayList<>();
        for (Evidence evidence : entry.evidence()) {
            places.add(evidence.locator().display() + " ("
                    + String.format(Locale.ROOT, "%.0f%%", evidence.confidence() * 100) + ", "
                    + texts.exactly(evidence.readAt()) + ")");
        }
        return places;
    }

    private static String text(PersonFact fact, DossierTexts texts) {
        if (fact instanceof PersonName name) {
            return name.text();
        } else if (fact instanceof Contact contact) {
            return join(texts.of(contact.kind()), contact.value());
        } else if (fact instanceof InvalidContact invalid) {
            return join(
                    texts.of(invalid.kind()),
                    invalid.value(),
                    texts.of(invalid.cause()),
                    text(invalid.date()),
                    invalid.text());
        } else if (fact instanceof BirthYear birth) {
            return Integer.toString(birth.year());
        } else if (fact instanceof Residence residence) {
            return residence.city();
        } else if (fact instanceof Skill skill) {
            return skill.name();
        } else if (fact instanceof YearsOfExperience experience) {
            return Double.toString(experience.years());
        } else if (fact instanceof LanguageSkill language) {
            return join(language.language(), language.level());
        } else if (fact instanceof Certificate certificate) {
            return join(text(certificate.date()), certificate.name());
        } else if (fact instanceof Availability availability) {
            return availability.text();
        } else if (fact instanceof PersonalAttribute attribute) {
            return join(texts.of(attribute.kind()), attribute.masked().value());
        }
        return past(fact, texts);
    }

    private static String past(PersonFact fact, DossierTexts texts) {
        if (fact instanceof Education education) {
            return join(
                    range(education.from(), education.to(), false, texts),
                    education.school(),
                    education.degree(),
                    education.major());
        } else if (fact instanceof Employment employment) {
            return join(
                    range(employment.from(), employment.to(), employment.current(), texts),
                    employment.company(),
                    employment.department(),
                    employment.title(),
                    employment.description());
        } else if (fact instanceof Project project) {
            return join(
                    range(project.from(), project.to(), false, texts),
                    project.name(),
                    project.role(),
                    project.description());
        } else if (fact instanceof SalaryStatement salary) {
            return join(
                    text(salary.date()), texts.of(salary.kind()), salary.pay().asWritten());
        } else if (fact instanceof CareerUpdate update) {
            return join(
                    text(update.date()),
                    texts.of(update.kind()),
                    update.company(),
                    update.title(),
                    update.text(),
                    update.url());
        }
        return withUs(fact, texts);
    }

    private static String appointment(Appointment appointment, DossierTexts texts) {
        return join(
                texts.of(appointment.word()),
                appointment.start() == null ? null : clock(appointment.start()),
                appointment.end() == null ? null : "– " + clock(appointment.end()),
                appointment.zone(),
                appointment.round(),
                appointment.post(),
                appointment.openingId(),
                String.join("、", appointment.interviewers()),
                appointment.organiser(),
                appointment.place());
    }

    private static String clock(LocalDateTime time) {
        return time.toLocalDate() + " " + time.toLocalTime().truncatedTo(java.time.temporal.ChronoUnit.MINUTES);
    }

    private static String withUs(PersonFact fact, DossierTexts texts) {
        if (fact instanceof Application application) {
            return join(text(application.date()), application.post(), application.openingId());
        } else if (fact instanceof Interview interview) {
            return join(
                    text(interview.date()),
                    interview.round(),
                    interview.post(),
                    interview.openingId(),
                    interview.interviewer(),
                    interview.result());
        } else if (fact instanceof Appointment appointment) {
            return appointment(appointment, texts);
        } else if (fact instanceof Doubt doubt) {
            return join(
                    text(doubt.date()),
                    texts.of(doubt.kind()),
                    texts.question(doubt.question()),
                    doubt.words(),
                    String.join(
                            " / ", doubt.choices().stream().map(texts::choice).toList()));
        } else if (fact instanceof Opinion opinion) {
            Integer rating = opinion.rating();
            return join(
                    text(opinion.date()),
                    texts.of(opinion.role()),
                    opinion.by(),
                    opinion.text(),
                    rating == null ? null : rating + "/100");
        } else if (fact instanceof NotHired notHired) {
            return join(
                    text(notHired.date()),
                    texts.of(notHired.code()),
                    notHired.detail(),
                    notHired.text(),
                    notHired.post(),
                    notHired.openingId());
        } else if (fact instanceof Communication communication) {
            return communication(communication, text(communication.date()), texts);
        } else if (fact instanceof ContactPreference preference) {
            return join(
                    text(preference.date()),
                    texts.of(preference.mayContact() ? "may.contact" : "do.not.contact"),
                    preference.text());
        } else if (fact instanceof Outcome outcome) {
            return join(text(outcome.date()), texts.of(outcome.kind()), outcome.openingId(), outcome.reason());
        } else if (fact instanceof Review review) {
            return join(
                    day(review.at(), texts),
                    texts.of("Review." + review.kind().name()),
                    texts.of(review.answer()),
                    review.value(),
                    review.note(),
                    review.by());
        }
        throw new IllegalStateException(
                "No text for a fact of type " + fact.getClass().getName());
    }

    /** A line of the conversation: when, by what means, from whom, and what was said. */
    static FactLine of(Conversation.Turn turn, DossierTexts texts) {
        Instant time = turn.time();
        String when = time == null ? text(turn.date()) : clock(texts.clock(time));
        return new FactLine(
                texts.of("group.Communication"),
                communication(turn.said(), when, texts),
                places(turn.evidence(), texts));
    }

    private static String communication(Communication communication, @Nullable String when, DossierTexts texts) {
        return join(
                when,
                texts.of(communication.channel()),
                texts.of(communication.direction()),
                communication.by(),
                communication.content(),
                communication.answer(),
                texts.of(communication.stance()),
                text(communication.promised()));
    }

    private static @Nullable String range(
            @Nullable PartialDate from, @Nullable PartialDate to, boolean current, DossierTexts texts) {
        if (from == null && to == null && !current) {
            return null;
        }
        String end = to == null ? (current ? texts.of("until.now") : "?") : to.toString();
        return (from == null ? "?" : from) + " – " + end;
    }

    private static String day(Instant at, DossierTexts texts) {
        return texts.clock(at).toLocalDate().toString();
    }

    private static @Nullable String text(@Nullable PartialDate date) {
        return date == null ? null : date.toString();
    }

    private static String join(@Nullable String... parts) {
        return Stream.of(parts)
                .filter(part -> part != null && !part.isBlank())
                .map(part -> part.replaceAll("\\s+", " "))
                .collect(Collectors.joining(DOT));
    }
}
