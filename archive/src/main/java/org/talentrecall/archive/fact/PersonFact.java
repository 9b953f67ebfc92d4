package org.talentrecall.archive.fact;

/** A statement about a person. */
public sealed interface PersonFact extends Fact
        permits PersonName,
                Contact,
                InvalidContact,
                BirthYear,
                Residence,
                Education,
                Employment,
                Project,
                Skill,
                YearsOfExperience,
                Application,
                Interview,
                Appointment,
                Opinion,
                NotHired,
                SalaryStatement,
                CareerUpdate,
                Communication,
                ContactPreference,
                Outcome,
                Doubt,
                Review {}
