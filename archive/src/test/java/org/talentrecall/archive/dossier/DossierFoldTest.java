package org.talentrecall.archive.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.talentrecall.archive.dossier.Told.currentJob;
import static org.talentrecall.archive.dossier.Told.job;

import org.junit.jupiter.api.Test;
import org.talentrecall.archive.fact.Certificate;
import org.talentrecall.archive.fact.Contact;
import org.talentrecall.archive.fact.Education;
import org.talentrecall.archive.fact.Employment;
import org.talentrecall.archive.fact.LanguageSkill;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.fact.Pay;
import org.talentrecall.archive.fact.PersonName;
import org.talentrecall.archive.fact.SalaryStatement;
import org.talentrecall.archive.fact.Skill;

class DossierFoldTest {

    @Test
    void equal_facts_become_one_with_the_evidence_of_both() {
        Dossier dossier = new Told()
                .on("2025-02-01", new PersonName("王建国"), new Skill("Java", null))
                .on("2024-02-01", new PersonName("王 建国"), new Skill("java", "用 Java 写了结算系统"))
                .dossier();

        assertThat(dossier.of(PersonName.class))
                .singleElement()
                .satisfies(name -> assertThat(name.evidence())
                        .hasSize(2)
                        .isSortedAccordingTo(java.util.Comparator.comparing(Evidence::saidAt)));
        assertThat(dossier.of(Skill.class))
                .singleElement()
                .satisfies(skill -> assertThat(skill.fact().evidence()).isEqualTo("用 Java 写了结算系统"));
    }

    @Test
    void languages_and_certificates_complete_each_other_and_keep_what_conflicts() {
        Dossier dossier = new Told()
                .on("2024-02-01", new Certificate("PMP", null), new LanguageSkill("英语", null))
                .on("2024-03-01", new Certificate("pmp", PartialDate.ofYear(2019)), new LanguageSkill("英语", "CET-6"))
                .on("2024-04-01", new LanguageSkill("英语", "专业八级"))
                .dossier();

        assertThat(dossier.of(Certificate.class))
                .singleElement()
                .satisfies(one -> assertThat(one.fact().date()).isEqualTo(PartialDate.ofYear(2019)));
        assertThat(dossier.of(LanguageSkill.class)).hasSize(2);
    }

    @Test
    void posts_with_one_employer_complete_each_other() {
        Dossier dossier = new Told()
                .on("2024-02-01", job("星河科技有限公司", "产品经理", "2020", null))
                .on("2024-03-01", job("星河科技", null, "2020-03", "2022-05"))
                .dossier();

        assertThat(dossier.of(Employment.class)).singleElement().satisfies(entry -> {
            assertThat(entry.fact()).isEqualTo(job("星河科技有限公司", "产品经理", "2020-03", "2022-05"));
            assertThat(entry.evidence()).hasSize(2);
        });
    }

    @Test
    void conflicting_values_are_all_kept() {
        Dossier dossier = new Told()
                .on("2024-02-01", job("星河科技", "产品经理", "2020-03", "2022-05"))
                .on("2024-03-01", job("星河科技", "产品经理", "2019-03", "2022-05"))
                .on("2021-03-01", currentJob("星河科技", "产品经理", "2020-03"))
                .dossier();

        assertThat(dossier.of(Employment.class)).hasSize(3);
    }

    @Test
    void pay_written_in_two_ways_is_one_statement() {
        Dossier dossier = new Told()
                .on("2024-02-01", expected("15K"))
                .on("2024-02-02", expected("1.5万"))
                .dossier();

        assertThat(dossier.of(SalaryStatement.class)).hasSize(1);
    }

    @Test
    void entries_stand_by_type_then_time_then_text() {
        Dossier dossier = new Told()
                .on(
                        "2024-02-01",
                        job("乙公司制造", null, "2022", null),
                        job("甲公司制造", null, "2019", null),
                        new Education("江城大学", null, null, null, null),
                        new PersonName("王建国"))
                .dossier();

        assertThat(dossier.entries())
                .extracting(entry -> entry.fact().getClass().getSimpleName())
                .containsExactly("PersonName", "Education", "Employment", "Employment");
        assertThat(dossier.of(Employment.class))
                .extracting(entry -> entry.fact().from())
                .containsExactly(PartialDate.ofYear(2019), PartialDate.ofYear(2022));
    }

    @Test
    void the_order_of_records_makes_no_difference() {
        Told told = new Told()
                .on("2024-02-01", job("星河科技", "产品经理", "2020-03", null), new Skill("Java", null))
                .on("2024-03-01", job("星河科技", null, "2020", "2022-05"), new Skill("Java", "a"))
                .on("2021-03-01", job("星河科技", "产品总监", "2020", null), new Skill("Java", "b"))
                .on(null, job("星河科技", null, null, "2022"), new Skill("JAVA", null));
        for (long seed = 0; seed < 20; seed++) {
            assertThat(told.shuffled(seed)).as("seed %s", seed).isEqualTo(told.dossier());
        }
    }

    @Test
    void a_contact_keeps_every_place_that_says_it() {
        Contact phone = new Contact(Contact.Kind.PHONE, "+8613800001234", "138 0000 1234");
        Contact written = new Contact(Contact.Kind.PHONE, "+8613800001234", "13800001234");
        Dossier dossier =
                new Told().on("2024-02-01", phone).on("2025-02-01", written).dossier();

        assertThat(dossier.of(Contact.class))
                .singleElement()
                .satisfies(entry -> assertThat(entry.evidence()).hasSize(2));
        assertThat(dossier.records()).hasSize(2).isSorted();
    }

    private static SalaryStatement expected(String asWritten) {
        return new SalaryStatement(SalaryStatement.Kind.EXPECTED, new Pay(15000, 15000, "CNY", 12, asWritten), null);
    }
}
