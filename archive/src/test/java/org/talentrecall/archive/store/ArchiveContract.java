package org.talentrecall.archive.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talentrecall.archive.dossier.PersonId;
import org.talentrecall.archive.fact.Fact;
import org.talentrecall.archive.fact.OpeningDescription;
import org.talentrecall.archive.fact.PersonName;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.intake.Container;
import org.talentrecall.archive.intake.ImportId;
import org.talentrecall.archive.intake.Imports.ImportSummary;
import org.talentrecall.archive.intake.Intake;
import org.talentrecall.archive.intake.IntakeItem;
import org.talentrecall.archive.intake.Reading;
import org.talentrecall.archive.intake.Reconciliation.RejectedRecord;
import org.talentrecall.archive.intake.Reconciliation.SourceBalance;
import org.talentrecall.archive.night.Nights.Standing;
import org.talentrecall.archive.opening.Opening;
import org.talentrecall.archive.record.ContentHash;
import org.talentrecall.archive.record.Locator;
import org.talentrecall.archive.record.RecordId;
import org.talentrecall.archive.record.RecordKind;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.archive.record.SourceRecord;
import org.talentrecall.archive.record.Subject;

/** What the archive promises on every database. */
abstract class ArchiveContract {
    static final Instant NOW = Instant.parse("2026-11-23T01:02:03Z");
    static final SourceId LOG = new SourceId("interview-log");

    @TempDir
    Path folder;

    ArchiveStore archive;
    Intake intake;
    ImportId run;

    /** A database without tables. */
    abstract DataSource emptyDatabase();

    static Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    @BeforeEach
    void open() {
        archive = ArchiveStore.open(emptyDatabase(), folder.resolve("raw"), clock());
        intake = archive.intake();
        run = archive.imports().begin("ingest", "test-1", NOW);
    }

    @Test
    void balances_what_was_read_with_what_is_kept() {
        intake.accept(
                run,
                List.of(
                        row("1", name("王建国")),
                        row("2", name("李雷")),
                        Reading.rejected(record(LOG, "3", null), "NO_NAME", "Row 3 has no name; fill column A."),
                        Reading.suppressed(record(LOG, "4", null), "NEWSLETTER"),
                        twin("5", "same"),
                        twin("6", "same")),
                done(LOG, "log.xlsx", 1, 6),
                false);

        SourceBalance balance = balance(LOG);
        assertThat(balance).isEqualTo(new SourceBalance(LOG, 6, 3, 1, 1, 1));
        assertThat(balance.balanced()).isTrue();
        ImportSummary summary = archive.imports().find(run).orElseThrow();
        assertThat(List.of(summary.stored(), summary.merged(), summary.rejected(), summary.suppressed()))
                .containsExactly(3L, 1L, 1L, 1L);
    }

    @Test
    void names_rejected_records_with_reason_and_place() {
        intake.accept(
                run,
                List.of(Reading.rejected(record(LOG, "3", null), "NO_NAME", "Row 3 has no name; fill column A.")),
                done(LOG, "log.xlsx", 1, 1),
                false);

        assertThat(archive.reconciliation().rejected(10))
                .containsExactly(new RejectedRecord(
                        RecordId.of(LOG, "3"),
                        LOG,
                        "3",
                        "NO_NAME",
                        "Row 3 has no name; fill column A.",
                        new Locator.Document("log.xlsx", null, null)));
    }

    @Test
    void accepting_the_same_reading_twice_changes_nothing() {
        List<Reading> readings = List.of(row("1", name("王建国")), twin("5", "same"), twin("6", "same"));
        intake.accept(run, readings, done(LOG, "log.xlsx", 1, 3), false);
        List<Map<String, Object>> before = tables();

        intake.accept(run, readings, done(LOG, "log.xlsx", 1, 3), false);

        assertThat(tables()).isEqualTo(before);
    }

    @Test
    void a_changed_reading_becomes_a_new_version() {
        intake.accept(run, List.of(row("1", name("王建国"))), done(LOG, "log.xlsx", 1, 1), false);
        intake.accept(run, List.of(row("1", name("王建华"))), done(LOG, "log.xlsx", 2, 1), false);

        assertThat(database().number("select count(*) from record_version")).isEqualTo(2);
        assertThat(database().number("select version from source_record")).isEqualTo(2);
        assertThat(balance(LOG)).isEqualTo(new SourceBalance(LOG, 1, 1, 0, 0, 0));
    }

    @Test
    void a_scan_withdraws_what_it_no_longer_finds() {
        intake.accept(run, List.of(row("1", name("王建国")), row("2", name("李雷"))), done(LOG, "log.xlsx", 1, 2), false);
        Container half = new Container(LOG, "log.xlsx", "f2", 2, "1", 1, false);
        intake.accept(run, List.of(row("1", name("王建国"))), half, false);
        assertThat(balance(LOG)).isEqualTo(new SourceBalance(LOG, 2, 2, 0, 0, 0));

        intake.accept(run, List.of(), half.advanced("", 0, true), false);

        assertThat(balance(LOG)).isEqualTo(new SourceBalance(LOG, 1, 1, 0, 0, 0));
        assertThat(intake.lastScans(List.of(RecordId.of(LOG, "1"), RecordId.of(LOG, "2"))))
                .containsExactly(Map.entry(RecordId.of(LOG, "1"), 2));
    }

    @Test
    void items_accepted_together_end_as_items_accepted_in_turn() {
        Reading moving = row("1", name("王建国"));
        Container begun = new Container(LOG, "a", "f1", 1, "1", 2, false);
        List<IntakeItem> items = List.of(
                new IntakeItem(List.of(moving, row("2", name("李雷"))), begun, false),
                new IntakeItem(List.of(row("3", name("赵敏")), twin("4", "same")), done(LOG, "a", 1, 4), false),
                new IntakeItem(List.of(moving, twin("5", "same")), done(LOG, "b", 1, 2), false),
                new IntakeItem(List.of(row("2", name("李雷"))), done(LOG, "a", 2, 1), false));

        intake.acceptAll(run, items);
        SourceBalance together = balance(LOG);
        List<Container> containers = intake.containers(LOG);
        archive = ArchiveStore.open(emptyDatabase(), folder.resolve("raw"), clock());
        intake = archive.intake();
        items.forEach(item -> intake.accept(run, item.readings(), item.progress(), item.appended()));

        assertThat(together).isEqualTo(balance(LOG)).isEqualTo(new SourceBalance(LOG, 3, 3, 0, 0, 0));
        assertThat(containers).isEqualTo(intake.containers(LOG));
    }

    @Test
    void a_withdrawn_record_comes_back_when_it_is_found_again() {
        Reading reading = row("1", name("王建国"));
        intake.accept(run, List.of(reading), done(LOG, "log.xlsx", 1, 1), false);
        intake.accept(run, List.of(), done(LOG, "log.xlsx", 2, 0), false);
        assertThat(balance(LOG).stored()).isZero();

        intake.accept(run, List.of(reading), done(LOG, "log.xlsx", 3, 1), false);

        assertThat(balance(LOG)).isEqualTo(new SourceBalance(LOG, 1, 1, 0, 0, 0));
    }

    @Test
    void a_container_that_only_grows_withdraws_nothing() {
        intake.accept(run, List.of(row("1", name("王建国"))), done(LOG, "INBOX", 1, 1), true);
        intake.accept(run, List.of(row("2", name("李雷"))), done(LOG, "INBOX", 2, 1), true);

        assertThat(balance(LOG)).isEqualTo(new SourceBalance(LOG, 2, 2, 0, 0, 0));
    }

    @Test
    void a_container_that_is_gone_takes_its_records_along() {
        Container container = done(LOG, "log.xlsx", 1, 1);
        intake.accept(run, List.of(row("1", name("王建国"))), container, false);

        intake.withdraw(run, container);

        assertThat(intake.containers(LOG)).isEmpty();
        assertThat(archive.reconciliation().sources()).isEmpty();
    }

    @Test
    void a_record_met_in_a_second_container_is_read_twice_and_stored_once() {
        Container first = done(LOG, "a.xlsx", 1, 1);
        intake.accept(run, List.of(row("1", name("王建国"))), first, false);
        intake.accept(run, List.of(row("1", name("王建国"))), done(LOG, "b.xlsx", 1, 1), false);
        assertThat(balance(LOG)).isEqualTo(new SourceBalance(LOG, 2, 1, 1, 0, 0));

        intake.withdraw(run, first);

        assertThat(balance(LOG)).isEqualTo(new SourceBalance(LOG, 1, 1, 0, 0, 0));
    }

    @Test
    void the_twin_with_the_smallest_id_is_stored_and_its_going_promotes_the_next() {
        RecordId a = RecordId.of(LOG, "5");
        RecordId b = RecordId.of(LOG, "6");
        String smaller = a.compareTo(b) < 0 ? "5" : "6";
        String larger = smaller.equals("5") ? "6" : "5";
        intake.accept(run, List.of(twin(larger, "same")), done(LOG, "larger", 1, 1), false);
        assertThat(standing(larger)).isEqualTo("STORED");

        Container first = done(LOG, "smaller", 1, 1);
        intake.accept(run, List.of(twin(smaller, "same")), first, false);
        assertThat(standing(larger)).isEqualTo("MERGED");
        assertThat(standing(smaller)).isEqualTo("STORED");

        intake.withdraw(run, first);
        assertThat(standing(larger)).isEqualTo("STORED");
    }

    @Test
    void progress_and_records_are_one_transaction() {
        Container progress = done(LOG, "log.xlsx", 1, 1);
        Reading impossible = row("1", name("王建国"));
        try {
            database().inTransaction(() -> {
                intake.accept(run, List.of(impossible), progress, false);
                throw new IllegalStateException("killed");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("killed");
        }

        assertThat(intake.container(LOG, "log.xlsx")).isEmpty();
        assertThat(archive.reconciliation().sources()).isEmpty();
    }

    @Test
    void container_progress_comes_back_as_it_was_given() {
        Container progress = new Container(LOG, "面试记录.xlsx", "f1", 1, "{\"row\":7}", 7, false);
        intake.accept(run, List.of(), progress, false);

        assertThat(intake.container(LOG, "面试记录.xlsx")).contains(progress);
        assertThat(intake.containers(LOG)).containsExactly(progress);
    }

    @Test
    void text_that_a_database_refuses_is_kept_readable() {
        Reading reading = Reading.rejected(record(LOG, "nul\0 half\ud83d", null), "BAD", "a\0b");

        intake.accept(run, List.of(reading), done(LOG, "log\0.xlsx", 1, 1), false);

        assertThat(archive.reconciliation().rejected(1).get(0).sentence()).isEqualTo("a\uFFFDb");
    }

    @Test
    void the_newest_row_describes_an_opening() {
        intake.accept(
                run,
                List.of(
                        opening("1", "R-7", "高级生产经理", "2026-01-05T00:00:00Z"),
                        opening("2", "R-7", "生产总监", "2026-03-05T00:00:00Z"),
                        opening("3", "R-8", "风控经理", null)),
                done(LOG, "openings.xlsx", 1, 3),
                false);

        assertThat(archive.openings().all()).extracting(Opening::id).containsExactly("R-7", "R-8");
        Opening newest = archive.openings().find("R-7").orElseThrow();
        assertThat(newest.description().title()).isEqualTo("生产总监");
        assertThat(newest.evidence()).hasSize(2);
        assertThat(archive.openings().find("R-9")).isEmpty();
    }

    @Test
    void a_night_scored_again_replaces_what_it_said() {
        LocalDate night = LocalDate.of(2026, 11, 23);
        PersonId person = new PersonId("P-0123456789ab");
        PersonId other = new PersonId("P-0123456789ac");
        archive.nights().replace(night, List.of(new Standing("R-7", person, 1, 90, "CONTACT", "{}")));
        List<Standing> again = List.of(
                new Standing("R-7", other, 1, 91, "CONTACT", "{\"a\":1}"),
                new Standing("R-7", person, 0, 40, "NOT_NOW", "{}"));
        archive.nights().replace(night, again);

        assertThat(archive.nights().of(night)).isEqualTo(again);
        assertThat(archive.nights().before(night)).isEmpty();
        assertThat(archive.nights().before(night.plusDays(9))).contains(night);
    }

    @Test
    void a_night_keeps_its_lists_until_it_is_replaced() {
        LocalDate night = LocalDate.of(2026, 11, 24);
        assertThat(archive.nights().lists(night)).isEmpty();
        assertThatThrownBy(() -> archive.nights().keepLists(night, "{}")).isInstanceOf(IllegalStateException.class);
        archive.nights().replace(night, List.of());
        archive.nights().keepLists(night, "{\"openings\":[\"高级生产经理\"]}");
        assertThat(archive.nights().lists(night)).contains("{\"openings\":[\"高级生产经理\"]}");
        String large = new Random(1)
                .ints(3_000_000, 'a', 'z')
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        archive.nights().keepLists(night, large);
        assertThat(archive.nights().lists(night)).contains(large);
        archive.nights().replace(night, List.of());
        assertThat(archive.nights().lists(night)).isEmpty();
    }

    @Test
    void marks_start_at_zero_and_move() {
        assertThat(archive.marks().get("index")).isZero();
        archive.marks().set("index", 7);
        archive.marks().set("index", 9);
        assertThat(archive.marks().get("index")).isEqualTo(9);
    }

    @Test
    void an_import_goes_on_until_it_is_ended() {
        assertThat(archive.imports().begin("ingest", "test-1", NOW)).isEqualTo(run);
        archive.imports().end(run, NOW.plusSeconds(5));
        ImportId second = archive.imports().begin("ingest", "test-1", NOW.plusSeconds(9));

        assertThat(second).isNotEqualTo(run);
        assertThat(archive.imports().latest(5)).extracting(ImportSummary::id).containsExactly(second, run);
        assertThat(archive.imports().find(run).orElseThrow().ended()).isEqualTo(NOW.plusSeconds(5));
    }

    // What the tests say things with.

    static Reading row(String key, Fact... facts) {
        return Reading.stored(record(LOG, key, null), Subject.PERSON, stated(key, facts), List.of());
    }

    static Reading twin(String key, String duplicateKey) {
        SourceRecord record = record(LOG, key, null);
        SourceRecord twin = new SourceRecord(
                record.id(), LOG, record.kind(), key, record.content(), record.saidAt(), null, duplicateKey);
        return Reading.stored(twin, Subject.PERSON, stated(key, name("韩梅梅")), List.of());
    }

    static Reading opening(String key, String id, String title, String saidAt) {
        OpeningDescription description = new OpeningDescription(
                id,
                title,
                null,
                null,
                null,
                false,
                null,
                List.of(),
                List.of(),
                null,
                OpeningDescription.Status.OPEN,
                null,
                null,
                null);
        Instant said = saidAt == null ? null : Instant.parse(saidAt);
        return Reading.stored(record(LOG, key, said), Subject.OPENING, stated(key, description), List.of());
    }

    static SourceRecord record(SourceId source, String key, Instant saidAt) {
        return SourceRecord.of(source, RecordKind.ROW, key, ContentHash.of(new byte[0]), saidAt);
    }

    static PersonName name(String text) {
        return new PersonName(text);
    }

    static List<StatedFact> stated(String key, Fact... facts) {
        Locator locator = new Locator.Cell("log.xlsx", "面试记录", 2, "A");
        return java.util.Arrays.stream(facts)
                .map(fact -> new StatedFact(fact, locator, 0.9))
                .toList();
    }

    static Container done(SourceId source, String path, int scan, long read) {
        return new Container(source, path, "f" + scan, scan, "", read, true);
    }

    SourceBalance balance(SourceId source) {
        return archive.reconciliation().sources().stream()
                .filter(balance -> balance.source().equals(source))
                .findFirst()
                .orElseThrow();
    }

    abstract Database database();

    private String standing(String key) {
        return database()
                .first(
                        "select standing from source_record where id = ?",
                        (row, index) -> row.getString(1),
                        RecordId.of(LOG, key).value())
                .orElseThrow();
    }

    private List<Map<String, Object>> tables() {
        return List.of(
                Map.of("rows", database().number("select count(*) from record_version")),
                Map.of("waiting", database().number("select count(*) from record_waiting")),
                Map.of("keys", database().number("select count(*) from record_key")),
                Map.of("scans", database().number("select sum(scan + version) from source_record")),
                Map.of("balance", balance(LOG)));
    }
}
