package org.talentrecall.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.talentrecall.archive.fact.Communication;
import org.talentrecall.archive.fact.Doubt;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.fact.Review;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.identity.IdentityKey;
import org.talentrecall.archive.intake.Container;
import org.talentrecall.archive.intake.ImportId;
import org.talentrecall.archive.intake.IntakeItem;
import org.talentrecall.archive.intake.Reading;
import org.talentrecall.archive.record.ContentHash;
import org.talentrecall.archive.record.Locator;
import org.talentrecall.archive.record.RecordId;
import org.talentrecall.archive.record.RecordKind;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.archive.record.SourceRecord;
import org.talentrecall.archive.record.Subject;
import org.talentrecall.archive.store.ArchiveStore;
import org.talentrecall.ingest.document.DocumentReader;
import org.talentrecall.ingest.mailbox.ListSenders;
import org.talentrecall.ingest.mailbox.MailLimits;
import org.talentrecall.ingest.mailbox.Mailbox;
import org.talentrecall.ingest.mailbox.MailboxReader;
import org.talentrecall.ingest.mailbox.OwnDomains;
import org.talentrecall.ingest.message.MessageLimits;
import org.talentrecall.ingest.notes.MailReader;
import org.talentrecall.ingest.notes.RejectionClassifier;
import org.talentrecall.ingest.source.IntakeFeed;

/** What somebody answers about a doubtful mail is what the mail is from the next run on. */
class AnsweredMailsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T02:00:00Z"), ZoneOffset.UTC);
    private static final DocumentReader DOCUMENTS =
            new DocumentReader(IngestSettings.standard().documents());
    private static final SourceId BOX = new SourceId("hr");
    private static final SourceId COPY = new SourceId("manager");

    @TempDir
    Path folder;

    private final DriverManagerDataSource database =
            new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    private final ArchiveStore store;
    private final ImportId run;
    private int answers;

    AnsweredMailsTest(@TempDir Path raw) {
        store = ArchiveStore.open(database, raw, CLOCK);
        run = store.imports().begin("ingest", "test", CLOCK.instant());
    }

    @AfterAll
    static void close() {
        DOCUMENTS.close();
    }

    /** Nobody can tell from it whether it is about a post. */
    private static String doubtful(String id) {
        return "From: =?utf-8?B?5L2V6Z2Z?= <hejing@corp.example.com>\nTo: =?utf-8?B?5ZSQ5qOj?= <tangdi@example.com>\n"
                + "Subject: =?utf-8?B?5oKo5aW9?=\nMessage-ID: <" + id + ">\nDate: Thu, 6 Mar 2025 09:30:00 +0800\n"
                + "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n方便的话明天下午三点电话？\n";
    }

    private void mail(String source, String name, String content) throws IOException {
        Path file = folder.resolve(source).resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    /** A run as the step makes it: first what was answered, then what is new. */
    private List<Reading> run() throws Exception {
        RejectionClassifier classifier = new RejectionClassifier(null);
        IngestSettings settings = IngestSettings.standard();
        ReadersOfWords words = ReadersOfWords.of(classifier, settings);
        List<Mailbox> boxes = new ArrayList<>();
        for (SourceId source : List.of(BOX, COPY)) {
            Path path = Files.createDirectories(folder.resolve(source.value()));
            boxes.add(new Mailbox(source, null, new Mailbox.Files(Mailbox.Form.FOLDER, path)));
        }
        MailboxReader reader = new MailboxReader(
                store.intake(),
                store.raw(),
                DOCUMENTS,
                words,
                new OwnDomains(List.of("corp.example.com")),
                ListSenders.NOBODY,
                settings.foundWorkbooks(store.intake(), classifier, words),
                new MailLimits(1 << 20, settings.limits().messageTime(), MessageLimits.USUAL, 100),
                boxes);
        List<Reading> readings = new ArrayList<>();
        try (IntakeFeed feed =
                new FeedInTurn(List.of(reader.answered(any -> true), reader.open(any -> true, null, problem -> {
                    throw new AssertionError(problem);
                })))) {
            for (IntakeItem item = feed.next(); item != null; item = feed.next()) {
                readings.addAll(item.readings());
                store.intake().accept(run, item.readings(), item.progress(), item.appended());
            }
        }
        assertThat(store.reconciliation().sources())
                .allSatisfy(balance -> assertThat(balance.balanced()).isTrue());
        return readings;
    }

    private static Doubt doubt(Reading reading) {
        return reading.facts().stream()
                .filter(stated -> stated.fact() instanceof Doubt)
                .map(stated -> (Doubt) stated.fact())
                .findFirst()
                .orElseThrow();
    }

    private void answer(Reading asked, String kind) {
        answer(run, asked, kind);
    }

    private void answer(ImportId into, Reading asked, String kind) {
        Review review = new Review(
                "0123456789abcdef",
                Review.Kind.DOUBT,
                Review.Answer.CORRECTED,
                doubt(asked),
                List.of(),
                kind,
                null,
                "周敏",
                Instant.parse("2026-11-19T08:00:00Z").plusSeconds(answers));
        String key = "review.xlsx#" + answers++;
        SourceRecord record = SourceRecord.of(
                new SourceId("answers"), RecordKind.ROW, key, ContentHash.of(key.getBytes()), review.at());
        store.intake()
                .accept(
                        into,
                        List.of(Reading.stored(
                                record,
                                Subject.MENTION,
                                List.of(new StatedFact(review, new Locator.Cell("review.xlsx", "s", 2, "F"), 1)),
                                List.of(new IdentityKey(
                                        IdentityKey.Kind.RECORD,
                                        asked.record().id().value())))),
                        Container.first(new SourceId("answers"), key, "1").advanced("", 1, true),
                        true);
    }

    private Map<String, String> standings() {
        Map<String, String> standings = new java.util.TreeMap<>();
        new JdbcTemplate(database)
                .query(
                        "select source || ' ' || natural_key k, standing from source_record where source <> 'answers'",
                        row -> {
                            standings.put(row.getString(1), row.getString(2));
                        });
        return standings;
    }

    private long versions() {
        return new JdbcTemplate(database).queryForObject("select count(*) from record_version", Long.class);
    }

    private static List<Communication> talks(List<Reading> readings) {
        return readings.stream()
                .flatMap(reading -> reading.facts().stream())
                .filter(stated -> stated.fact() instanceof Communication)
                .map(stated -> (Communication) stated.fact())
                .toList();
    }

    @Test
    void reads_the_mail_as_what_it_is_once_and_keeps_to_it() throws Exception {
        mail("hr", "a.eml", doubtful("m1@x"));
        List<Reading> first = run();
        assertThat(first).singleElement().satisfies(asked -> {
            assertThat(asked.subject()).isEqualTo(Subject.MENTION);
            assertThat(doubt(asked).question()).isEqualTo(MailReader.WHICH_KIND);
        });
        assertThat(run()).isEmpty();

        answer(first.get(0), "OUTREACH");
        List<Reading> second = run();

        assertThat(second).singleElement().satisfies(told -> {
            assertThat(told.record().id()).isEqualTo(first.get(0).record().id());
            assertThat(told.subject()).isEqualTo(Subject.PERSON);
            assertThat(told.facts()).noneMatch(stated -> stated.fact() instanceof Doubt);
            assertThat(told.facts().get(0).locator().display()).startsWith("hr/a.eml <m1@x>");
        });
        assertThat(talks(second)).extracting(Communication::direction).containsExactly(Communication.Direction.OUT);
        long versions = versions();
        assertThat(run()).isEmpty();

        // Met again for another reason, it is still what it was told to be.
        Path file = folder.resolve("hr/a.eml");
        Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.fromMillis(1_000_000));
        assertThat(run())
                .singleElement()
                .satisfies(again ->
                        assertThat(again.facts()).isEqualTo(second.get(0).facts()));
        assertThat(versions()).isEqualTo(versions);
    }

    @Test
    void leaves_out_what_is_about_nobody_and_its_copy_in_another_mailbox_too() throws Exception {
        mail("hr", "a.eml", doubtful("m1@x"));
        mail("manager", "b.eml", doubtful("m1@x"));
        List<Reading> first = run();
        assertThat(standings().values()).containsExactlyInAnyOrder("STORED", "MERGED");
        Reading asked = first.stream()
                .filter(reading -> "STORED"
                        .equals(standings()
                                .get(reading.record().source() + " "
                                        + reading.record().naturalKey())))
                .findFirst()
                .orElseThrow();

        answer(asked, "OTHER");
        run();

        assertThat(standings().values()).containsExactly("SUPPRESSED", "SUPPRESSED");
        assertThat(run()).isEmpty();
    }

    @Test
    void the_latest_answer_counts_and_words_of_ones_own_change_nothing() throws Exception {
        mail("hr", "a.eml", doubtful("m1@x"));
        List<Reading> first = run();
        answer(first.get(0), "OTHER");
        answer(first.get(0), "OUTREACH");
        assertThat(talks(run())).hasSize(1);

        mail("hr", "b.eml", doubtful("m2@x"));
        List<Reading> other = run();
        answer(other.get(0), "一封问候的信");
        assertThat(run()).isEmpty();
        assertThat(standings().values()).containsExactly("STORED", "STORED");
    }

    @Test
    void reads_a_mail_within_a_mail_with_the_one_around_it() throws Exception {
        String inner = Base64.getMimeEncoder()
                .encodeToString(doubtful("inner@x").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        mail(
                "hr",
                "a.eml",
                "From: hejing@corp.example.com\nTo: lin@corp.example.com\nSubject: fyi\nMessage-ID: <outer@x>\n"
                        + "Date: Fri, 7 Mar 2025 09:30:00 +0800\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=B\n\n"
                        + "--B\nContent-Type: text/plain\n\nfyi\n--B\nContent-Type: message/rfc822\n"
                        + "Content-Transfer-Encoding: base64\n\n" + inner + "\n--B--\n");
        List<Reading> first = run();
        Reading asked = first.stream()
                .filter(reading -> reading.facts().stream().anyMatch(stated -> stated.fact() instanceof Doubt))
                .findFirst()
                .orElseThrow();
        RecordId id = asked.record().id();
        assertThat(asked.record().naturalKey()).isEqualTo("outer@x#2/inner@x#body");

        answer(asked, "OUTREACH");
        List<Reading> second = run();

        assertThat(second)
                .extracting(reading -> reading.record().naturalKey())
                .isEqualTo(first.stream()
                        .map(reading -> reading.record().naturalKey())
                        .toList());
        assertThat(second)
                .filteredOn(reading -> reading.record().id().equals(id))
                .singleElement()
                .satisfies(told -> assertThat(talks(List.of(told))).hasSize(1));
        assertThat(run()).isEmpty();
    }

    @Test
    void a_mail_that_does_not_say_its_time_keeps_the_one_of_its_file() throws Exception {
        mail("hr", "a.eml", doubtful("m1@x").replaceAll("(?m)^Date: .*\n", ""));
        Instant saved = Instant.parse("2024-05-06T07:08:09Z");
        Files.setLastModifiedTime(folder.resolve("hr/a.eml"), java.nio.file.attribute.FileTime.from(saved));
        List<Reading> first = run();
        assertThat(first.get(0).record().saidAt()).isEqualTo(saved);

        answer(first.get(0), "OUTREACH");

        assertThat(run()).singleElement().satisfies(told -> {
            assertThat(told.record().saidAt()).isEqualTo(saved);
            assertThat(talks(List.of(told)))
                    .extracting(Communication::date)
                    .containsExactly(PartialDate.parse("2024-05-06"));
        });
    }

    @Test
    void rejects_words_about_somebody_whose_time_nobody_knows_and_keeps_the_files() throws Exception {
        mail(
                "hr",
                "a.mbox",
                "From hejing\n"
                        + doubtful("m1@x")
                                .replaceAll("(?m)^Date: .*\n", "")
                                .replaceAll(
                                        "Content-Type.*\n",
                                        "Content-Type: multipart/mixed; boundary=B\n\n--B\nContent-Type: text/plain; charset=utf-8\n")
                        + "--B\nContent-Type: text/plain; name=cv.txt\n\nsee\n--B--\n");

        assertThat(run()).extracting(reading -> reading.disposition().word()).containsExactly("REJECTED", "SUPPRESSED");
        assertThat(standings()).hasSize(2);
    }

    @Test
    void an_answer_that_is_taken_back_has_the_mail_read_by_the_rules_again() throws Exception {
        mail("hr", "a.eml", doubtful("m1@x"));
        Reading asked = run().get(0);
        ImportId review = store.imports().begin("review", "answers", CLOCK.instant());
        answer(review, asked, "OTHER");
        run();
        assertThat(standings().values()).containsExactly("SUPPRESSED");
        store.imports().end(review, CLOCK.instant());

        store.undo().undo(review);
        List<Reading> third = run();

        assertThat(third)
                .singleElement()
                .satisfies(reading -> assertThat(doubt(reading)).isEqualTo(doubt(asked)));
        assertThat(standings().values()).containsExactly("STORED");
        assertThat(run()).isEmpty();
    }

    @Test
    void another_answer_later_has_the_mail_read_once_more() throws Exception {
        mail("hr", "a.eml", doubtful("m1@x"));
        List<Reading> first = run();
        answer(first.get(0), "OTHER");
        run();
        assertThat(standings().values()).containsExactly("SUPPRESSED");

        answer(first.get(0), "OUTREACH");

        assertThat(talks(run())).hasSize(1);
        assertThat(standings().values()).containsExactly("STORED");
        assertThat(run()).isEmpty();
    }
}
