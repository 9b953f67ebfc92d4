package org.talentrecall.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.talentrecall.archive.fact.Appointment;
import org.talentrecall.archive.fact.BirthYear;
import org.talentrecall.archive.fact.CareerUpdate;
import org.talentrecall.archive.fact.Certificate;
import org.talentrecall.archive.fact.Contact;
import org.talentrecall.archive.fact.ContactPreference;
import org.talentrecall.archive.fact.Doubt;
import org.talentrecall.archive.fact.Employment;
import org.talentrecall.archive.fact.InvalidContact;
import org.talentrecall.archive.fact.LanguageSkill;
import org.talentrecall.archive.fact.NotHired;
import org.talentrecall.archive.fact.Outcome;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.fact.PersonFact;
import org.talentrecall.archive.fact.PersonalAttribute;
import org.talentrecall.archive.fact.RejectionCode;
import org.talentrecall.archive.vocabulary.Vocabulary;
import org.talentrecall.index.document.CandidateDocuments;

class CandidateDocumentsTest {
    private final CandidateDocuments documents =
            new CandidateDocuments(Vocabulary.standard(), Locale.SIMPLIFIED_CHINESE);

    private Map<String, Object> document(PersonFact... facts) {
        return documents.of(People.dossier(1, facts), "hash", 7);
    }

    @Test
    void name_is_found_by_pinyin_joined_and_by_initials() {
        Map<String, Object> document = document(People.name("王建国"));

        assertThat(document.get("name")).isEqualTo("王建国");
        assertThat(document.get("pinyin_joined"))
                .asInstanceOf(LIST)
                .contains("wangjianguo", "wjg")
                .hasSizeGreaterThan(1);
    }

    @Test
    void newest_word_tells_the_current_post() {
        Map<String, Object> document = document(
                new Employment("星河软件有限公司", "工程师", null, PartialDate.ofYear(2019), null, true, null),
                new CareerUpdate(
                        CareerUpdate.Kind.NEW_JOB, new PartialDate(2025, 3, null), "飞鱼网络科技有限公司", "架构师", "入职飞鱼", null));

        assertThat(document)
                .containsEntry("current_company", "飞鱼网络科技有限公司")
                .containsEntry("current_title", "架构师")
                .containsEntry("current_since", "2025-03-01");
    }

    @Test
    void promotion_without_a_company_stays_with_the_employer() {
        Map<String, Object> document = document(
                new Employment("星河软件有限公司", "工程师", null, PartialDate.ofYear(2019), null, true, null),
                new CareerUpdate(CareerUpdate.Kind.PROMOTION, PartialDate.ofYear(2025), null, "总监", "升任总监", null));

        assertThat(document).containsEntry("current_company", "星河软件有限公司").containsEntry("current_title", "总监");
    }

    @Test
    void languages_and_certificates_are_found_and_personal_attributes_are_not() {
        Map<String, Object> document = document(
                new LanguageSkill("日语", "精通"),
                new Certificate("导游证", PartialDate.ofYear(2008)),
                new PersonalAttribute(PersonalAttribute.Kind.ETHNICITY, "满族"),
                new PersonalAttribute(PersonalAttribute.Kind.MARRIAGE, "已婚已育"));

        assertThat(document).containsEntry("languages", List.of("日语")).containsEntry("certificates", List.of("导游证"));
        assertThat(document.toString()).contains("导游证").doesNotContain("满族", "已婚");
    }

    @Test
    void past_post_is_no_current_one() {
        Map<String, Object> document = document(new Employment(
                "星河软件有限公司", "工程师", null, PartialDate.ofYear(2010), PartialDate.ofYear(2012), false, null));

        assertThat(document).doesNotContainKeys("current_company", "current_title", "current_since");
    }

    @Test
    void latest_no_is_the_one_that_counts() {
        Map<String, Object> document = document(
                new NotHired(RejectionCode.SALARY, null, "预算不足", PartialDate.ofYear(2022), null, null),
                new NotHired(RejectionCode.SKILL_GAP, "Java", "不会Java", PartialDate.ofYear(2024), null, null));

        assertThat(document)
                .containsEntry("rejection_code", "SKILL_GAP")
                .containsEntry("rejected_on", "2024-01-01")
                .containsEntry("rejection_codes", List.of("SKILL_GAP", "SALARY"));
    }

    @Test
    void latest_wish_about_contact_counts() {
        assertThat(document(People.name("王建国"))).containsEntry("may_contact", true);
        assertThat(document(People.doNotContact())).containsEntry("may_contact", false);
        assertThat(document(People.doNotContact(), new ContactPreference(true, "可以了", PartialDate.ofYear(2026))))
                .containsEntry("may_contact", true);
    }

    @Test
    void joined_is_told_by_the_latest_outcome() {
        assertThat(document(new Outcome(Outcome.Kind.JOINED, PartialDate.ofYear(2025), null, null)))
                .containsEntry("joined", true);
        assertThat(document(new Outcome(Outcome.Kind.DECLINED, PartialDate.ofYear(2025), null, null)))
                .containsEntry("joined", false);
    }

    @Test
    void year_of_birth_is_nowhere_in_the_document() {
        Map<String, Object> document = document(People.name("王建国"), new BirthYear(1987));

        assertThat(document.toString()).doesNotContain("1987");
    }

    @Test
    void timeline_is_in_the_order_of_time() {
        Map<String, Object> document = documents.of(People.complete(1), "hash", 1);

        String timeline = String.valueOf(document.get("timeline"));
        assertThat(timeline.lines().findFirst())
                .hasValueSatisfying(line -> assertThat(line).startsWith("2010-09  教育: 示例大学"));
        assertThat(timeline).contains("2024-05-06  未录取：缺少经验: 产品总监 · ToB · 缺乏ToB项目经验");
    }

    @Test
    void text_is_folded_to_simplified_and_lower_case() {
        Map<String, Object> document = document(People.post("星河軟件", "Java工程師", 2020, "負責後端"));

        assertThat(String.valueOf(document.get("text_all"))).contains("java工程师").contains("负责后端");
    }

    @Test
    void enormous_dossier_stays_within_limits() {
        Map<String, Object> document = document(People.post("星河软件", "工程师", 2020, "很长的描述😀".repeat(50_000)));

        assertThat(String.valueOf(document.get("text_all")).length()).isLessThanOrEqualTo(60_000);
        assertThat(document.get("company_keys")).isNotNull();
    }

    @Test
    void profile_begins_with_the_current_post_and_is_short() {
        String profile = documents.profile(People.complete(1));

        assertThat(profile).startsWith("产品总监 星河软件有限公司").hasSizeLessThanOrEqualTo(300);
    }

    @Test
    void every_label_is_there_in_both_languages() {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            assertThat(new CandidateDocuments(Vocabulary.standard(), locale).of(People.complete(1), "hash", 1))
                    .containsKey("timeline");
        }
        assertThat(keys("timeline_zh.properties")).isEqualTo(keys("timeline.properties"));
    }

    private static List<String> keys(String file) {
        java.util.Properties properties = new java.util.Properties();
        try (var in = CandidateDocuments.class.getResourceAsStream("/org/talentrecall/index/" + file)) {
            properties.load(in);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return properties.stringPropertyNames().stream().sorted().toList();
    }

    @Test
    void dead_addresses_appointments_and_open_questions_stand_in_the_timeline() {
        Map<String, Object> document = document(
                People.name("王建国"),
                new InvalidContact(
                        Contact.Kind.MAIL,
                        "wang@old.example.com",
                        InvalidContact.Cause.BOUNCED,
                        "550 user unknown",
                        new PartialDate(2025, 4, 2)),
                appointment(Appointment.Word.ACCEPTED, "2025-05-06T14:30"),
                appointment(Appointment.Word.CANCELLED, "2025-06-07T09:00"),
                new Doubt(
                        Doubt.Kind.MEANING,
                        "WHICH_KIND_OF_MAIL",
                        "关于区块链架构师的邮件",
                        List.of("OUTREACH", "OTHER"),
                        new PartialDate(2025, 7, 8)));

        assertThat(String.valueOf(document.get("timeline")).lines())
                .containsExactly(
                        "2025-04-02  联系方式失效: wang@old.example.com · 550 user unknown",
                        "2025-05-06  候选人接受预约: 14:30 Asia/Shanghai · 二面 · 架构师 · 李工、赵工 · 3号会议室",
                        "2025-06-07  面试预约已取消: 09:00 Asia/Shanghai · 二面 · 架构师 · 李工、赵工 · 3号会议室",
                        "2025-07-08  待确认：含义: 关于区块链架构师的邮件");
        assertThat(document)
                .containsEntry("invalid_contacts", List.of("wang@old.example.com"))
                .containsEntry("appointments", List.of("2025-05-06"))
                .containsEntry("doubts", List.of("WHICH_KIND_OF_MAIL"));
        assertThat(String.valueOf(document.get("text_all"))).contains("架构师").doesNotContain("区块链");
    }

    private static Appointment appointment(Appointment.Word word, String start) {
        return new Appointment(
                "uid-" + start,
                0,
                null,
                word,
                LocalDateTime.parse(start),
                null,
                "Asia/Shanghai",
                null,
                List.of("李工", "赵工"),
                "3号会议室",
                "架构师",
                null,
                "二面");
    }

    @Test
    void every_word_of_the_timeline_is_there_in_both_languages() {
        for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            CandidateDocuments in = new CandidateDocuments(Vocabulary.standard(), locale);
            for (Appointment.Word word : Appointment.Word.values()) {
                assertThat(in.of(People.dossier(1, appointment(word, "2025-05-06T14:30")), "hash", 1))
                        .containsKey("timeline");
            }
            for (InvalidContact.Cause cause : InvalidContact.Cause.values()) {
                assertThat(in.of(
                                People.dossier(
                                        1, new InvalidContact(Contact.Kind.MAIL, "a@example.com", cause, "gone", null)),
                                "hash",
                                1))
                        .containsKey("timeline");
            }
            for (Doubt.Kind kind : Doubt.Kind.values()) {
                assertThat(in.of(
                                People.dossier(1, new Doubt(kind, "SOME_QUESTION", "words", List.of(), null)),
                                "hash",
                                1))
                        .containsKey("timeline");
            }
        }
    }
}
