package org.talentrecall.ingest.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.talentrecall.archive.intake.Container;
import org.talentrecall.archive.intake.KnownRecord;
import org.talentrecall.archive.intake.Reconciliation.SourceBalance;
import org.talentrecall.archive.record.RecordId;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.ingest.imap.Backoff;
import org.talentrecall.ingest.imap.CertificateTrust;
import org.talentrecall.ingest.imap.CuttingProxy;
import org.talentrecall.ingest.imap.FolderPattern;
import org.talentrecall.ingest.imap.ImapAccount;
import org.talentrecall.ingest.imap.ImapAccount.Security;
import org.talentrecall.ingest.source.SourceProblem;

class ImapSourceTest {
    @RegisterExtension
    static final GreenMailExtension SERVER = new GreenMailExtension(new ServerSetup[] {
                new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP),
                new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS)
            })
            .withConfiguration(GreenMailConfiguration.aConfig().withUser("hr@corp.example.com", "hr", "secret"))
            .withPerMethodLifecycle(true);

    private static final SourceId SOURCE = new SourceId("hr-imap");

    private final List<Duration> pauses = new ArrayList<>();

    @TempDir
    Path folder;

    private Backoff backoff(int tries) {
        return new Backoff(tries, Duration.ofSeconds(1), Duration.ofSeconds(30), new Random(7), pauses::add);
    }

    private static ImapAccount reached(int port, Security security, CertificateTrust trust, String password) {
        return new ImapAccount(
                "127.0.0.1",
                port,
                security,
                "hr",
                new ImapAccount.ByPassword(() -> password),
                trust,
                Duration.ofSeconds(10));
    }

    private Mailbox at(int port, String... folders) {
        return mailbox(reached(port, Security.NONE, CertificateTrust.USUAL, "secret"), 3, folders);
    }

    private Mailbox mailbox(ImapAccount account, int tries, String... folders) {
        return new Mailbox(
                SOURCE, null, new Mailbox.Account(account, patterns(folders), List.of(), List.of(), backoff(tries)));
    }

    private static List<FolderPattern> patterns(String... folders) {
        return Stream.of(folders).map(FolderPattern::new).toList();
    }

    private Mailbox account(String password, String... folders) {
        return mailbox(reached(port(), Security.NONE, CertificateTrust.USUAL, password), 3, folders);
    }

    private static int port() {
        return SERVER.getImap().getPort();
    }

    private static MimeMessage message(int number, String more) throws Exception {
        String text = "From: s@example.cn\r\nTo: hr@corp.example.com\r\nSubject: " + number + "\r\nMessage-ID: <m"
                + number
                + "@example.cn>\r\nDate: Mon, 6 Mar 2023 09:30:00 +0800\r\n\r\nPerson " + number + "\r\nPhone 138 0000 "
                + (1000 + number) + "\r\n" + more;
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private static void deliver(int number) throws Exception {
        user().deliver(message(number, ""));
    }

    private static GreenMailUser user() {
        return SERVER.getUserManager().getUser("hr");
    }

    private static ImapHostManager host() {
        return SERVER.getManagers().getImapHostManager();
    }

    private static MailFolder inbox() throws Exception {
        return host().getInbox(user());
    }

    private static MailFolder folder(String name) throws Exception {
        return host().createMailbox(user(), name);
    }

    /** Moves all messages of the inbox. */
    private static void moveInbox(MailFolder to) throws Exception {
        for (long uid : inbox().getMessageUids()) {
            inbox().copyMessage(uid, to);
        }
        inbox().deleteAllMessages();
    }

    private static SourceBalance balanced(Archive archive) {
        assertThat(archive.problems).isEmpty();
        assertThat(archive.balance().balanced()).as("%s", archive.balance()).isTrue();
        return archive.balance();
    }

    /** As an earlier run had left the folder, before the server gave it a new UIDVALIDITY. */
    private static void changeValidity(Archive archive, String path) {
        Container read = archive.store.intake().container(SOURCE, path).orElseThrow();
        archive.store
                .intake()
                .accept(
                        archive.run,
                        List.of(),
                        new Container(SOURCE, path, "17", read.scan(), "4711", read.read(), true),
                        true);
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
        assertThat(balanced(archive).read()).isEqualTo(3);
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
        assertThat(balanced(archive).read()).isEqualTo(5);
    }

    @Test
    void reads_many_messages_with_few_round_trips_and_in_order() throws Exception {
        Archive archive = new Archive(folder);
        for (int number = 1; number <= 210; number++) {
            inbox().store(message(number, ""));
        }
        archive.read(account("secret"));
        assertThat(balanced(archive).stored()).isEqualTo(210);
        assertThat(archive.store
                        .intake()
                        .container(SOURCE, "INBOX")
                        .orElseThrow()
                        .cursor())
                .isEqualTo(Long.toString(
                        java.util.Arrays.stream(inbox().getMessageUids()).max().orElseThrow()));
    }

    @Test
    void finds_folders_by_pattern_each_night_anew() throws Exception {
        Archive archive = new Archive(folder);
        folder("招聘.社招").store(message(1, ""));
        folder("招聘.社招.技术").store(message(2, ""));
        folder("招聘.垃圾").store(message(3, ""));
        folder("招聘录").store(message(4, ""));
        deliver(5);
        Mailbox mailbox = new Mailbox(
                SOURCE,
                "applications",
                new Mailbox.Account(
                        reached(port(), Security.NONE, CertificateTrust.USUAL, "secret"),
                        patterns("inbox", "招聘/%", "招聘/社招"),
                        patterns("招聘/垃*"),
                        List.of(new Mailbox.FolderHint(new FolderPattern("招聘/社*"), "interview-notes")),
                        backoff(3)));
        archive.read(mailbox);
        assertThat(archive.hints)
                .containsOnly(
                        java.util.Map.entry("m1@example.cn", "interview-notes"),
                        java.util.Map.entry("m5@example.cn", "applications"));

        folder("招聘.校招").store(message(6, ""));
        archive.read(mailbox);
        assertThat(archive.records()).hasSize(3).contains("m6@example.cn#body MAIL STORED");
        balanced(archive);

        archive.read(account("secret", "招聘/*"));
        assertThat(archive.records()).hasSize(5);
        balanced(archive);
    }

    @Test
    void downloads_a_moved_message_once() throws Exception {
        Archive archive = new Archive(folder);
        user().deliver(message(1, "x".repeat(70) + "\r\n" + ("y".repeat(70) + "\r\n").repeat(5_000)));
        try (CuttingProxy proxy = new CuttingProxy(port())) {
            Mailbox mailbox = at(proxy.port(), "INBOX", "Filed*");
            folder("Filed");
            archive.read(mailbox);
            assertThat(proxy.answered()).isGreaterThan(300_000);

            moveInbox(host().getFolder(user(), "Filed"));
            archive.read(mailbox);
            assertThat(proxy.answered()).isLessThan(10_000);
            assertThat(archive.records())
                    .containsExactly("m1@example.cn#body MAIL STORED", "m1@example.cn~2#body MAIL MERGED");

            host().renameMailbox(user(), "Filed", "Filed2");
            archive.read(mailbox);
            archive.read(mailbox);
            assertThat(proxy.answered()).isLessThan(10_000);
        }
        SourceBalance balance = balanced(archive);
        assertThat(balance.stored()).isEqualTo(1);
        assertThat(balance.read()).isEqualTo(1 + balance.merged());
    }

    @Test
    void reads_a_folder_again_whose_uidvalidity_changed_without_downloading_it() throws Exception {
        Archive archive = new Archive(folder);
        user().deliver(message(1, ("y".repeat(70) + "\r\n").repeat(5_000)));
        folder("Copy");
        inbox().copyMessage(inbox().getMessageUids()[0], host().getFolder(user(), "Copy"));
        try (CuttingProxy proxy = new CuttingProxy(port())) {
            Mailbox mailbox = at(proxy.port(), "INBOX", "Copy");
            archive.read(mailbox);
            assertThat(proxy.answered()).isLessThan(500_000);
            changeValidity(archive, "INBOX");
            changeValidity(archive, "Copy");

            deliver(2);
            archive.read(mailbox);
            archive.read(mailbox);
            assertThat(proxy.answered()).isLessThan(20_000);
        }
        assertThat(archive.store
                        .intake()
                        .container(SOURCE, "INBOX")
                        .orElseThrow()
                        .scan())
                .isEqualTo(2);
        assertThat(archive.records())
                .containsExactly(
                        "m1@example.cn#body MAIL STORED",
                        "m1@example.cn~2#body MAIL MERGED",
                        "m2@example.cn#body MAIL STORED");
        assertThat(balanced(archive).read()).isEqualTo(3);
    }

    @Test
    void keeps_different_messages_of_one_message_id_apart() throws Exception {
        Archive archive = new Archive(folder);
        deliver(1);
        folder("Other").store(message(1, "Somebody uses one Message-ID for everything.\r\n"));
        Mailbox mailbox = account("secret", "INBOX", "Other");
        archive.read(mailbox);
        List<String> records = archive.records();
        assertThat(records).hasSize(2);

        changeValidity(archive, "Other");
        archive.read(mailbox);
        changeValidity(archive, "INBOX");
        changeValidity(archive, "Other");
        archive.read(mailbox);
        assertThat(archive.records()).isEqualTo(records);
        assertThat(balanced(archive).read()).isEqualTo(2);
    }

    @Test
    void reads_again_since_a_day_what_it_has_read_and_stores_the_same() throws Exception {
        Archive archive = new Archive(folder);
        for (int number = 1; number <= 60; number++) {
            inbox().store(message(number, ""));
        }
        folder("Copy");
        inbox().copyMessage(inbox().getMessageUids()[0], host().getFolder(user(), "Copy"));
        Mailbox mailbox = account("secret", "INBOX", "Copy");
        archive.read(mailbox);
        List<String> records = archive.records();
        long versions = archive.versions();
        SourceBalance balance = balanced(archive);

        archive.hints.clear();
        archive.readSince(LocalDate.now().plusDays(3), mailbox);
        assertThat(archive.hints).isEmpty();
        archive.readSince(LocalDate.now().minusDays(3), mailbox);
        assertThat(archive.hints).hasSize(60);
        assertThat(archive.records()).isEqualTo(records);
        assertThat(archive.versions()).isEqualTo(versions);
        assertThat(balanced(archive)).isEqualTo(balance);

        // New messages are read on the way, and counted once.
        deliver(61);
        changeValidity(archive, "Copy");
        archive.readSince(LocalDate.now().minusDays(3), mailbox);
        archive.readSince(LocalDate.now().minusDays(3), mailbox);
        archive.read(mailbox);
        assertThat(archive.records()).hasSize(62);
        assertThat(balanced(archive).read()).isEqualTo(62);
    }

    @Test
    void goes_on_behind_the_last_message_when_connections_drop() throws Exception {
        Archive archive = new Archive(folder);
        for (int number = 1; number <= 30; number++) {
            inbox().store(message(number, ("y".repeat(70) + "\r\n").repeat(3_000)));
        }
        // In the greeting, in the sign-in, and in the midst of messages; a group of them is some 4 MB.
        try (CuttingProxy proxy = new CuttingProxy(port()).cut(10, 300, 1_000_000, 5_500_000, 700_000)) {
            archive.read(at(proxy.port()));
            assertThat(proxy.connections()).isEqualTo(6);
        }
        assertThat(balanced(archive).stored()).isEqualTo(30);
        assertThat(pauses).hasSize(5).allMatch(pause -> pause.toMillis() >= 500 && pause.toMillis() <= 4_000);
    }

    @Test
    void goes_on_in_the_middle_of_a_large_message() throws Exception {
        Archive archive = new Archive(folder, 20 << 20);
        inbox().store(message(1, ("y".repeat(70) + "\r\n").repeat(100_000)));
        try (CuttingProxy proxy = new CuttingProxy(port()).cut(3_500_000, 2_500_000)) {
            archive.read(at(proxy.port()));
            assertThat(proxy.connections()).isEqualTo(3);
            assertThat(proxy.answered())
                    .as("each lost connection costs a piece")
                    .isLessThan(7_200_000 + 2 * 1_100_000);
        }
        assertThat(balanced(archive).stored()).isEqualTo(1);
    }

    @Test
    void ends_with_a_sentence_after_the_last_try_and_the_next_run_goes_on() throws Exception {
        Archive archive = new Archive(folder);
        for (int number = 1; number <= 30; number++) {
            inbox().store(message(number, ("y".repeat(70) + "\r\n").repeat(3_000)));
        }
        try (CuttingProxy proxy = new CuttingProxy(port()).cut(5_500_000, 10, 10, 10)) {
            archive.read(at(proxy.port()));
            assertThat(archive.problems).extracting(SourceProblem::code).containsExactly(SourceProblem.Code.BROKEN_OFF);
            assertThat(archive.problems.get(0).sentence()).contains("127.0.0.1", "goes on behind the last message");
            int first = archive.records().size();
            assertThat(first).isBetween(10, 29);
            assertThat(pauses).hasSize(3).isSortedAccordingTo((a, b) -> Long.compare(a.toSeconds() / 2, b.toSeconds()));

            archive.problems.clear();
            archive.read(at(proxy.port()));
        }
        assertThat(balanced(archive).stored()).isEqualTo(30);
    }

    @Test
    void downloads_only_the_beginning_of_a_message_above_the_limit() throws Exception {
        Archive archive = new Archive(folder);
        inbox().store(message(1, ("y".repeat(70) + "\r\n").repeat(50_000)));
        deliver(2);
        try (CuttingProxy proxy = new CuttingProxy(port())) {
            archive.read(at(proxy.port()));
            assertThat(proxy.answered()).isLessThan(100_000);
        }
        assertThat(archive.records())
                .containsExactly("m1@example.cn#body MAIL REJECTED", "m2@example.cn#body MAIL STORED");
        balanced(archive);
    }

    @Test
    void trusts_a_pinned_certificate_and_tells_the_fingerprint_of_another() throws Exception {
        Archive archive = new Archive(folder);
        deliver(1);
        int port = SERVER.getImaps().getPort();
        archive.read(mailbox(reached(port, Security.TLS, CertificateTrust.USUAL, "secret"), 3));
        assertThat(archive.problems).extracting(SourceProblem::code).containsExactly(SourceProblem.Code.REFUSED);
        Matcher told = Pattern.compile("SHA-256 ([0-9a-f]{64}) ")
                .matcher(archive.problems.get(0).sentence());
        assertThat(told.find()).isTrue();
        archive.problems.clear();

        archive.read(mailbox(
                reached(port, Security.TLS, new CertificateTrust(null, List.of("00".repeat(32))), "secret"), 3));
        assertThat(archive.problems)
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.sentence()).contains("is not the one that is set", told.group(1)));
        archive.problems.clear();

        CertificateTrust pinned = new CertificateTrust(null, List.of(told.group(1)));
        archive.read(mailbox(reached(port, Security.TLS, pinned, "secret"), 3));
        assertThat(archive.records()).hasSize(1);
        balanced(archive);
        assertThat(pauses).as("a certificate does not change by waiting").isEmpty();
    }

    @Test
    void sends_no_password_to_a_server_without_starttls() throws Exception {
        Archive archive = new Archive(folder);
        archive.read(mailbox(reached(port(), Security.STARTTLS, CertificateTrust.USUAL, "secret"), 3));
        archive.read(mailbox(reached(port(), Security.TLS, CertificateTrust.USUAL, "secret"), 3));
        assertThat(archive.problems)
                .extracting(SourceProblem::sentence)
                .satisfiesExactly(
                        starttls -> assertThat(starttls).contains("does not offer STARTTLS", "no password was sent"),
                        tls -> assertThat(tls).contains("does not speak TLS", "starttls"));
        assertThat(pauses).isEmpty();
    }

    @Test
    void tells_a_wrong_password_a_missing_folder_and_a_server_that_is_away() throws Exception {
        Archive archive = new Archive(folder);
        deliver(1);
        archive.read(account("wrong"));
        assertThat(pauses).isEmpty();
        archive.read(account("secret", "Nowhere", "INBOX"));
        ImapAccount away = reached(1, Security.NONE, CertificateTrust.USUAL, "secret");
        archive.read(mailbox(away, 2));
        assertThat(pauses).hasSize(2);

        assertThat(archive.problems)
                .extracting(SourceProblem::code)
                .containsExactly(
                        SourceProblem.Code.REFUSED, SourceProblem.Code.MISSING, SourceProblem.Code.UNREACHABLE);
        assertThat(archive.problems).noneMatch(problem -> problem.sentence().contains("secret"));
        assertThat(archive.records()).hasSize(1);
    }

    @Test
    void takes_the_time_of_a_mail_without_one_from_the_server() throws Exception {
        Archive archive = new Archive(folder);
        MimeMessage undated = message(1, "");
        undated.removeHeader("Date");
        Instant received = Instant.parse("2022-02-02T02:02:02Z");
        inbox().appendMessage(undated, new Flags(), Date.from(received));

        archive.read(account("secret"));

        assertThat(archive.store
                        .intake()
                        .known(List.of(RecordId.of(SOURCE, "m1@example.cn#body")))
                        .values())
                .extracting(KnownRecord::saidAt)
                .containsExactly(received);
    }
}
