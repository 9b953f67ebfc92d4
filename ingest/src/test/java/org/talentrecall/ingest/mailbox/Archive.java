package org.talentrecall.ingest.mailbox;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.talentrecall.archive.fact.Contact;
import org.talentrecall.archive.fact.PersonName;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.intake.ImportId;
import org.talentrecall.archive.intake.IntakeItem;
import org.talentrecall.archive.intake.Reconciliation.SourceBalance;
import org.talentrecall.archive.store.ArchiveStore;
import org.talentrecall.ingest.document.DocumentLimits;
import org.talentrecall.ingest.document.DocumentReader;
import org.talentrecall.ingest.document.DocumentText;
import org.talentrecall.ingest.document.PlaceNamer;
import org.talentrecall.ingest.notes.MailText;
import org.talentrecall.ingest.source.IntakeFeed;
import org.talentrecall.ingest.source.Since;
import org.talentrecall.ingest.source.SourceProblem;

/** An empty archive on H2 and a reader of mailboxes with readers of words that are simple enough to foretell. */
final class Archive {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T02:00:00Z"), ZoneOffset.UTC);
    private static final DocumentReader DOCUMENTS = new DocumentReader(DocumentLimits.USUAL);

    final DataSource dataSource =
            new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    final ArchiveStore store;
    final List<SourceProblem> problems = new ArrayList<>();
    /** What the readers of words, of which several read at a time, were told of each message's folder. */
    final Map<String, String> hints = new ConcurrentSkipListMap<>();

    final ImportId run;

    private final long messageLimit;

    Archive(Path folder) {
        this(folder, 1 << 20);
    }

    /** @param messageLimit bytes a message may have */
    Archive(Path folder, long messageLimit) {
        this.messageLimit = messageLimit;
        store = ArchiveStore.open(dataSource, folder.resolve("raw"), CLOCK);
        run = store.imports().begin("ingest", "test", CLOCK.instant());
    }

    MailboxReader reader(Mailbox... mailboxes) {
        return new MailboxReader(
                store.intake(),
                store.raw(),
                DOCUMENTS,
                meaning(),
                new OwnDomains(List.of("corp.example.com")),
                messageLimit,
                List.of(mailboxes));
    }

    MailMeaning meaning() {
        return new Words();
    }

    /** Reads to the end, or until {@code items} were taken, as if the run had been killed there. */
    void read(int items, Mailbox... mailboxes) throws Exception {
        read(items, null, mailboxes);
    }

    /** Reads what is new, and what was read before again from a day on. */
    void readSince(LocalDate day, Mailbox... mailboxes) throws Exception {
        read(Integer.MAX_VALUE, new Since(day, ZoneOffset.UTC), mailboxes);
    }

    private void read(int items, Since since, Mailbox... mailboxes) throws Exception {
        try (IntakeFeed feed = reader(mailboxes).open(source -> true, since, problems::add)) {
            for (int taken = 0; taken < items; taken++) {
                IntakeItem item = feed.next();
                if (item == null) {
                    return;
                }
                store.intake().accept(run, item.readings(), item.progress(), item.appended());
            }
        }
    }

    void read(Mailbox... mailboxes) throws Exception {
        read(Integer.MAX_VALUE, mailboxes);
    }

    /** How many versions of records there are: one more for each that was read otherwise than before. */
    long versions() {
        return new JdbcTemplate(dataSource).queryForObject("select count(*) from record_version", Long.class);
    }

    SourceBalance balance() {
        return store.reconciliation().sources().get(0);
    }

    /** Every record with what the archive made of it, without numbers that depend on the number of runs. */
    List<String> records() {
        return new JdbcTemplate(dataSource)
                .queryForList(
                        "select natural_key || ' ' || kind || ' ' || standing from source_record order by 1",
                        String.class);
    }

    /** Names in the first line and phone numbers after "Phone"; mails with a List-Unsubscribe are newsletters. */
    private final class Words implements MailMeaning {
        private final Pattern phonePattern = Pattern.compile("Phone (\\d{3}) ?(\\d{4}) ?(\\d{4})");

        @Override
        public Told read(DocumentText text, PlaceNamer places) {
            List<StatedFact> facts = facts(text, places);
            return facts.isEmpty() ? new AboutNobody("NOT_A_RESUME", "Nobody is named.", false) : new AboutOne(facts);
        }

        private List<StatedFact> facts(DocumentText text, PlaceNamer places) {
            Matcher phone = phonePattern.matcher(text.whole());
            if (!phone.find()) {
                return List.of();
            }
            String number = "+86" + phone.group(1) + phone.group(2) + phone.group(3);
            String name = text.whole().lines().findFirst().orElse("");
            return List.of(
                    new StatedFact(new PersonName(name), places.at(1, 1), 0.9),
                    new StatedFact(new Contact(Contact.Kind.PHONE, number, phone.group()), places.at(1, 2), 0.9));
        }

        @Override
        public Said mail(MailText mail, PlaceNamer places) {
            hints.put(mail.messageId(), String.valueOf(mail.folderHint()));
            if (mail.bulk()) {
                return Said.leftOut("NEWSLETTER");
            }
            List<StatedFact> facts = facts(DocumentText.of(mail.own()), places);
            return Said.of(facts.isEmpty() ? List.of() : List.of(facts));
        }
    }
}
