package org.talentrecall.ingest.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.talentrecall.archive.fact.Availability;
import org.talentrecall.archive.fact.Communication;
import org.talentrecall.archive.fact.Opinion;
import org.talentrecall.archive.fact.PersonFact;
import org.talentrecall.archive.fact.SalaryStatement;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.record.Locator;
import org.talentrecall.archive.vocabulary.Vocabulary;
import org.talentrecall.ingest.message.OwnWords;
import org.talentrecall.ingest.resume.ResumeReader;

class InlineAnswerTest {
    private static final MailText.Address HR = new MailText.Address("何静", "hejing@corp.example.com", true);
    private static final MailText.Address CANDIDATE = new MailText.Address("石小蕾", "shixl@example.cn", false);
    private final MailReader reader = new MailReader(
            new ResumeReader(Vocabulary.standard()), new RejectionClassifier(), Set.of(), ZoneId.of("Asia/Shanghai"));

    private static MailText mail(MailText.Address from, MailText.Address to, String subject, String body) {
        OwnWords words = OwnWords.of(body);
        return new MailText(
                "id@x",
                "box",
                null,
                subject,
                from,
                List.of(to),
                List.of(),
                Instant.parse("2025-06-12T02:20:51Z"),
                null,
                words.own(),
                words.quoted(),
                words.quotedFrom(),
                words.signature(),
                "before@x",
                List.of(),
                List.of(),
                false);
    }

    private List<StatedFact> answered(String body) {
        MailReading reading = reader.read(
                mail(CANDIDATE, HR, "Re: 产品经理岗位沟通", body),
                (page, line) -> new Locator.Mail("box", "id@x", null, page, line));
        assertThat(reading.kind()).isEqualTo(MailReading.Kind.CANDIDATE_REPLY);
        return reading.segments().get(0).facts();
    }

    private static <T extends PersonFact> List<T> of(List<StatedFact> facts, Class<T> type) {
        return facts.stream()
                .flatMap(
                        stated -> type.isInstance(stated.fact()) ? Stream.of(type.cast(stated.fact())) : Stream.empty())
                .toList();
    }

    private List<String> salaries(String body) {
        return of(answered(body), SalaryStatement.class).stream()
                .map(salary -> salary.kind() + " " + salary.pay().minMonthly())
                .toList();
    }

    @Test
    void says_what_the_quoted_question_asks() {
        List<StatedFact> facts = answered("何静您好，见下文。\n\n> 期望薪资？\n30k\n> 最快多久能到岗？\n一个月\n> 谢谢\n");

        assertThat(of(facts, SalaryStatement.class)).singleElement().satisfies(salary -> {
            assertThat(salary.kind()).isEqualTo(SalaryStatement.Kind.EXPECTED);
            assertThat(salary.pay().minMonthly()).isEqualTo(30_000);
        });
        assertThat(of(facts, Availability.class)).containsExactly(new Availability(30, "一个月"));
        assertThat(facts)
                .filteredOn(stated -> stated.fact() instanceof SalaryStatement)
                .singleElement()
                .satisfies(stated ->
                        assertThat(stated.locator()).isEqualTo(new Locator.Mail("box", "id@x", null, null, 4)));
        assertThat(of(facts, Communication.class).get(0).content())
                .isEqualTo("何静您好，见下文。\n> 期望薪资？\n30k\n> 最快多久能到岗？\n一个月");
    }

    @Test
    void parts_the_present_salary_from_the_wanted_one() {
        assertThat(salaries("> 请问您目前的薪资是多少？\n> \n\n25K*14薪\n\n> 期望呢？\n面议\n")).containsExactly("CURRENT 25000");
        assertThat(salaries("> 您的期望月薪？\n目前25k，希望能有30k左右\n")).containsExactly("CURRENT 25000", "EXPECTED 30000");
        assertThat(
                        salaries(
                                "> What is your current salary and what would you expect?\ncurrently 25,000 a month; looking for 30,000 a month\n"))
                .containsExactly("CURRENT 25000", "EXPECTED 30000");
        // Nobody can tell which of the two it is.
        assertThat(salaries("> 目前薪资和期望薪资？\n25k\n")).isEmpty();
    }

    @Test
    void finds_the_question_of_its_number_and_the_one_that_is_broken() {
        assertThat(salaries("> 1. 目前薪资？\n> 2. 期望薪资？\n\n1. 20k\n2. 26k\n"))
                .containsExactly("CURRENT 20000", "EXPECTED 26000");
        assertThat(salaries("> 另外想了解一下您期望的\n> 月薪大概是多少\n\n28K左右\n")).containsExactly("EXPECTED 28000");
    }

    @Test
    void an_answer_below_the_whole_letter_is_no_answer_to_its_last_line() {
        List<StatedFact> facts = answered("> 岗位已重新开放，方便聊聊吗？\n> 何静 人力资源部\n\n可以，请发职位说明。\n");

        assertThat(of(facts, Communication.class).get(0).content()).isEqualTo("可以，请发职位说明。");
        assertThat(of(facts, SalaryStatement.class)).isEmpty();
    }

    @Test
    void a_colleague_who_answers_ours_speaks_of_the_candidate() {
        MailReading reading = reader.read(
                mail(
                        new MailText.Address("林岩", "linyan@corp.example.com", true),
                        HR,
                        "Re: 面试反馈-周启航",
                        "> 候选人整体怎么样？\n逻辑清晰，建议录用\n> 他期望多少薪资？\n30k\n"),
                (page, line) -> new Locator.Mail("box", "id@x", null, page, line));

        assertThat(reading.kind()).isEqualTo(MailReading.Kind.INTERVIEW_NOTES);
        List<StatedFact> facts = reading.segments().get(0).facts();
        assertThat(of(facts, SalaryStatement.class))
                .extracting(salary -> salary.pay().minMonthly())
                .containsExactly(30_000L);
        assertThat(of(facts, Opinion.class))
                .allSatisfy(opinion -> assertThat(opinion.text()).doesNotContain("30k"));
    }
}
