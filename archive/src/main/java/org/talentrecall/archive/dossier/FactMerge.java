package org.talentrecall.archive.dossier;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.CareerUpdate;
import org.talentrecall.archive.fact.Certificate;
import org.talentrecall.archive.fact.Contact;
import org.talentrecall.archive.fact.Education;
import org.talentrecall.archive.fact.Employment;
import org.talentrecall.archive.fact.LanguageSkill;
import org.talentrecall.archive.fact.Pay;
import org.talentrecall.archive.fact.PersonFact;
import org.talentrecall.archive.fact.PersonName;
import org.talentrecall.archive.fact.Project;
import org.talentrecall.archive.fact.Residence;
import org.talentrecall.archive.fact.SalaryStatement;
import org.talentrecall.archive.fact.Skill;
import org.talentrecall.archive.text.NameForms;
import org.talentrecall.archive.text.OrganisationNames;
import org.talentrecall.archive.text.TextFolding;

/** When two facts say the same, and what they say together. */
final class FactMerge {
    private FactMerge() {}

    /** Facts of different buckets never say the same. */
    static Object bucket(PersonFact fact) {
        if (fact instanceof PersonName name) {
            return bucket(fact, NameForms.fold(name.text()));
        }
        if (fact instanceof Contact contact) {
            return bucket(fact, contact.kind(), contact.value());
        }
        if (fact instanceof Residence residence) {
            return bucket(fact, TextFolding.fold(residence.city()));
        }
        if (fact instanceof Skill skill) {
            return bucket(fact, TextFolding.fold(skill.name()));
        }
        if (fact instanceof LanguageSkill language) {
            return bucket(fact, TextFolding.fold(language.language()));
        }
        if (fact instanceof Certificate certificate) {
            return bucket(fact, TextFolding.fold(certificate.name()));
        }
        if (fact instanceof Employment employment) {
            return bucket(fact, OrganisationNames.key(employment.company()));
        }
        if (fact instanceof Education education) {
            return bucket(fact, OrganisationNames.key(education.school()));
        }
        if (fact instanceof Project project) {
            return bucket(fact, TextFolding.fold(project.name()));
        }
        if (fact instanceof SalaryStatement salary) {
            Pay pay = salary.pay();
            return bucket(
                    fact,
                    salary.kind(),
                    pay.minMonthly(),
                    pay.maxMonthly(),
                    pay.currency(),
                    pay.months(),
                    date(salary));
        }
        if (fact instanceof CareerUpdate update && update.company() != null) {
            return bucket(fact, update.kind(), OrganisationNames.key(update.company()));
        }
        return fact;
    }

    private static List<Object> bucket(PersonFact fact, Object... parts) {
        return List.of(fact.getClass(), List.of(parts));
    }

    private static Object date(SalaryStatement salary) {
        return salary.date() == null ? "" : salary.date();
    }

    /** What two facts of one bucket say together, or null when they conflict. */
    static @Nullable PersonFact merge(PersonFact one, PersonFact other) {
        if (one.equals(other)) {
            return one;
        }
        if (one instanceof Employment a && other instanceof Employment b) {
            return employment(a, b);
        }
        if (one instanceof Education a && other instanceof Education b) {
            return education(a, b);
        }
        if (one instanceof Project a && other instanceof Project b) {
            return project(a, b);
        }
        if (one instanceof Skill a && other instanceof Skill b) {
            Merged evidence = Merged.text(a.evidence(), b.evidence());
            return evidence.conflict() ? null : new Skill(written(a.name(), b.name()), evidence.text());
        }
        if (one instanceof LanguageSkill a && other instanceof LanguageSkill b) {
            Merged level = Merged.text(a.level(), b.level());
            return level.conflict() ? null : new LanguageSkill(written(a.language(), b.language()), level.text());
        }
        if (one instanceof Certificate a && other instanceof Certificate b) {
            Merged date = Merged.date(a.date(), b.date());
            return date.conflict() ? null : new Certificate(written(a.name(), b.name()), date.date());
        }
        if (one instanceof CareerUpdate a && other instanceof CareerUpdate b) {
            return update(a, b);
        }
        return written(one, other);
    }

    /** Facts that differ in their way of writing only. */
    private static PersonFact written(PersonFact one, PersonFact other) {
        return written(one.toString(), other.toString()).equals(one.toString()) ? one : other;
    }

    private static @Nullable Employment employment(Employment a, Employment b) {
        Merged title = Merged.text(a.title(), b.title());
        Merged department = Merged.text(a.department(), b.department());
        Merged from = Merged.date(a.from(), b.from());
        Merged to = Merged.date(a.to(), b.to());
        Merged description = Merged.text(a.description(), b.description());
        boolean current = a.current() || b.current();
        boolean endConflicts = current && to.date() != null;
        if (endConflicts || Merged.anyConflict(title, department, from, to, description)) {
            return null;
        }
        return new Employment(
                written(a.company(), b.company()),
                title.text(),
                department.text(),
                from.date(),
                to.date(),
                current,
                description.text());
    }

    private static @Nullable Education education(Education a, Education b) {
        Merged degree = Merged.text(a.degree(), b.degree());
        Merged major = Merged.text(a.major(), b.major());
        Merged from = Merged.date(a.from(), b.from());
        Merged to = Merged.date(a.to(), b.to());
        return Merged.anyConflict(degree, major, from, to)
                ? null
                : new Education(written(a.school(), b.school()), degree.text(), major.text(), from.date(), to.date());
    }

    private static @Nullable Project project(Project a, Project b) {
        Merged role = Merged.text(a.role(), b.role());
        Merged from = Merged.date(a.from(), b.from());
        Merged to = Merged.date(a.to(), b.to());
        Merged description = Merged.text(a.description(), b.description());
        return Merged.anyConflict(role, from, to, description)
                ? null
                : new Project(written(a.name(), b.name()), role.text(), from.date(), to.date(), description.text());
    }

    /** Different words about one event are different evidence of it only when nothing else differs. */
    private static @Nullable CareerUpdate update(CareerUpdate a, CareerUpdate b) {
        Merged title = Merged.text(a.title(), b.title());
        Merged date = Merged.date(a.date(), b.date());
        Merged text = Merged.text(a.text(), b.text());
        boolean samePage = Objects.equals(a.url(), b.url());
        return !samePage || Merged.anyConflict(title, date, text)
                ? null
                : new CareerUpdate(
                        a.kind(),
                        date.date(),
                        written(Objects.requireNonNull(a.company()), Objects.requireNonNull(b.company())),
                        title.text(),
                        Objects.requireNonNull(text.text()),
                        a.url());
    }

    /** The fuller way of writing; of two equally long ones the first in order. */
    static String written(String one, String other) {
        if (one.length() != other.length()) {
            return one.length() > other.length() ? one : other;
        }
        return one.compareTo(other) <= 0 ? one : other;
    }
}
