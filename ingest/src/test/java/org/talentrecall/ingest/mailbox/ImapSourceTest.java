package org.talentrecall.ingest.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.talentrecall.archive.intake.Container;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.ingest.source.SourceProblem;

class ImapSourceTest {
    @RegisterExtension
    static final GreenMailExtension SERVER = new GreenMailExtension(
                    new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP))
            .withConfiguration(GreenMailConfiguration.aConfig().withUser("hr@corp.example.com", "hr", "secret"))
            .withPerMethodLifecycle(true);

    @TempDir
    Path folder;

    private static Mailbox account(String password, String... folders) {
        ImapAccount account = new ImapAccount(
                "127.0.0.1",
                SERVER.getImap().getPort(),
                ImapAccount.Security.NONE,
                "hr",
                () -> password,
                Duration.ofSeconds(10));
        return new Mailbox(new SourceId("hr-imap"), null, new Mailbox.Account(account, List.of(folders)));
    }

    private static void deliver(int number) throws Exception {
        String text = "From: s@example.cn\r\nTo: hr@corp.example.com\r\nSubject: " + number + "\r\nMessage-ID: <m"
                + number
                + "@example.cn>\r\nDate: Mon, 6 Mar 2023 09:30:00 +0800\r\n\r\nPerson " + number + "\r\nPhone 138 0000 "
                + (1000 + number) + "\r\n";
        MimeMessage message = new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)));
        SERVER.getUserManager().getUser("hr").deliver(message);
    }

    private static MailFolder inbox() throws Exception {
        return SERVER.getManagers()
                .getImapHostManager()
                .getInbox(SERVER.getUserManager().getUser("hr"));
    }

    @Test
    void reads_new_messages_only_and_changes_no_flag() throws Exception {
        Archive archive = new Archive(folder);
        deliver(1);
        deliver(2);
        archive.read(account("secret"));
        assertThat(archive.problems).isEmpty();
        assertThat(archive.records())
                .containsExactly("m1@example.cn#body MAIL STORED", "m2@example.cn#body MAIL STORED");

        deliver(3);
        archive.read(account("secret"));
        archive.read(account("secret"));
        assertThat(archive.records()).hasSize(3);
        assertThat(archive.balance().read()).isEqualTo(3);
        assertThat(archive.balance().balanced()).isTrue();
        assertThat(inbox().getMessages())
                .hasSize(3)
                .allSatisfy(message ->
                        assertThat(message.getFlags().contains(Flags.Flag.SEEN)).isFalse());
    }

    @Test
    void goes_on_behind_the_last_uid_after_a_kill() throws Exception {
        Archive archive = new Archive(folder);
        for (int number = 1; number <= 5; number++) {
            deliver(number);
        }
        archive.read(3, account("secret"));
        assertThat(archive.records()).hasSize(3);
        archive.read(account("secret"));
        assertThat(archive.records()).hasSize(5);
        assertThat(archive.balance().read()).isEqualTo(5);
    }

    @Test
    void reads_a_folder_again_whose_uidvalidity_changed() throws Exception {
        Archive archive = new Archive(folder);
        deliver(1);
        archive.read(account("secret"));
        Container read =
                archive.store.intake().containers(new SourceId("hr-imap")).get(0);
        // As an earlier run had left it, before the server gave the folder a new UIDVALIDITY.
        Container before = new Container(read.source(), read.path(), "17", 1, "4711", read.read(), true);
        archive.store.intake().accept(archive.run, List.of(), before, true);

        deliver(2);
        archive.read(account("secret"));

        assertThat(archive.problems).isEmpty();
        Container after =
                archive.store.intake().containers(new SourceId("hr-imap")).get(0);
        assertThat(after.fingerprint()).isEqualTo(read.fingerprint());
        assertThat(after.scan()).isEqualTo(2);
        assertThat(archive.records()).hasSize(2);
        assertThat(archive.balance().read()).isEqualTo(2);
        assertThat(archive.balance().balanced()).isTrue();
    }

    @Test
    void tells_a_wrong_password_a_missing_folder_and_a_server_that_is_away() throws Exception {
        Archive archive = new Archive(folder);
        deliver(1);
        archive.read(account("wrong"));
        archive.read(account("secret", "Nowhere", "INBOX"));
        ImapAccount away =
                new ImapAccount("127.0.0.1", 1, ImapAccount.Security.NONE, "hr", () -> "secret", Duration.ofSeconds(2));
        archive.read(new Mailbox(new SourceId("away"), null, new Mailbox.Account(away, List.of())));

        assertThat(archive.problems)
                .extracting(SourceProblem::code)
                .containsExactly(
                        SourceProblem.Code.REFUSED, SourceProblem.Code.MISSING, SourceProblem.Code.UNREACHABLE);
        assertThat(archive.problems).noneMatch(problem -> problem.sentence().contains("secret"));
        assertThat(archive.records()).hasSize(1);
    }
}
