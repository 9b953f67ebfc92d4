package org.talentrecall.archive.review;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.talentrecall.archive.fact.Contact;
import org.talentrecall.archive.fact.Education;
import org.talentrecall.archive.fact.Employment;
import org.talentrecall.archive.fact.PersonFact;
import org.talentrecall.archive.fact.PersonName;
import org.talentrecall.archive.fact.Residence;
import org.talentrecall.archive.fact.SalaryStatement;
import org.talentrecall.archive.fact.Skill;
import org.talentrecall.archive.fact.YearsOfExperience;
import org.talentrecall.archive.text.DateRange;
import org.talentrecall.archive.text.DateReader;
import org.talentrecall.archive.text.MailAddresses;
import org.talentrecall.archive.text.PayReader;
import org.talentrecall.archive.text.PhoneNumbers;

/** Reads a right value that was typed beside a wrong one: what it leaves out stays as it was read. */
final class RightValue {
    private RightValue() {}

    /**
     * The fact with the value put right, or empty when the value cannot be read.
     *
     * @param day when it was entered, for dates that are told from there
     */
    static Optional<PersonFact> read(PersonFact about, String value, LocalDate day) {
        if (value.isBlank()) {
            return Optional.empty();
        }
        if (about instanceof PersonName) {
            return Optional.of(new PersonName(value));
        } else if (about instanceof Residence) {
            return Optional.of(new Residence(value));
        } else if (about instanceof Skill) {
            return Optional.of(new Skill(value, null));
        } else if (about instanceof Contact contact) {
            return contact(contact, value);
        } else if (about instanceof SalaryStatement salary) {
            return PayReader.read(value).map(pay -> new SalaryStatement(salary.kind(), pay, salary.date()));
        } else if (about instanceof YearsOfExperience) {
            return number(value).map(YearsOfExperience::new);
        } else if (about instanceof Employment post) {
            return post(post, value, day);
        } else if (about instanceof Education study) {
            return study(study, value, day);
        }
        return Optional.empty();
    }

    /** How the value is to be written, for the one who left it out. */
    static String shape(PersonFact about) {
        if (about instanceof Employment) {
            return "company; title; period, for example 远途科技; 产品总监; 2021-03 - 至今";
        } else if (about instanceof Education) {
            return "school; degree; major; period, for example 江南理工大学; 硕士; 自动化; 2012 - 2015";
        } else if (about instanceof SalaryStatement) {
            return "a salary such as 18K or 18-25k*14薪";
        }
        return "the right value";
    }

    private static Optional<PersonFact> contact(Contact contact, String value) {
        Optional<String> normal = switch (contact.kind()) {
            case PHONE -> PhoneNumbers.normalise(value);
            case MAIL -> MailAddresses.normalise(value);
            case PROFILE, WECHAT -> Optional.of(value);
        };
        return normal.map(right -> new Contact(contact.kind(), right, value));
    }

    private static Optional<Double> number(String value) {
        String digits = value.replaceAll("[^0-9.]", "");
        return digits.matches("\\d{1,2}(\\.\\d)?") ? Optional.of(Double.valueOf(digits)) : Optional.empty();
    }

    private static Optional<PersonFact> post(Employment post, String value, LocalDate day) {
        List<String> parts = parts(value);
        Optional<DateRange> period = part(parts, 2).flatMap(written -> DateReader.readRange(written, day));
        return Optional.of(new Employment(
                part(parts, 0).orElse(post.company()),
                part(parts, 1).orElse(post.title()),
                post.department(),
                period.isPresent() ? period.get().from() : post.from(),
                period.isPresent() ? period.get().to() : post.to(),
                period.map(DateRange::current).orElse(post.current()),
                post.description()));
    }

    private static Optional<PersonFact> study(Education study, String value, LocalDate day) {
        List<String> parts = parts(value);
        Optional<DateRange> period = part(parts, 3).flatMap(written -> DateReader.readRange(written, day));
        return Optional.of(new Education(
                part(parts, 0).orElse(study.school()),
                part(parts, 1).orElse(study.degree()),
                part(parts, 2).orElse(study.major()),
                period.isPresent() ? period.get().from() : study.from(),
                period.isPresent() ? period.get().to() : study.to()));
    }

    private static List<String> parts(String value) {
        return Arrays.stream(value.split("[;；]", -1)).map(String::strip).toList();
    }

    private static Optional<String> part(List<String> parts, int number) {
        return parts.stream().skip(number).findFirst().filter(part -> !part.isEmpty());
    }
}
