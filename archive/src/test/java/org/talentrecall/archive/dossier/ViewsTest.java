package org.talentrecall.archive.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.talentrecall.archive.dossier.Told.date;

import org.junit.jupiter.api.Test;
import org.talentrecall.archive.fact.Communication;
import org.talentrecall.archive.fact.Communication.Channel;
import org.talentrecall.archive.fact.Communication.Direction;
import org.talentrecall.archive.fact.Communication.Stance;
import org.talentrecall.archive.fact.Contact;
import org.talentrecall.archive.fact.ContactPreference;
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
