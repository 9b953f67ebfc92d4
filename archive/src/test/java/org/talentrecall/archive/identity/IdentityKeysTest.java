package org.talentrecall.archive.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.talentrecall.archive.fact.Application;
import org.talentrecall.archive.fact.BirthYear;
import org.talentrecall.archive.fact.CareerUpdate;
import org.talentrecall.archive.fact.Contact;
import org.talentrecall.archive.fact.Education;
import org.talentrecall.archive.fact.Employment;
import org.talentrecall.archive.fact.Fact;
import org.talentrecall.archive.fact.Interview;
import org.talentrecall.archive.fact.PersonName;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.record.Locator;

class IdentityKeysTest {
    private static final PersonName WANG = new PersonName("王建国");

    @Test
    void a_resume_gives_a_key_for_each_contact_employer_and_school() {
        assertThat(keys(
                        WANG,
                        new Contact(Contact.Kind.PHONE, "+8613800001234", "138 0000 1234"),
                        new Contact(Contact.Kind.MAIL, "Wang@Example.com", "Wang@Example.com"),
                        new Contact(Contact.Kind.PROFILE, "http://www.linkedin.com/in/Wang/", "linkedin"),
                        new Contact(Contact.Kind.WECHAT, "WangJG_88", "WangJG_88"),
                        employment("北京远图科技有限公司"),
                        employment("蓝港制造"),
                        new Education("Peking University", null, null, null, null),
                        new BirthYear(1988),
                        new Application("生产 经理", null, null)))
                .containsExactly(
                        "PHONE +8613800001234",
                        "MAIL wang@example.com",
                        "PROFILE https://linkedin.com/in/wang",
                        "WECHAT wangjg_88",
                        "NAME_EMPLOYER 王建国|蓝港制造",
                        "NAME_EMPLOYER 王建国|远图",
                        "NAME_SCHOOL 王建国|北京大学",
                        "NAME_BIRTH_YEAR 王建国|1988",
                        "NAME_POST 王建国|生产经理");
    }

    @Test
    void a_family_name_with_a_title_is_no_name() {
        for (String name : List.of("王先生", "王总", "李工", "小王", "王", "欧阳女士", "Mr. Wang", "Wang", "先生", "")) {
            assertThat(keys(new PersonName(name), employment("远图科技"), new BirthYear(1988)))
                    .as(name)
                    .isEmpty();
        }
    }

    @Test
    void the_order_of_a_latin_name_does_not_count() {
        assertThat(keys(new PersonName("Wang Jianguo"), employment("Acme Inc.")))
                .isEqualTo(keys(new PersonName("Jianguo WANG"), employment("Acme")))
                .hasSize(1);
    }

    @Test
    void a_title_behind_the_name_does_not_count() {
        assertThat(keys(new PersonName("王建国 先生"), employment("远图科技"))).isEqualTo(keys(WANG, employment("远图科技有限公司")));
    }

    @Test
    void contacts_that_several_people_share_give_no_key() {
        assertThat(keys(
                        WANG,
                        new Contact(Contact.Kind.PHONE, "+861088880000", "010-88880000"),
                        new Contact(Contact.Kind.MAIL, "hr@example.com", "hr@example.com"),
                        new Contact(Contact.Kind.MAIL, "no-reply@example.com", "no-reply@example.com"),
                        new Contact(Contact.Kind.PROFILE, "https://linkedin.com/company/acme", "linkedin"),
                        new Contact(Contact.Kind.PROFILE, "https://github.com", "github")))
                .isEmpty();
    }

    @Test
    void people_whose_address_only_starts_like_an_office_keep_it() {
        assertThat(keys(
                        new Contact(Contact.Kind.MAIL, "hrvatski@example.com", ""),
                        new Contact(Contact.Kind.MAIL, "salesman.li@example.com", "")))
                .containsExactly("MAIL hrvatski@example.com", "MAIL salesman.li@example.com");
    }

    @Test
    void interviews_and_career_updates_give_keys_too() {
        assertThat(keys(
                        WANG,
                        new Interview(null, "风控分析师", null, null, null, null),
                        new CareerUpdate(CareerUpdate.Kind.NEW_JOB, null, "链安科技", "风控负责人", "加入链安科技", null)))
                .containsExactly("NAME_EMPLOYER 王建国|链安", "NAME_POST 王建国|风控分析师");
    }

    @Test
    void unreadable_contacts_give_no_key() {
        assertThat(keys(
                        new Contact(Contact.Kind.PHONE, "无", "无"),
                        new Contact(Contact.Kind.MAIL, "n/a", "n/a"),
                        new Contact(Contact.Kind.PROFILE, "n/a", "n/a"),
                        new Contact(Contact.Kind.WECHAT, "同上", "同上")))
                .isEmpty();
    }

    private static Employment employment(String company) {
        return new Employment(company, null, null, null, null, false, null);
    }

    private static List<String> keys(Fact... facts) {
        List<StatedFact> stated = Arrays.stream(facts)
                .map(fact -> new StatedFact(fact, new Locator.Document("resume.pdf", 1, null), 1))
                .toList();
        return IdentityKeys.of(stated).stream()
                .map(key -> key.kind() + " " + key.value())
                .toList();
    }
}
