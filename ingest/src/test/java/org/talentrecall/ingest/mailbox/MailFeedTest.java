package org.talentrecall.ingest.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talentrecall.archive.intake.Container;
import org.talentrecall.archive.intake.IntakeItem;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.ingest.document.DocumentLimits;
import org.talentrecall.ingest.document.DocumentReader;
import org.talentrecall.ingest.message.MessageLimits;
import org.talentrecall.ingest.notes.RejectionClassifier;
import org.talentrecall.ingest.source.NothingKept;
import org.talentrecall.ingest.source.SourceProblem;
import org.talentrecall.ingest.source.SourceProblem.Code;
import org.talentrecall.ingest.source.SourceUnreadable;
import org.talentrecall.ingest.spreadsheet.WorkbookRules;

/** What is taken out of a source ahead of its turn changes nothing but the time it takes. */
class MailFeedTest {
    private static final SourceId SOURCE = new SourceId("ahead");
    private static final int AHEAD = 4;
    private static final DocumentReader DOCUMENTS = new DocumentReader(DocumentLimits.USUAL);

    @TempDir
    Path folder;

    private final List<SourceProblem> problems = new ArrayList<>();
    /** What happened to the containers, in order. */
    private final List<String> events = new ArrayList<>();

    private int taken;

    @AfterAll
    static void close() {
        DOCUMENTS.close();
    }

    private static byte[] mail(String id, String attachment) {
        return ("From: s@example.cn\nTo: hr@corp.example.com\nSubject: cv\nMessage-ID: <" + id + "@example.cn>\n"
                        + "Date: Mon, 6 Mar 2023 09:30:00 +0800\nMIME-Version: 1.0\n"
                        + "Content-Type: multipart/mixed; boundary=B\n\n--B\n\nsee file\n--B\n"
                        + "Content-Type: application/octet-stream; name=cv\n\n" + attachment + "\n--B--\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Gives messages from memory, and after them throws what there is to throw. */
    private final class Box implements MailContainer, MailContainer.Messages {
        private final String name;
        private final List<byte[]> mails;
        private final Exception fault;
        private int given;

        Box(String name, Exception fault, byte[]... mails) {
            this.name = name;
            this.fault = fault;
            this.mails = List.of(mails);
        }

        @Override
        public String path() {
            return name;
        }

        @Override
        public String mailbox() {
            return name;
        }

        @Override
        public boolean grows() {
            return true;
        }

        @Override
        public Messages open(Optional<Container> known) {
            events.add("open " + name);
            return this;
        }

        @Override
        public Container start() {
            return Container.first(SOURCE, name, "1");
        }

        @Override
        public RawMessage next() throws SourceUnreadable {
            if (given == mails.size()) {
                if (fault instanceof SourceUnreadable unreadable) {
                    throw unreadable;
                }
                if (fault instanceof RuntimeException broken) {
                    throw broken;
                }
                return null;
            }
            taken++;
            return new RawMessage(mails.get(given++), true, Integer.toString(given), false);
        }

        @Override
        public void close() {
            events.add("close " + name);
        }
    }

    private MailFeed feed(DocumentReader documents, Box... boxes) {
        MailSource source = new MailSource() {
            @Override
            public SourceId id() {
                return SOURCE;
            }

            @Override
            public String folderHint() {
                return null;
            }

            @Override
            public List<? extends MailContainer> containers(Consumer<SourceProblem> told) {
                return List.of(boxes);
            }

            @Override
            public void release() {
                events.add("release");
            }
        };
        MessageReadings readings = new MessageReadings(
                NothingKept.RAW,
                documents,
                new Archive(folder).meaning(),
                new OwnDomains(List.of()),
                ListSenders.NOBODY,
                new WorkbookRules(List.of(), new RejectionClassifier(), ZoneOffset.UTC),
                new MailLimits(1 << 20, Duration.ofSeconds(60), MessageLimits.USUAL, 20_000));
        return new MailFeed(NothingKept.INTAKE, readings, List.of(source), null, problems::add);
    }

    /** Keys and outcomes of the records of an item. */
    private static List<String> said(IntakeItem item) {
        return item.readings().stream()
                .map(reading -> reading.record().naturalKey()
                        + ' '
                        + reading.disposition().getClass().getSimpleName())
                .toList();
    }

    private static byte[][] mails(String prefix, int number) {
        return Stream.iterate(1, i -> i + 1)
                .limit(number)
                .map(i -> mail(prefix + i, i % 2 == 0 ? "Person " + i + "\nPhone 138 0000 1234" : "%PDF-1.4 broken"))
                .toArray(byte[][]::new);
    }

    @Test
    void gives_messages_in_their_order_and_takes_few_out_ahead() throws IOException {
        try (MailFeed feed = feed(DOCUMENTS, new Box("a", null, mails("a", 30)), new Box("b", null, mails("b", 2)))) {
            for (int i = 1; i <= 30; i++) {
                IntakeItem item = feed.next();
                assertThat(said(item))
                        .containsExactly(
                                "a" + i + "@example.cn#body Stored",
                                "a" + i + "@example.cn#2 " + (i % 2 == 0 ? "Stored" : "Rejected"));
                assertThat(item.progress().cursor()).isEqualTo(Integer.toString(i));
                assertThat(taken).isBetween(i, i + AHEAD);
            }
            assertThat(feed.next().progress().complete()).isTrue();
            assertThat(said(feed.next())).startsWith("b1@example.cn#body Stored");
        }
    }

    @Test
    void opens_the_next_container_ahead_but_never_two_at_a_time() throws IOException {
        Box[] boxes = Stream.of("a", "b", "c", "d", "e", "f", "g")
                .map(name -> new Box(name, null, mails(name, 1)))
                .toArray(Box[]::new);
        try (MailFeed feed = feed(DOCUMENTS, boxes)) {
            assertThat(said(feed.next()).get(0)).startsWith("a1");
            assertThat(events)
                    .startsWith("open a", "close a", "open b", "close b", "open c", "close c")
                    .doesNotContain("open g");
            for (String name : List.of("b", "c", "d", "e", "f", "g")) {
                assertThat(feed.next().readings()).isEmpty();
                assertThat(said(feed.next()).get(0)).startsWith(name + 1);
            }
        }
    }

    @Test
    void tells_a_fault_of_a_source_behind_the_messages_before_it() throws IOException {
        SourceUnreadable lost =
                new SourceUnreadable(SOURCE, Code.values()[0], "The connection is lost: look after it.");
        try (MailFeed feed = feed(DOCUMENTS, new Box("a", lost, mails("a", 3)), new Box("b", null, mails("b", 1)))) {
            for (int i = 1; i <= 3; i++) {
                assertThat(said(feed.next()).get(0)).startsWith("a" + i);
                assertThat(problems).isEmpty();
            }
            assertThat(said(feed.next()).get(0)).startsWith("b1");
            assertThat(problems).containsExactly(lost.problem());
        }
    }

    @Test
    void throws_what_taking_a_message_out_threw_behind_the_messages_before_it() throws IOException {
        IllegalStateException broken = new IllegalStateException("the disk is gone");
        try (MailFeed feed = feed(DOCUMENTS, new Box("a", broken, mails("a", 2)))) {
            assertThat(said(feed.next()).get(0)).startsWith("a1");
            assertThat(said(feed.next()).get(0)).startsWith("a2");
            assertThatThrownBy(feed::next).isSameAs(broken);
        }
    }

    @Test
    void throws_what_preparing_a_message_threw_behind_the_messages_before_it() throws IOException {
        DocumentReader closed = new DocumentReader(DocumentLimits.USUAL);
        closed.close();
        byte[] first = mail("a1", "Person 1\nPhone 138 0000 1234");
        byte[] needsParser = mail("a2", "%PDF-1.4 broken");
        try (MailFeed feed = feed(closed, new Box("a", null, first, needsParser, first))) {
            assertThat(said(feed.next()).get(0)).startsWith("a1");
            assertThatThrownBy(feed::next).isInstanceOf(RejectedExecutionException.class);
        }
    }

    @Test
    void closed_while_it_reads_it_leaves_nothing_open_and_no_thread_behind() throws Exception {
        try (MailFeed feed = feed(DOCUMENTS, new Box("a", null, mails("a", 30)))) {
            feed.next();
        }
        assertThat(events).containsExactly("open a", "close a", "release");
        assertThat(taken).isLessThanOrEqualTo(1 + AHEAD);
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("mail-preparation")) {
                thread.join(Duration.ofSeconds(30).toMillis());
                assertThat(thread.isAlive()).isFalse();
            }
        }
    }

    @Test
    void charges_the_time_of_preparing_a_message_to_its_allowance() {
        Allowance allowance = new Allowance(DOCUMENTS.packedLimits(), Duration.ofSeconds(60));
        allowance.spend(Duration.ofSeconds(30));
        assertThat(allowance.end().passed()).isFalse();
        allowance.spend(Duration.ofSeconds(31));
        assertThat(allowance.end().passed()).isTrue();
        allowance.next();
        assertThat(allowance.end().passed()).isFalse();
    }
}
