package org.talentrecall.ingest.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import jakarta.mail.Folder;
import jakarta.mail.Session;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talentrecall.archive.intake.IntakeItem;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.ingest.document.DocumentLimits;
import org.talentrecall.ingest.document.DocumentReader;
import org.talentrecall.ingest.imap.AccessTokens;
import org.talentrecall.ingest.imap.Backoff;
import org.talentrecall.ingest.imap.CertificateTrust;
import org.talentrecall.ingest.imap.CuttingProxy;
import org.talentrecall.ingest.imap.FolderPattern;
import org.talentrecall.ingest.imap.ImapAccount;
import org.talentrecall.ingest.imap.ImapAccount.Security;
import org.talentrecall.ingest.imap.RefreshToken;
import org.talentrecall.ingest.source.IntakeFeed;
import org.talentrecall.ingest.source.NothingKept;
import org.talentrecall.ingest.source.SourceProblem;

/** Against a real Dovecot; run by {@code -Pdovecot}, and failing where none is installed. */
class MailboxDovecotIT {
    private static final String LINE = "y".repeat(70) + "\n";

    private final List<Duration> pauses = new ArrayList<>();
    private final AtomicInteger issued = new AtomicInteger();
    private HttpServer provider;
    private DovecotServer server;

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws Exception {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/token", exchange -> {
            exchange.getRequestBody().readAllBytes();
            answer(exchange, "{\"access_token\":\"access-" + issued.incrementAndGet() + "\",\"expires_in\":3600}");
        });
        // The first token is one that the server has revoked.
        provider.createContext("/introspect", exchange -> {
            String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            answer(exchange, "{\"active\":\"" + asked.contains("access-2") + "\",\"username\":\"hr\"}");
        });
        provider.start();
        server = DovecotServer.start(provider.getAddress().getPort());
    }

    private static void answer(com.sun.net.httpserver.HttpExchange exchange, String json) throws java.io.IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
        provider.stop(0);
    }

    private static String message(int number, String more) {
        return "From: s@example.cn\nTo: hr@corp.example.com\nSubject: " + number + "\nMessage-ID: <m" + number
                + "@example.cn>\nDate: Mon, 6 Mar 2023 09:30:00 +0800\n\nPerson " + number + "\nPhone 138 "
                + "%04d %04d".formatted(number / 10_000, number % 10_000) + "\n" + more;
    }

    private Mailbox mailbox(int port, Security security, CertificateTrust trust, String... folders) {
        return mailbox(port, security, trust, new ImapAccount.ByPassword(() -> DovecotServer.PASSWORD), folders);
    }

    private Mailbox mailbox(
            int port, Security security, CertificateTrust trust, ImapAccount.SignIn signIn, String... folders) {
        ImapAccount account =
                new ImapAccount("127.0.0.1", port, security, DovecotServer.USER, signIn, trust, Duration.ofSeconds(20));
        return new Mailbox(
                new SourceId("hr-imap"),
                null,
                new Mailbox.Account(
                        account,
                        Stream.of(folders).map(FolderPattern::new).toList(),
                        List.of(),
                        List.of(),
                        new Backoff(4, Duration.ofSeconds(1), Duration.ofSeconds(30), new Random(7), pauses::add)));
    }

    private CertificateTrust trust() {
        return new CertificateTrust(server.caFile(), List.of());
    }

    private static void balanced(Archive archive) {
        assertThat(archive.problems).isEmpty();
        assertThat(archive.balance().balanced()).as("%s", archive.balance()).isTrue();
    }

    @Test
    void reads_by_tls_and_starttls_under_its_own_authority_or_a_pinned_certificate() throws Exception {
        server.deliver("INBOX", 1, message(1, ""));
        server.deliver("招聘/社招", 2, message(2, ""));
        server.delivered();
        Archive archive = new Archive(folder);
        archive.read(mailbox(server.tlsPort(), Security.TLS, CertificateTrust.USUAL));
        assertThat(archive.problems).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(SourceProblem.Code.REFUSED);
            assertThat(problem.sentence()).contains("is not trusted", "ca-file or certificate-sha256");
        });
        String fingerprint = archive.problems.get(0).sentence().replaceFirst(".*SHA-256 ([0-9a-f]{64}).*", "$1");
        archive.problems.clear();

        archive.read(mailbox(server.port(), Security.STARTTLS, trust()));
        assertThat(archive.records()).hasSize(1);
        archive.read(mailbox(server.tlsPort(), Security.TLS, trust(), "INBOX", "招聘/*"));
        assertThat(archive.records()).hasSize(2);
        server.deliver("INBOX", 3, message(3, ""));
        server.delivered();
        archive.read(mailbox(
                server.tlsPort(), Security.TLS, new CertificateTrust(null, List.of(fingerprint)), "INBOX", "招聘/*"));
        archive.read(
                mailbox(server.tlsPort(), Security.TLS, new CertificateTrust(server.caFile(), List.of(fingerprint))));
        assertThat(archive.records()).hasSize(3);
        balanced(archive);
    }

    @Test
    void sends_no_password_over_a_plain_connection_that_forbids_it() throws Exception {
        Archive archive = new Archive(folder);
        archive.read(mailbox(server.port(), Security.NONE, CertificateTrust.USUAL));
        assertThat(archive.problems).extracting(SourceProblem::code).containsExactly(SourceProblem.Code.REFUSED);
        assertThat(archive.problems.get(0).sentence()).doesNotContain(DovecotServer.PASSWORD);
    }

    @Test
    void signs_in_by_xoauth2_and_replaces_a_revoked_token_once() throws Exception {
        server.deliver("INBOX", 1, message(1, ""));
        server.delivered();
        AccessTokens tokens = new AccessTokens(
                new AccessTokens.Client(
                        URI.create("http://127.0.0.1:" + provider.getAddress().getPort() + "/token"), "id", null, ""),
                RefreshToken.of(() -> "refresh"),
                Clock.systemUTC());
        Archive archive = new Archive(folder);
        Mailbox mailbox = mailbox(server.tlsPort(), Security.TLS, trust(), new ImapAccount.ByToken(tokens));
        archive.read(mailbox);
        assertThat(archive.problems).as("%s", server.log()).isEmpty();
        assertThat(archive.records()).hasSize(1);
        archive.read(mailbox);
        assertThat(issued).as("the second token is kept").hasValue(2);
    }

    @Test
    void goes_on_behind_the_last_message_when_connections_drop() throws Exception {
        for (int number = 1; number <= 60; number++) {
            server.deliver("INBOX", number, message(number, LINE.repeat(3_000)));
        }
        server.deliver("INBOX", 61, message(61, LINE.repeat(60_000)));
        server.delivered();
        Archive archive = new Archive(folder, 20 << 20);
        try (CuttingProxy proxy =
                new CuttingProxy(server.tlsPort()).cut(1_000, 4_000, 3_000_000, 9_000_000, 1_000_000, 2_500_000)) {
            archive.read(mailbox(proxy.port(), Security.TLS, trust()));
            assertThat(proxy.connections()).isGreaterThanOrEqualTo(7);
        }
        balanced(archive);
        assertThat(archive.records())
                .hasSize(62)
                // Four megabytes of text are more than a text may have; they are told about beside their message.
                .contains("m61@example.cn#1 ATTACHMENT REJECTED")
                .filteredOn(record -> record.contains("#body"))
                .hasSize(61)
                .allMatch(record -> record.endsWith("STORED"));
        assertThat(pauses).hasSizeGreaterThanOrEqualTo(6);
        assertThat(server.seen("INBOX")).isZero();
    }

    @Test
    void survives_new_uids_moved_mails_and_renamed_folders_without_downloading_again() throws Exception {
        for (int number = 1; number <= 20; number++) {
            server.deliver("INBOX", number, message(number, LINE.repeat(3_000)));
        }
        server.deliver("Filed", 21, message(21, ""));
        server.delivered();
        Archive archive = new Archive(folder);
        try (CuttingProxy proxy = new CuttingProxy(server.tlsPort())) {
            Mailbox mailbox = mailbox(proxy.port(), Security.TLS, trust(), "*");
            archive.read(mailbox);
            assertThat(proxy.answered()).isGreaterThan(4_000_000);

            server.forgetUids("INBOX");
            archive.read(mailbox);
            assertThat(archive.store
                            .intake()
                            .container(new SourceId("hr-imap"), "INBOX")
                            .orElseThrow()
                            .scan())
                    .as("Dovecot gave a new UIDVALIDITY")
                    .isEqualTo(2);
            assertThat(archive.records()).hasSize(21);
            balanced(archive);

            moveAndRename();
            archive.read(mailbox);
            archive.read(mailbox);
            assertThat(proxy.answered()).isLessThan(100_000);
        }
        balanced(archive);
        assertThat(archive.records())
                .filteredOn(record -> record.endsWith("STORED"))
                .hasSize(21);
        assertThat(server.seen("INBOX") + server.seen("Kept")).isZero();
    }

    /** Moves the inbox to Filed, which then is called Kept. */
    private void moveAndRename() throws Exception {
        Properties properties = new Properties();
        properties.put("mail.imaps.ssl.socketFactory", org.talentrecall.ingest.imap.TrustedSockets.of(trust()));
        IMAPStore store = (IMAPStore) Session.getInstance(properties).getStore("imaps");
        store.connect("127.0.0.1", server.tlsPort(), DovecotServer.USER, DovecotServer.PASSWORD);
        IMAPFolder inbox = (IMAPFolder) store.getFolder("INBOX");
        inbox.open(Folder.READ_WRITE);
        inbox.moveMessages(inbox.getMessages(), store.getFolder("Filed"));
        inbox.close(false);
        assertThat(store.getFolder("Filed").renameTo(store.getFolder("Kept"))).isTrue();
        store.close();
    }

    @Test
    void reads_twenty_thousand_messages_in_flat_heap_and_changes_no_flag() throws Exception {
        int messages = 20_000;
        for (int number = 1; number <= messages; number++) {
            server.deliver("INBOX", number, message(number, LINE.repeat(20)));
        }
        server.delivered();
        Archive archive = new Archive(folder);
        MailboxReader reader = new MailboxReader(
                NothingKept.INTAKE,
                NothingKept.RAW,
                new DocumentReader(DocumentLimits.USUAL),
                archive.meaning(),
                new OwnDomains(List.of("corp.example.com")),
                1 << 20,
                List.of(mailbox(server.tlsPort(), Security.TLS, trust())));
        List<SourceProblem> problems = new ArrayList<>();
        long early = 0;
        int read = 0;
        long begun = System.nanoTime();
        try (IntakeFeed feed = reader.open(source -> true, null, problems::add)) {
            for (IntakeItem item = feed.next(); item != null; item = feed.next()) {
                read += item.readings().size();
                if (read == 2_000) {
                    archive.hints.clear();
                    early = retained();
                } else if (read == messages && item.readings().size() == 1) {
                    archive.hints.clear();
                    long late = retained();
                    System.out.printf(
                            "retained heap after 2,000 messages %d KB, after 20,000 %d KB; %.0f messages/s%n",
                            early / 1024, late / 1024, messages / ((System.nanoTime() - begun) / 1e9));
                    assertThat(late - early).as("growth of the heap").isLessThan(4L << 20);
                }
            }
        }
        assertThat(problems).isEmpty();
        assertThat(read).isEqualTo(messages);
        assertThat(server.seen("INBOX")).isZero();
    }

    /** Bytes that a full collection leaves. */
    private static long retained() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
