package org.talentrecall.archive.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.Application;
import org.talentrecall.archive.fact.Appointment;
import org.talentrecall.archive.fact.CareerUpdate;
import org.talentrecall.archive.fact.Certificate;
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
import org.talentrecall.archive.fact.Review;
import org.talentrecall.archive.fact.SalaryStatement;

/** The dates that facts carry. */
public final class FactDates {
    private FactDates() {}

    /** The day the fact itself speaks of: its date, or its beginning, or else its end. Null when it names none. */
    public static @Nullable PartialDate of(PersonFact fact) {
        if (fact instanceof Employment employment) {
            return employment.from() == null ? employment.to() : employment.from();
        }
        if (fact instanceof Education education) {
            return education.from() == null ? education.to() : education.from();
        }
        if (fact instanceof Project project) {
            return project.from() == null ? project.to() : project.from();
        }
        if (fact instanceof Certificate certificate) {
            return certificate.date();
        }
        if (fact instanceof Application application) {
            return application.date();
        }
        if (fact instanceof Interview interview) {
            return interview.date();
        }
        if (fact instanceof Opinion opinion) {
            return opinion.date();
        }
        if (fact instanceof NotHired notHired) {
            return notHired.date();
        }
        if (fact instanceof SalaryStatement salary) {
            return salary.date();
        }
        if (fact instanceof CareerUpdate update) {
            return update.date();
        }
        if (fact instanceof Communication communication) {
            return communication.date();
        }
        if (fact instanceof ContactPreference preference) {
            return preference.date();
        }
        if (fact instanceof InvalidContact contact) {
            return contact.date();
        }
        if (fact instanceof Appointment appointment) {
            return appointment.start() == null
                    ? null
                    : PartialDate.of(appointment.start().toLocalDate());
        }
        if (fact instanceof Doubt doubt) {
            return doubt.date();
        }
        if (fact instanceof Review review) {
            return day(review.at());
        }
        return fact instanceof Outcome outcome ? outcome.date() : null;
    }

    /** The fact's own date, or else the day it was first said (UTC); null when neither is known. */
    public static @Nullable PartialDate orSaid(Evidenced<?> entry) {
        PartialDate date = of(entry.fact());
        return date == null ? day(entry.firstSaid()) : date;
    }

    /** The fact's own date, or else the day it was last said (UTC); null when neither is known. */
    public static @Nullable PartialDate orLastSaid(Evidenced<?> entry) {
        PartialDate date = of(entry.fact());
        return date == null ? day(entry.lastSaid()) : date;
    }

    private static @Nullable PartialDate day(@Nullable Instant time) {
        return time == null ? null : PartialDate.of(LocalDate.ofInstant(time, ZoneOffset.UTC));
    }
}
