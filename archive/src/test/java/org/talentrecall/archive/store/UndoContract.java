package org.talentrecall.archive.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.talentrecall.archive.store.ArchiveContract.LOG;
import static org.talentrecall.archive.store.ArchiveContract.NOW;
import static org.talentrecall.archive.store.ArchiveContract.done;
import static org.talentrecall.archive.store.ArchiveContract.name;
import static org.talentrecall.archive.store.ArchiveContract.row;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talentrecall.archive.audit.Actor;
import org.talentrecall.archive.audit.AuditEntry;
import org.talentrecall.archive.fact.Contact;
import org.talentrecall.archive.identity.Resolve;
import org.talentrecall.archive.intake.Container;
import org.talentrecall.archive.intake.ImportId;
import org.talentrecall.archive.intake.Intake;
import org.talentrecall.archive.intake.Reading;
import org.talentrecall.archive.intake.Reconciliation.SourceBalance;
import org.talentrecall.archive.intake.Undo.Undone;
import org.talentrecall.archive.record.ContentHash;
import org.talentrecall.archive.record.Correction;
import org.talentrecall.archive.record.RecordId;
import org.talentrecall.archive.record.RecordKind;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.archive.record.SourceRecord;
import org.talentrecall.archive.record.Subject;

/** What undoing promises on every database. */
abstract class UndoContract {
    private static final long SEED = 20261125;

    @TempDir
    Path folder;

    private ArchiveStore archive;
    private Intake intake;
    private int runs;

    abstract DataSource emptyDatabase();

    abstract int rounds();

    @BeforeEach
    void open() {
        archive =
                ArchiveStore.open(emptyDatabase(), folder.resolve("raw"), Actor.user("alice"), ArchiveContract.clock());
        intake = archive.intake();
        runs = 0;
    }

    @Test
    void what_only_the_import_knew_is_gone_and_what_it_changed_stands_again() {
        ImportId first = begin();
        intake.accept(
                first, List.of(person("1", 1), person("2", 2), person("3", 3)), done(LOG, "log.xlsx", 1, 3), false);
        String before = hash();
        ImportId second = begin();
        intake.accept(
                second,
                List.of(person("1", 1), person("2", 1), person("4", 4), rejected("5")),
                done(LOG, "log.xlsx", 2, 4),
                false);
        assertThat(hash()).isNotEqualTo(before);
        assertThat(archive.dossiers().count()).isEqualTo(2);

        Undone undone = archive.undo().undo(second);

        assertThat(hash()).isEqualTo(before);
        assertThat(archive.dossiers().count()).isEqualTo(3);
        assertThat(undone).isEqualTo(new Undone(second, 2, 2, 0, List.of(LOG)));
        assertThat(balance()).containsExactly(new SourceBalance(LOG, 3, 3, 0, 0, 0));
        AuditEntry entered = archive.audit().latest(9).stream()
                .filter(entry -> entry.action().equals("UNDO"))
                .findFirst()
                .orElseThrow();
        assertThat(entered.subjects()).containsExactly("import:" + second);
        assertThat(archive.imports().find(second).orElseThrow().undone()).isEqualTo(NOW);
        assertThat(archive.imports().find(second).orElseThrow().undoneBy()).isEqualTo("user:alice");
        assertThatThrownBy(() -> archive.undo().undo(second)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void of_a_first_import_nothing_is_left_to_count() {
        String before = hash();
        ImportId only = begin();
        intake.accept(only, List.of(person("1", 1), rejected("2")), done(LOG, "log.xlsx", 1, 2), false);
        resolve();

        archive.undo().undo(only);

        assertThat(hash()).isEqualTo(before);
        assertThat(archive.reconciliation().sources()).isEmpty();
        assertThat(archive.dossiers().count()).isZero();
    }

    @Test
    void what_was_undone_is_not_read_again_by_itself_until_it_is_released() {
        intake.accept(begin(), List.of(person("1", 1)), done(LOG, "log.xlsx", 1, 1), false);
        Container before = intake.container(LOG, "log.xlsx").orElseThrow();
        ImportId second = begin();
        intake.accept(second, List.of(person("1", 2)), before.again("f2").advanced("0:9", 1, true), false);
        intake.accept(second, List.of(person("7", 7)), done(LOG, "new.xlsx", 1, 1), false);

        archive.undo().undo(second);

        Container held = intake.container(LOG, "log.xlsx").orElseThrow();
        assertThat(held.fingerprint()).isEqualTo("f2");
        assertThat(held.complete()).isTrue();
        assertThat(intake.container(LOG, "new.xlsx").orElseThrow().complete()).isTrue();

        archive.undo().release(List.of(LOG));

        assertThat(intake.container(LOG, "log.xlsx")).contains(before);
        assertThat(intake.container(LOG, "new.xlsx")).isEmpty();
    }

    @Test
    void a_changed_file_is_read_again_after_an_undo_and_balances() {
        intake.accept(begin(), List.of(person("1", 1), person("2", 2)), done(LOG, "log.xlsx", 1, 2), false);
        ImportId second = begin();
        intake.accept(second, List.of(person("1", 2), person("2", 2)), done(LOG, "log.xlsx", 2, 2), false);
        archive.undo().undo(second);
        Container held = intake.container(LOG, "log.xlsx").orElseThrow();

        ImportId third = begin();
        intake.accept(third, List.of(person("1", 3)), held.again("f3").advanced("", 1, true), false);

        assertThat(balance()).containsExactly(new SourceBalance(LOG, 1, 1, 0, 0, 0));
        archive.undo().undo(third);
        assertThat(balance()).containsExactly(new SourceBalance(LOG, 2, 2, 0, 0, 0));
    }

    @Test
    void a_growing_folder_goes_on_behind_what_was_undone() {
        intake.accept(begin(), List.of(person("1", 1)), new Container(LOG, "INBOX", "v", 1, "1", 1, true), true);
        ImportId second = begin();
        intake.accept(second, List.of(person("2", 2)), new Container(LOG, "INBOX", "v", 1, "2", 2, true), true);
        ImportId third = begin();
        intake.accept(third, List.of(person("3", 3)), new Container(LOG, "INBOX", "v", 1, "3", 3, true), true);

        Undone undone = archive.undo().undo(second);

        assertThat(undone.removed()).isEqualTo(1);
        assertThat(balance()).containsExactly(new SourceBalance(LOG, 2, 2, 0, 0, 0));
        assertThat(intake.container(LOG, "INBOX").orElseThrow().cursor()).isEqualTo("3");
        archive.undo().undo(third);
        assertThat(balance()).containsExactly(new SourceBalance(LOG, 1, 1, 0, 0, 0));
    }

    @Test
    void what_a_later_import_said_again_stays_as_that_ones() {
        ImportId first = begin();
        intake.accept(first, List.of(person("1", 1), person("2", 2)), done(LOG, "log.xlsx", 1, 2), false);
        ImportId second = begin();
        intake.accept(second, List.of(person("1", 9), person("3", 3)), done(LOG, "log.xlsx", 2, 2), false);
        ImportId third = begin();
        intake.accept(third, List.of(person("1", 9), person("3", 4)), done(LOG, "log.xlsx", 3, 2), false);
        String before = hash();

        Undone undone = archive.undo().undo(second);

        assertThat(hash()).isEqualTo(before);
        assertThat(undone.superseded()).isEqualTo(3);
        assertThat(archive.imports().find(third).orElseThrow().stored()).isEqualTo(2);
        archive.undo().undo(third);
        assertThat(archive.reconciliation().sources()).containsExactly(new SourceBalance(LOG, 2, 2, 0, 0, 0));
        archive.undo().undo(first);
        assertThat(archive.reconciliation().sources()).isEmpty();
    }

    /** Any one of a random history of imports undone, the archive is as if that one had not been. */
    @Test
    void the_archive_is_as_if_the_import_had_never_been() {
        for (int round = 0; round < rounds(); round++) {
            long seed = SEED + round;
            int undone = new Random(seed * 31).nextInt(5);
            open();
            List<ImportId> ids = history(seed, -1);
            resolve();
            archive.undo().undo(ids.get(undone));
            String after = hash();
            List<SourceBalance> counts = archive.reconciliation().sources();
            assertThat(counts).as("seed %s", seed).allMatch(SourceBalance::balanced);

            open();
            history(seed, undone);
            assertThat(after).as("seed %s", seed).isEqualTo(hash());
            assertThat(counts)
                    .as("seed %s", seed)
                    .isEqualTo(archive.reconciliation().sources());
        }
    }

    /** All undone, newest first or in any order, nothing is left. */
    @Test
    void nothing_is_left_when_all_is_undone_in_any_order() {
        String empty = hash();
        for (int round = 0; round < rounds(); round++) {
            open();
            List<ImportId> ids = new ArrayList<>(history(SEED + round, -1));
            resolve();
            java.util.Collections.shuffle(ids, new Random(SEED + round));
            for (ImportId id : ids) {
                archive.undo().undo(id);
                assertThat(archive.reconciliation().sources())
                        .as("round %s", round)
                        .allMatch(SourceBalance::balanced);
            }
            assertThat(hash()).as("round %s", round).isEqualTo(empty);
            assertThat(archive.reconciliation().sources()).isEmpty();
        }
    }

    /** Five imports over two workbooks, which are read whole when they change, and a mail folder, which grows. */
    private List<ImportId> history(long seed, int without) {
        Random random = new Random(seed);
        Map<String, Integer> scans = new TreeMap<>();
        int mails = 0;
        List<ImportId> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ImportId id = begin();
            ids.add(id);
            for (String file : List.of("a.xlsx", "b.xlsx")) {
                if (random.nextInt(3) == 0) {
                    continue;
                }
                List<Reading> rows = new ArrayList<>();
                for (int key = 0; key < 8; key++) {
                    int choice = random.nextInt(6);
                    if (choice == 0) {
                        rows.add(rejected(file + key));
                    } else if (choice == 1) {
                        rows.add(twin(file + key, "same" + random.nextInt(2), random.nextInt(4)));
                    } else if (choice < 5) {
                        rows.add(person(file + key, random.nextInt(6)));
                    }
                }
                if (i != without) {
                    int scan = scans.merge(file, 1, Integer::sum);
                    Container whole = done(LOG, file, scan, 0).advanced("", rows.size(), true);
                    int half = rows.size() / 2;
                    intake.accept(
                            id,
                            rows.subList(0, half),
                            done(LOG, file, scan, half).advanced("", 0, false),
                            false);
                    intake.accept(id, rows.subList(half, rows.size()), whole, false);
                }
            }
            int more = random.nextInt(3);
            List<Reading> messages = new ArrayList<>();
            for (int m = 0; m < more; m++) {
                messages.add(person("mail" + i + "-" + m, random.nextInt(6)));
            }
            if (i != without && more > 0) {
                mails += more;
                intake.accept(
                        id, messages, new Container(LOG, "INBOX", "v", 1, Integer.toString(mails), mails, true), true);
            }
        }
        return ids;
    }

    private List<SourceBalance> balance() {
        resolve();
        return archive.reconciliation().sources();
    }

    private ImportId begin() {
        return archive.imports().begin("import", "run-" + ++runs, NOW);
    }

    private String hash() {
        resolve();
        return archive.hash();
    }

    private void resolve() {
        Resolve.Progress progress = archive.resolve().next(500);
        while (progress.waiting() > 0) {
            progress = archive.resolve().next(500);
        }
    }

    @Test
    void a_correction_replaces_the_rejected_record_until_it_is_undone() {
        intake.accept(begin(), List.of(person("1", 1), rejected("2")), done(LOG, "log.xlsx", 1, 2), false);
        RecordId wrong = RecordId.of(LOG, "2");
        String before = hash();
        ImportId fix = begin();

        intake.accept(fix, List.of(corrected("c", "2026-11-24T08:30:00Z", 2)), done(FIXED, "back.xlsx", 1, 1), false);

        assertThat(balance())
                .containsExactly(new SourceBalance(FIXED, 1, 1, 0, 0, 0), new SourceBalance(LOG, 2, 1, 1, 0, 0));
        assertThat(archive.reconciliation().rejected(9)).isEmpty();
        assertThat(intake.rejected(List.of(wrong, RecordId.of(LOG, "1")))).containsExactly(wrong);
        assertThat(archive.dossiers().count()).isEqualTo(2);
        AuditEntry entered = archive.audit().latest(9).stream()
                .filter(entry -> entry.action().equals("CORRECTION"))
                .findFirst()
                .orElseThrow();
        assertThat(entered.detail()).containsEntry("replaces", "record:" + wrong);

        // Both are read again, unchanged.
        intake.accept(begin(), List.of(person("1", 1), rejected("2")), done(LOG, "log.xlsx", 2, 2), false);
        assertThat(balance())
                .containsExactly(new SourceBalance(FIXED, 1, 1, 0, 0, 0), new SourceBalance(LOG, 2, 1, 1, 0, 0));

        archive.undo().undo(fix);

        assertThat(balance()).containsExactly(new SourceBalance(LOG, 2, 1, 0, 1, 0));
        assertThat(hash()).isEqualTo(before);
        assertThat(archive.reconciliation().rejected(9)).hasSize(1);
    }

    @Test
    void a_rejected_record_that_is_withdrawn_leaves_its_correction_alone() {
        intake.accept(begin(), List.of(person("1", 1), rejected("2")), done(LOG, "log.xlsx", 1, 2), false);
        intake.accept(
                begin(), List.of(corrected("c", "2026-11-24T08:30:00Z", 2)), done(FIXED, "back.xlsx", 1, 1), false);

        intake.accept(begin(), List.of(person("1", 1)), done(LOG, "log.xlsx", 2, 1), false);

        assertThat(balance())
                .containsExactly(new SourceBalance(FIXED, 1, 1, 0, 0, 0), new SourceBalance(LOG, 1, 1, 0, 0, 0));
        assertThat(intake.rejected(List.of(RecordId.of(LOG, "2")))).isEmpty();
        intake.withdraw(begin(), intake.container(FIXED, "back.xlsx").orElseThrow());
        intake.accept(begin(), List.of(person("1", 1), rejected("2")), done(LOG, "log.xlsx", 3, 2), false);
        assertThat(balance()).containsExactly(new SourceBalance(LOG, 2, 1, 0, 1, 0));
    }

    @Test
    void a_correction_that_is_wrong_still_is_rejected_in_place_of_the_record_and_the_latest_right_one_stands() {
        intake.accept(begin(), List.of(rejected("2")), done(LOG, "log.xlsx", 1, 1), false);
        Reading wrong = Reading.rejected(correction("a", "2026-11-24T08:30:00Z"), "NO_NAME", "There is no name still.");

        intake.accept(begin(), List.of(wrong), done(FIXED, "a.xlsx", 1, 1), false);

        assertThat(archive.reconciliation().rejected(9))
                .extracting(one -> one.sentence())
                .containsExactly("There is no name still.");
        assertThat(balance())
                .containsExactly(new SourceBalance(FIXED, 1, 0, 0, 1, 0), new SourceBalance(LOG, 1, 0, 1, 0, 0));

        Reading later = corrected("z", "2026-11-25T08:30:00Z", 3);
        Reading sooner = corrected("y", "2026-11-24T09:30:00Z", 4);
        intake.accept(begin(), List.of(later), done(FIXED, "z.xlsx", 1, 1), false);
        ImportId last = begin();
        intake.accept(last, List.of(sooner), done(FIXED, "y.xlsx", 1, 1), false);

        assertThat(balance())
                .containsExactly(new SourceBalance(FIXED, 3, 1, 2, 0, 0), new SourceBalance(LOG, 1, 0, 1, 0, 0));
        assertThat(intake.rejected(List.of(later.record().id(), wrong.record().id())))
                .containsExactly(wrong.record().id());
        String stood = hash();
        archive.undo().undo(last);
        assertThat(archive.dossiers().count()).isEqualTo(1);
        intake.accept(begin(), List.of(sooner), done(FIXED, "y.xlsx", 1, 1), false);
        assertThat(hash()).isEqualTo(stood);
    }

    private static Reading person(String key, int phone) {
        return row(key, name("王建国"), new Contact(Contact.Kind.PHONE, "+861380000000" + phone, "1380000000" + phone));
    }

    private static Reading rejected(String key) {
        return Reading.rejected(ArchiveContract.record(LOG, key, null), "NO_NAME", "Row has no name; fill column A.");
    }

    private static final SourceId FIXED = new SourceId("data-review");

    private static SourceRecord correction(String key, String at) {
        String corrects = new Correction(RecordId.of(LOG, "2"), Instant.parse(at)).key();
        return new SourceRecord(
                RecordId.of(FIXED, key),
                FIXED,
                RecordKind.ROW,
                key,
                ContentHash.of(new byte[0]),
                null,
                RecordId.of(LOG, "2"),
                corrects);
    }

    private static Reading corrected(String key, String at, int phone) {
        return Reading.stored(
                correction(key, at),
                Subject.PERSON,
                ArchiveContract.stated(
                        key,
                        name("李雷"),
                        new Contact(Contact.Kind.PHONE, "+861380000000" + phone, "1380000000" + phone)),
                List.of());
    }

    private static Reading twin(String key, String duplicateKey, int phone) {
        SourceRecord twin = new SourceRecord(
                RecordId.of(LOG, key), LOG, RecordKind.ROW, key, ContentHash.of(new byte[0]), null, null, duplicateKey);
        return Reading.stored(
                twin,
                Subject.PERSON,
                ArchiveContract.stated(
                        key,
                        name("韩梅梅"),
                        new Contact(Contact.Kind.PHONE, "+861390000000" + phone, "1380000000" + phone)),
                List.of());
    }
}
