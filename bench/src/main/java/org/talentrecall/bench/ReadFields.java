package org.talentrecall.bench;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.talentrecall.archive.fact.Availability;
import org.talentrecall.archive.fact.BirthYear;
import org.talentrecall.archive.fact.Certificate;
import org.talentrecall.archive.fact.Contact;
import org.talentrecall.archive.fact.Education;
import org.talentrecall.archive.fact.Employment;
import org.talentrecall.archive.fact.Fact;
import org.talentrecall.archive.fact.LanguageSkill;
import org.talentrecall.archive.fact.PersonName;
import org.talentrecall.archive.fact.Project;
import org.talentrecall.archive.fact.Residence;
import org.talentrecall.archive.fact.SalaryStatement;
import org.talentrecall.archive.fact.Skill;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.fact.YearsOfExperience;
import org.talentrecall.archive.text.OrganisationNames;
import org.talentrecall.archive.text.TextFolding;

/** What was read of one resume, field by field, in the forms that {@link Labels} has them in. */
record ReadFields(List<StatedFact> facts) implements Fields {
    @Override
    public List<String> of(ResumeField field) {
        return switch (field) {
            case NAME -> names();
            case PHONE -> contacts(Contact.Kind.PHONE, FieldForms::dialled);
            case MAIL -> contacts(Contact.Kind.MAIL, TextFolding::fold);
            case PROFILE -> contacts(Contact.Kind.PROFILE, FieldForms::url);
            case CITY -> all(Residence.class, home -> FieldForms.city(home.city()));
            case BIRTH -> all(BirthYear.class, birth -> Integer.toString(birth.year()));
            case YEARS -> all(YearsOfExperience.class, years -> Double.toString(years.years()));
            case CURRENT_PAY -> pay(SalaryStatement.Kind.CURRENT);
            case EXPECTED_PAY -> pay(SalaryStatement.Kind.EXPECTED);
            case AVAILABILITY -> all(Availability.class, ready -> String.valueOf(ready.noticeDays()));
            case SCHOOL -> all(Education.class, study -> OrganisationNames.key(study.school()));
            case DEGREE -> all(Education.class, study -> FieldForms.degree(study.degree()));
            case MAJOR -> all(Education.class, study -> FieldForms.plain(study.major()));
            case STUDY_DATES ->
                all(
                        Education.class,
                        study -> FieldForms.span(FieldForms.month(study.from()), FieldForms.month(study.to())));
            case COMPANY -> all(Employment.class, post -> OrganisationNames.key(post.company()));
            case TITLE -> all(Employment.class, post -> FieldForms.plain(post.title()));
            case DEPARTMENT -> all(Employment.class, post -> FieldForms.plain(post.department()));
            case POST_DATES ->
                all(
                        Employment.class,
                        post -> FieldForms.span(FieldForms.month(post.from()), FieldForms.month(post.to())));
            case SKILL ->
                all(Skill.class, skill -> FieldForms.skill(skill.name())).stream()
                        .distinct()
                        .toList();
            case LANGUAGE -> all(LanguageSkill.class, skill -> FieldForms.skill(skill.language()));
            case CERTIFICATE -> all(Certificate.class, one -> FieldForms.skill(one.name()));
            case PROJECT -> all(Project.class, project -> FieldForms.plain(project.name()));
        };
    }

    /** Of a person who gives the name in both scripts, the Chinese one. */
    private List<String> names() {
        List<String> names = all(PersonName.class, name -> FieldForms.plain(name.text()));
        List<String> chinese = names.stream().filter(TextFolding::hasHan).toList();
        return chinese.isEmpty() ? names : chinese;
    }

    private List<String> contacts(Contact.Kind kind, Function<String, String> form) {
        return facts(Contact.class)
                .filter(contact -> contact.kind() == kind)
                .map(contact -> form.apply(contact.value()))
                .toList();
    }

    private List<String> pay(SalaryStatement.Kind kind) {
        return facts(SalaryStatement.class)
                .filter(salary -> salary.kind() == kind)
                .map(salary -> Long.toString(salary.pay().minMonthly()))
                .toList();
    }

    private <T extends Fact> List<String> all(Class<T> type, Function<T, String> form) {
        return facts(type).map(form).filter(value -> !value.isEmpty()).toList();
    }

    private <T extends Fact> Stream<T> facts(Class<T> type) {
        return facts.stream().filter(stated -> type.isInstance(stated.fact())).map(stated -> type.cast(stated.fact()));
    }
}
