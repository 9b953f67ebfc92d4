package org.talentrecall.archive.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.talentrecall.archive.dossier.Told.date;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.talentrecall.archive.fact.Appointment;
import org.talentrecall.archive.fact.Appointment.Word;
import org.talentrecall.archive.fact.Communication;
import org.talentrecall.archive.fact.Communication.Channel;
import org.talentrecall.archive.fact.Communication.Direction;
import org.talentrecall.archive.fact.Communication.Stance;
import org.talentrecall.archive.fact.Contact;
import org.talentrecall.archive.fact.ContactPreference;
import org.talentrecall.archive.fact.Interview;
import org.talentrecall.archive.fact.InvalidContact;
import org.talentrecall.archive.fact.Pay;
import org.talentrecall.archive.fact.SalaryStatement;

/** The smaller views over a dossier. */
class ViewsTest {

    @Test
    void the_phone_said_last_is_the_current_one() {
        ContactBook book = ContactBook.of(new Told()
                .on("2025-02-01", phone("+8613800001111"))
                .on("2023-02-01", phone("+8613800002222"))
                .on("2024-02-01", phone("+8613800002222"))
                .on(null, phone("+8613800003333"))
                .dossier());

        assertThat(book.current(Contact.Kind.PHONE).orElseThrow().value()).isEqualTo("+8613800001111");
        assertThat(book.history(Contact.Kind.PHONE))
                .extracting(entry -> entry.contact().value())
                .containsExactly("+8613800003333", "+8613800002222", "+8613800001111");
        assertThat(book.current(Contact.Kind.MAIL)).isEmpty();
    }

    @Test
    void the_newest_salary_of_a_kind_counts() {
        SalaryHistory history = SalaryHistory.of(new Told()
                .on("2025-02-01", salary(SalaryStatement.Kind.EXPECTED, 30000, null))
                .on("2026-02-01", salary(SalaryStatement.Kind.EXPECTED, 25000, "2024-01"))
                .on("2024-02-01", salary(SalaryStatement.Kind.CURRENT, 20000, null))
                .dossier());

        SalaryHistory.Statement latest =
                history.latest(SalaryStatement.Kind.EXPECTED).orElseThrow();
        assertThat(latest.pay().maxMonthly()).isEqualTo(30000);
        assertThat(latest.date()).isEqualTo(date("2025-02-01"));
        assertThat(history.all(SalaryStatement.Kind.EXPECTED)).hasSize(2);
        assertThat(history.latest(SalaryStatement.Kind.OFFERED)).isEmpty();
    }

    @Test
    void a_conversation_stands_where_its_last_turns_left_it() {
        Conversation conversation = Conversation.of(new Told()
                .on("2026-03-01", talk("2026-03-01", Direction.OUT, null, Stance.NONE, null))
                .on("2026-03-04", talk("2026-03-04", Direction.IN, null, Stance.WANTS_TIME, "2026-03-11"))
                .on("2026-03-12", talk("2026-03-12", Direction.OUT, null, Stance.NONE, null))
                .dossier());

        assertThat(conversation.awaitsAnswer()).isTrue();
        assertThat(conversation.lastStance().orElseThrow().said().stance()).isEqualTo(Stance.WANTS_TIME);
        assertThat(conversation.lastOurs().orElseThrow().date()).isEqualTo(date("2026-03-12"));
        assertThat(conversation.lastTheirs().orElseThrow().date()).isEqualTo(date("2026-03-04"));
        assertThat(conversation.lastPromise().orElseThrow().said().promised()).isEqualTo(date("2026-03-11"));
        assertThat(conversation.mayContact()).isTrue();
    }

    @Test
    void an_answer_noted_beside_our_contact_is_an_answer() {
        Conversation conversation = Conversation.of(new Told()
                .on("2026-03-01", talk("2026-03-01", Direction.OUT, "愿意聊聊", Stance.WILLING, null))
                .dossier());

        assertThat(conversation.awaitsAnswer()).isFalse();
        assertThat(conversation.lastTheirs()).isPresent();
    }

    @Test
    void the_latest_word_on_being_contacted_counts_and_a_no_wins_its_day() {
        Told told = new Told()
                .on("2025-01-01", new ContactPreference(false, "请勿再联系", null))
                .on("2026-01-01", new ContactPreference(true, "可以联系", null));
        assertThat(Conversation.of(told.dossier()).mayContact()).isTrue();

        told.on("2026-01-01", new ContactPreference(false, "不要打电话", null));
        assertThat(Conversation.of(told.dossier()).mayContact()).isFalse();
    }

    @Test
    void an_address_that_bounced_leads_nowhere_until_it_is_named_anew() {
        InvalidContact bounced = new InvalidContact(
                Contact.Kind.MAIL,
                "old@example.com",
                InvalidContact.Cause.BOUNCED,
                "550 no such user",
                date("2026-03-02"));
        Told told = new Told()
                .on("2026-03-01", mail("old@example.com"))
                .on("2025-03-01", mail("older@example.com"))
                .on("2026-03-02", bounced);

        ContactBook book = ContactBook.of(told.dossier());
        assertThat(book.current(Contact.Kind.MAIL).orElseThrow().value()).isEqualTo("older@example.com");
        assertThat(book.history(Contact.Kind.MAIL).get(1).invalid()).isNotNull();

        told.on("2026-05-01", mail("old@example.com"));
        assertThat(ContactBook.of(told.dossier())
                        .current(Contact.Kind.MAIL)
                        .orElseThrow()
                        .value())
                .isEqualTo("old@example.com");
    }

    @Test
    void a_moved_interview_replaces_the_earlier_one_and_a_cancelled_one_is_none() {
        Told told = new Told()
                .on("2026-03-01", appointment("u", 0, Word.PLANNED, "2026-03-05T14:00"))
                .on("2026-03-02", appointment("u", 1, Word.PLANNED, "2026-03-06T10:30"))
                .on("2026-03-03", appointment("v", 0, Word.PLANNED, "2026-03-20T10:30"))
                .on("2026-03-04", appointment("v", 1, Word.CANCELLED, null));

        assertThat(told.dossier().of(Interview.class))
                .extracting(entry -> entry.fact().date())
                .containsExactly(date("2026-03-06"));
        assertThat(told.dossier().of(Appointment.class))
                .extracting(entry -> entry.fact().word() + " " + entry.fact().start())
                .containsExactly("PLANNED 2026-03-06T10:30", "CANCELLED 2026-03-20T10:30");
        assertThat(told.shuffled(7)).isEqualTo(told.dossier());
    }

    @Test
    void an_answer_to_an_older_version_does_not_count_for_the_moved_interview() {
        Told told = new Told()
                .on("2026-03-01", appointment("u", 0, Word.PLANNED, "2026-03-05T14:00"))
                .on("2026-03-02", appointment("u", 0, Word.DECLINED, null));
        assertThat(told.dossier().of(Interview.class)).isEmpty();

        told.on("2026-03-03", appointment("u", 1, Word.PLANNED, "2026-03-06T14:00"));
        assertThat(told.dossier().of(Appointment.class).get(0).fact().word()).isEqualTo(Word.PLANNED);
        assertThat(told.dossier().of(Interview.class)).hasSize(1);
    }

    @Test
    void an_interview_that_notes_tell_of_is_not_counted_again_for_its_appointment() {
        Interview told = new Interview(date("2026-03-05"), "产品经理", null, "林岩", null, "通过");

        assertThat(new Told()
                        .on("2026-03-01", appointment("u", 0, Word.PLANNED, "2026-03-05T14:00"))
                        .on("2026-03-06", told)
                        .dossier()
                        .of(Interview.class))
                .extracting(Evidenced::fact)
                .containsExactly(told);
    }

    @Test
    void mails_are_threaded_by_references_and_without_them_by_subject_within_a_month() {
        Conversation conversation = Conversation.of(new Told()
                .on("2026-03-01", letter(Direction.OUT, "a@x", "产品经理机会", "第一封"))
                .on("2026-03-03", letter(Direction.IN, "b@x", "Re: 你好", "按引用", "a@x"))
                .on("2026-03-04", letter(Direction.OUT, "c@x", "回复：产品经理机会", "按主题"))
                .on("2026-03-05", letter(Direction.OUT, "d@x", "另一个机会", "另一封"))
                .on("2026-06-05", letter(Direction.IN, "e@x", "回复：产品经理机会", "太晚"))
                .dossier());

        assertThat(conversation.threads())
                .extracting(thread -> thread.subject() + " "
                        + thread.turns().stream()
                                .map(turn -> turn.said().content())
                                .toList())
                .containsExactly("产品经理机会 [第一封, 按引用, 按主题]", "另一个机会 [另一封]", "产品经理机会 [太晚]");
    }

    private static Communication letter(
            Direction direction, String id, String subject, String content, String... earlier) {
        return new Communication(
                null,
                Communication.Channel.MAIL,
                direction,
                null,
                content,
                null,
                Stance.NONE,
                null,
                new Communication.Letter(id, subject, List.of(earlier)));
    }

    private static Appointment appointment(String uid, int sequence, Word word, String start) {
        return new Appointment(
                uid,
                sequence,
                null,
                word,
                start == null ? null : LocalDateTime.parse(start),
                null,
                "Asia/Shanghai",
                "何静",
                List.of(),
                null,
                "产品经理",
                null,
                null);
    }

    private static Contact mail(String address) {
        return new Contact(Contact.Kind.MAIL, address, address);
    }

    private static Contact phone(String value) {
        return new Contact(Contact.Kind.PHONE, value, value);
    }

    private static SalaryStatement salary(SalaryStatement.Kind kind, long monthly, String date) {
        return new SalaryStatement(kind, new Pay(monthly, monthly, "CNY", 12, monthly + ""), date(date));
    }

    private static Communication talk(String date, Direction direction, String answer, Stance stance, String promised) {
        return new Communication(
                date(date), Channel.MAIL, direction, null, "内容 " + date, answer, stance, date(promised));
    }
}
