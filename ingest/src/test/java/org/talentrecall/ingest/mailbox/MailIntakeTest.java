package org.talentrecall.ingest.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talentrecall.archive.identity.IdentityKey;
import org.talentrecall.archive.intake.IntakeItem;
import org.talentrecall.archive.intake.Reading;
import org.talentrecall.archive.intake.Reconciliation.SourceBalance;
import org.talentrecall.archive.record.Disposition;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.ingest.source.IntakeFeed;
import org.talentrecall.ingest.source.SourceProblem;

class MailIntakeTest {
    @TempDir
    Path folder;

    private static Mailbox files(String name, Mailbox.Form form, Path path) {
        return new Mailbox(new SourceId(name), null, new Mailbox.Files(form, path));
    }

    private static String mail(int number, String more, String body) {
        return "From: Sender <s" + number + "@example.cn>\nTo: hr@corp.example.com\nSubject: mail " + number
                + "\nMessage-ID: <m" + number + "@example.cn>\nDate: Mon, 6 Mar 2023 09:30:00 +0800\n" + more + "\n"
                + body
                + "\n";
    }

    private static String application(int number) {
        String file = "Person " + number + "\nPhone 138 0000 " + (1000 + number) + "\n";
        return mail(
                number,
                "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=B\n",
                "--B\nContent-Type: text/plain\n\nsee file\n--B\nContent-Type: text/plain; name=cv.txt\n"
                        + "Content-Disposition: attachment; filename=cv.txt\n\n" + file
                        + "--B\nContent-Type: application/pdf; name=broken.pdf\n\n%PDF-1.4 broken\n--B--\n");
    }

    private static String mbox(String... mails) {
        StringBuilder mbox = new StringBuilder();
        for (String mail : mails) {
            mbox.append("From x@example.cn Mon Mar  6 09:30:00 2023\n")
                    .append(mail.replaceAll("(?m)^(>*From )", ">$1"))
                    .append('\n');
        }
        return mbox.toString();
    }

    private Path write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private List<Reading> readings(Archive archive, Mailbox... mailboxes) throws IOException {
        List<Reading> readings = new ArrayList<>();
        try (IntakeFeed feed = archive.reader(mailboxes).open(source -> true, null, archive.problems::add)) {
            for (IntakeItem item = feed.next(); item != null; item = feed.next()) {
                readings.addAll(item.readings());
            }
        }
        return readings;
    }

    @Test
    void makes_a_record_of_the_body_and_of_each_file_and_loses_none_to_a_broken_one() throws Exception {
        Archive archive = new Archive(folder);
        Mailbox inbox = files("inbox", Mailbox.Form.FOLDER, write("mail/a.eml", application(1)));

        assertThat(readings(archive, inbox))
                .extracting(
                        reading -> reading.record().naturalKey(),
                        reading -> reading.disposition().word())
                .containsExactly(
                        tuple("m1@example.cn#body", "STORED"),
                        tuple("m1@example.cn#2", "STORED"),
                        tuple("m1@example.cn#3", "REJECTED"));
    }

    @Test
    void reads_files_again_since_a_day_by_the_dates_of_their_messages() throws Exception {
        Archive archive = new Archive(folder);
        String early = mail(1, "", "Person 1\nPhone 138 0000 1001");
        String late = mail(2, "", "Person 2\nPhone 138 0000 1002").replace("6 Mar 2023", "8 May 2023");
        Path box = write("in.mbox", mbox(early, late, late));
        Mailbox inbox = files("inbox", Mailbox.Form.MBOX, box);
        write("mail/a.eml", early.replace("m1@", "m11@"));
        write("mail/b.eml", late.replace("m2@", "m12@"));
        Mailbox loose = files("loose", Mailbox.Form.FOLDER, folder.resolve("mail"));
        archive.read(inbox, loose);
        List<String> records = archive.records();
        assertThat(records).hasSize(5);
        long versions = archive.versions();
        archive.hints.clear();

        archive.readSince(LocalDate.of(2023, 5, 1), inbox, loose);

        assertThat(archive.hints).containsOnlyKeys("m2@example.cn", "m12@example.cn");
        assertThat(archive.records()).isEqualTo(records);
        assertThat(archive.versions()).isEqualTo(versions);

        Files.writeString(box, mbox(mail(3, "", "Person 3\nPhone 138 0000 1003")), StandardOpenOption.APPEND);
        archive.readSince(LocalDate.of(2023, 5, 1), inbox, loose);
        archive.read(inbox, loose);
        assertThat(archive.problems).isEmpty();
        assertThat(archive.records()).hasSize(6);
        assertThat(archive.store.reconciliation().sources())
                .allSatisfy(balance -> assertThat(balance.balanced()).isTrue())
                .extracting(SourceBalance::read)
                .containsExactly(4L, 2L);
    }

    @Test
    void links_a_resume_to_its_mail_and_an_answer_to_what_it_answers() throws Exception {
        Archive archive = new Archive(folder);
        String answer = mail(
                2,
                "In-Reply-To: <m1@example.cn>\nReferences: <m0@example.cn> <m1@example.cn>\n",
                "Ada\nPhone 13800001001");
        Mailbox inbox = files("inbox", Mailbox.Form.MBOX, write("in.mbox", mbox(application(1), answer)));

        List<Reading> readings = readings(archive, inbox);

        assertThat(readings.get(1).links()).containsExactly(new IdentityKey(IdentityKey.Kind.MESSAGE, "m1@example.cn"));
        assertThat(readings.get(3).links())
                .extracting(IdentityKey::value)
                .containsExactly("m2@example.cn", "m0@example.cn", "m1@example.cn");
    }

    @Test
    void links_nothing_in_a_mail_with_papers_of_two_people() throws Exception {
        Archive archive = new Archive(folder);
        String two = application(1)
                .replace(
                        "Content-Type: application/pdf; name=broken.pdf\n\n%PDF-1.4 broken",
                        "Content-Type: text/plain; name=other.txt\n\nPerson 9\nPhone 138 0000 1009");

        assertThat(readings(archive, files("inbox", Mailbox.Form.FOLDER, write("a.eml", two))))
                .hasSize(3)
                .allSatisfy(reading -> assertThat(reading.links()).isEmpty());
    }

    @Test
    void leaves_newsletters_out_with_their_reason() throws Exception {
        Archive archive = new Archive(folder);
        String letter = mail(1, "List-Unsubscribe: <mailto:u@example.cn>\n", "Ada\nPhone 13800001001");

        assertThat(readings(archive, files("inbox", Mailbox.Form.FOLDER, write("a.eml", letter))))
                .extracting(Reading::disposition)
                .containsExactly(new Disposition.Suppressed("NEWSLETTER"));
    }

    @Test
    void reads_messages_within_messages() throws Exception {
        Archive archive = new Archive(folder);
        String outer = mail(
                7,
                "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=O\n",
                "--O\nContent-Type: text/plain\n\nplease see\n--O\nContent-Type: message/rfc822\n\n" + application(1)
                        + "\n--O--");
        archive.read(files("inbox", Mailbox.Form.FOLDER, write("a.eml", outer)));
        archive.read(files("inbox2", Mailbox.Form.FOLDER, write("b.eml", application(1))));

        assertThat(archive.records())
                .contains("m7@example.cn#body MAIL STORED", "m7@example.cn#2/m1@example.cn#3 ATTACHMENT REJECTED")
                .anyMatch(record -> record.contains("m1@example.cn#2 ATTACHMENT MERGED"));
    }

    @Test
    void merges_copies_in_two_mailboxes_and_in_one_and_balances() throws Exception {
        Archive archive = new Archive(folder);
        Mailbox one = files(
                "one", Mailbox.Form.MBOX, write("one.mbox", mbox(application(1), application(2), application(1))));
        Mailbox two = files("two", Mailbox.Form.MBOX, write("two.mbox", mbox(application(2))));
        archive.read(one, two);

        assertThat(archive.store.reconciliation().sources()).hasSize(2).allMatch(balance -> balance.balanced());
        assertThat(archive.balance().read()).isEqualTo(9);
        assertThat(archive.records().stream().filter(record -> record.endsWith("#2 ATTACHMENT STORED")))
                .hasSize(2);
        assertThat(archive.records())
                .containsAnyOf("m1@example.cn~2#body MAIL MERGED", "m1@example.cn#body MAIL MERGED");
        archive.read(one, two);
        assertThat(archive.balance().read()).isEqualTo(9);
    }

    @Test
    void keeps_two_mails_apart_that_share_a_message_id_but_not_what_they_say() throws Exception {
        Archive archive = new Archive(folder);
        String other = application(1)
                .replace("Person 1", "Person 2")
                .replace("1001", "1002")
                .replace("see file", "see it");
        archive.read(files("inbox", Mailbox.Form.MBOX, write("in.mbox", mbox(application(1), other))));

        assertThat(archive.records())
                .contains("m1@example.cn#2 ATTACHMENT STORED", "m1@example.cn~2#2 ATTACHMENT STORED");
        assertThat(archive.balance().balanced()).isTrue();
    }

    @Test
    void ends_with_the_same_archive_when_killed_at_any_message() throws Exception {
        String[] mails = new String[9];
        for (int i = 0; i < mails.length; i++) {
            mails[i] = application(i % 7);
        }
        Path path = write("in.mbox", mbox(mails));
        write("maildir/cur/1.a:2,S", application(20));
        write("maildir/new/2.b", application(21));
        Mailbox[] all = {
            files("inbox", Mailbox.Form.MBOX, path), files("notes", Mailbox.Form.MAILDIR, folder.resolve("maildir"))
        };
        Archive whole = new Archive(folder.resolve("whole"));
        whole.read(all);

        for (int killedAfter : new int[] {4, 9, 11}) {
            Archive archive = new Archive(folder.resolve("killed" + killedAfter));
            archive.read(killedAfter, all);
            archive.read(all);
            assertThat(archive.records()).as("killed after %d", killedAfter).isEqualTo(whole.records());
            assertThat(archive.store.reconciliation().sources())
                    .isEqualTo(whole.store.reconciliation().sources())
                    .allMatch(balance -> balance.balanced());
        }
    }

    @Test
    void keeps_what_is_taken_out_of_a_rebuilt_mbox_and_balances() throws Exception {
        Archive archive = new Archive(folder);
        Mailbox inbox = files("inbox", Mailbox.Form.MBOX, write("in.mbox", mbox(application(1), application(2))));
        archive.read(inbox);
        write("in.mbox", mbox(application(2), application(3)));
        archive.read(inbox);

        assertThat(archive.records())
                .hasSize(9)
                .contains("m1@example.cn#body MAIL STORED", "m3@example.cn#body MAIL STORED");
        assertThat(archive.balance().read()).isEqualTo(9);
        assertThat(archive.balance().balanced()).isTrue();
    }

    @Test
    void reads_a_maildir_once_whatever_becomes_of_flags_and_leaves_tmp_alone() throws Exception {
        Archive archive = new Archive(folder);
        write("m/new/1.a", application(1));
        write("m/cur/2.b;2,S", application(2));
        write("m/tmp/3.c", application(3));
        write("m/.Sent/cur/4.d:2,", application(4));
        Mailbox maildir = files("notes", Mailbox.Form.MAILDIR, folder.resolve("m"));
        archive.read(maildir);
        assertThat(archive.balance().read()).isEqualTo(9);

        Files.move(folder.resolve("m/new/1.a"), folder.resolve("m/cur/1.a:2,RS"));
        Files.delete(folder.resolve("m/cur/2.b;2,S"));
        assertThat(readings(archive, maildir)).isEmpty();
        assertThat(archive.records()).hasSize(9);
    }

    @Test
    void reads_a_changed_eml_again_and_withdraws_what_it_no_longer_says() throws Exception {
        Archive archive = new Archive(folder);
        Path file = write("loose/a.eml", application(1));
        Mailbox loose = files("loose", Mailbox.Form.FOLDER, folder.resolve("loose"));
        archive.read(loose);
        Files.writeString(file, mail(1, "", "nothing attached any more"));
        archive.read(loose);

        assertThat(archive.records())
                .contains("m1@example.cn#body MAIL STORED", "m1@example.cn#2 ATTACHMENT WITHDRAWN");
        assertThat(archive.balance().balanced()).isTrue();
    }

    @Test
    void goes_on_with_the_other_sources_when_one_is_missing() throws Exception {
        Archive archive = new Archive(folder);
        archive.read(
                files("gone", Mailbox.Form.MBOX, folder.resolve("gone.mbox")),
                files("not", Mailbox.Form.MAILDIR, Files.createDirectories(folder.resolve("empty"))),
                files("inbox", Mailbox.Form.FOLDER, write("a.eml", application(1))));

        assertThat(archive.problems)
                .extracting(SourceProblem::code)
                .containsExactly(SourceProblem.Code.MISSING, SourceProblem.Code.NOT_OF_ITS_KIND);
        assertThat(archive.problems)
                .allMatch(
                        problem -> problem.sentence().contains(problem.source().value()));
        assertThat(archive.records()).hasSize(3);
    }

    private static String code(Reading reading) {
        return ((Disposition.Rejected) reading.disposition()).code();
    }

    @Test
    void rejects_a_message_beyond_the_limit_and_a_file_that_is_nothing() throws Exception {
        Archive archive = new Archive(folder);
        write("x/large.eml", mail(1, "", "x".repeat(1 << 21)));
        Files.write(folder.resolve("x/noise.eml"), new byte[] {1, 2, 3, 4});

        assertThat(readings(archive, files("inbox", Mailbox.Form.FOLDER, folder.resolve("x"))))
                .extracting(MailIntakeTest::code)
                .containsExactly("TOO_LARGE", "UNSUPPORTED");
    }

    @Test
    void a_mail_that_came_back_is_no_contact_with_whom_it_did_not_reach() throws Exception {
        Archive archive = new Archive(folder);
        String report = mail(
                1,
                "MIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=B\n",
                "--B\nContent-Type: text/plain\n\nnot delivered\n--B\nContent-Type: message/delivery-status\n\n"
                        + "Reporting-MTA: dns; mx\n\nFinal-Recipient: rfc822;gone@example.cn\nAction: failed\nStatus: 5.1.1\n"
                        + "--B\nContent-Type: message/rfc822\n\nFrom: hr@corp.example.com\nTo: gone@example.cn\n"
                        + "Message-ID: <ours@corp>\n\nPerson 1\nPhone 138 0000 1001\n--B--\n");
        Mailbox inbox = files("inbox", Mailbox.Form.FOLDER, write("mail/a.eml", report));

        assertThat(readings(archive, inbox))
                .extracting(
                        reading -> reading.record().naturalKey(),
                        reading ->
                                reading.disposition() instanceof Disposition.Suppressed left ? left.code() : "STORED")
                .containsExactly(
                        tuple("m1@example.cn#body", "STORED"),
                        tuple("m1@example.cn#2", "DELIVERY_REPORT"),
                        tuple("m1@example.cn#3", "RETURNED_MESSAGE"));
    }

    /** A mail whose head says nothing about its time, with such a mail within it. */
    private static String undated(int number) {
        String within = mail(number + 50, "", "Person\nPhone 138 0000 1050").replaceAll("(?m)^Date: .*\n", "");
        return mail(
                        number,
                        "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=B\n",
                        "--B\nContent-Type: text/plain\n\nPerson " + number + "\nPhone 138 0000 " + (1000 + number)
                                + "\n--B\nContent-Type: message/rfc822\n\n" + within + "--B--\n")
                .replaceAll("(?m)^Date: .*\n", "");
    }

    @Test
    void takes_the_time_of_a_mail_without_one_from_where_it_lies() throws Exception {
        Archive archive = new Archive(folder);
        Mailbox box = files("box", Mailbox.Form.MBOX, write("in.mbox", mbox(mail(1, "", "x"), undated(2))));
        Path eml = write("mail/a.eml", undated(3));
        Files.setLastModifiedTime(eml, FileTime.from(Instant.parse("2022-02-02T02:02:02Z")));
        Mailbox loose = files("loose", Mailbox.Form.FOLDER, folder.resolve("mail"));
        write("md/cur/1644000000.M1P1.host:2,S", undated(4));
        Mailbox maildir = files("maildir", Mailbox.Form.MAILDIR, folder.resolve("md"));

        List<Reading> read = readings(archive, box, loose, maildir);

        assertThat(read)
                .extracting(
                        reading -> reading.record().naturalKey(),
                        reading -> reading.record().saidAt())
                .containsExactly(
                        tuple("m1@example.cn#body", Instant.parse("2023-03-06T01:30:00Z")),
                        tuple("m2@example.cn#body", Instant.parse("2023-03-06T09:30:00Z")),
                        tuple("m2@example.cn#2/m52@example.cn#body", Instant.parse("2023-03-06T09:30:00Z")),
                        tuple("m3@example.cn#body", Instant.parse("2022-02-02T02:02:02Z")),
                        tuple("m3@example.cn#2/m53@example.cn#body", Instant.parse("2022-02-02T02:02:02Z")),
                        tuple("m4@example.cn#body", Instant.ofEpochSecond(1_644_000_000)),
                        tuple("m4@example.cn#2/m54@example.cn#body", Instant.ofEpochSecond(1_644_000_000)));
    }
}
