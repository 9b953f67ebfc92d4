package org.talentrecall.archive.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talentrecall.archive.audit.Actor;
import org.talentrecall.archive.audit.Audit;
import org.talentrecall.archive.audit.AuditAction;
import org.talentrecall.archive.audit.AuditEntry;
import org.talentrecall.archive.audit.AuditEvent;
import org.talentrecall.archive.audit.AuditProof;
import org.talentrecall.archive.audit.AuditProof.Fault;
import org.talentrecall.archive.audit.AuditProof.Kind;
import org.talentrecall.archive.intake.ImportId;

/** What the audit promises on every database, whoever works on its tables. */
abstract class AuditContract {
    private static final int ENTRIES = 6;

    @TempDir
    Path folder;

    private ArchiveStore archive;
    private Audit audit;

    abstract DataSource emptyDatabase();

    abstract Database database();

    @BeforeEach
    void six_entries() {
        archive =
                ArchiveStore.open(emptyDatabase(), folder.resolve("raw"), Actor.user("alice"), ArchiveContract.clock());
        audit = archive.audit();
        for (int i = 1; i <= ENTRIES; i++) {
            audit.append(AuditEvent.of(AuditAction.UNDO, "import:" + i)
                    .count("withdrawn", i)
                    .detail("run", "test-" + i));
        }
    }

    @Test
    void an_untouched_chain_is_sound() {
        AuditProof proof = audit.verify();
        assertThat(proof.faults()).isEmpty();
        assertThat(List.of(proof.entries(), proof.head(), proof.anchors())).containsOnly(6L);
        AuditEntry newest = audit.latest(1).get(0);
        assertThat(newest.hash()).isEqualTo(proof.headHash());
        assertThat(newest.actor()).isEqualTo("user:alice");
        assertThat(newest.at()).isEqualTo(ArchiveContract.NOW);
        assertThat(newest.subjects()).containsExactly("import:6");
        assertThat(newest.counts()).containsEntry("withdrawn", 6L);
        assertThat(newest.detail()).containsEntry("run", "test-6");
    }

    @Test
    void every_column_is_vouched_for() {
        for (String change : List.of(
                "at_millis = at_millis + 1",
                "actor = 'user:mallory'",
                "action = 'IMPORT_ENDED'",
                "subjects = '[\"import:9\"]'",
                "counts = '{}'",
                "detail = '{}'",
                "hash = previous_hash")) {
            List<AuditEntry> before = audit.latest(ENTRIES);
            database().update("create table kept as select * from audit_entry");
            database().update("update audit_entry set " + change + " where entry_number = 3");
            assertThat(audit.verify().faults()).as(change).containsExactly(new Fault(3, Kind.EDITED));
            database().update("delete from audit_entry");
            database().update("insert into audit_entry select * from kept");
            database().update("drop table kept");
            assertThat(audit.latest(ENTRIES)).isEqualTo(before);
        }
        assertThat(audit.verify().sound()).isTrue();
    }

    @Test
    void an_edited_link_is_found() {
        database().update("update audit_entry set previous_hash = '" + "f".repeat(64) + "' where entry_number = 4");
        assertThat(audit.verify().faults()).containsExactly(new Fault(4, Kind.EDITED));
    }

    @Test
    void a_removed_entry_is_named() {
        database().update("delete from audit_entry where entry_number in (1, 4)");
        assertThat(audit.verify().faults()).containsExactly(new Fault(1, Kind.REMOVED), new Fault(4, Kind.REMOVED));
    }

    @Test
    void a_gap_that_was_closed_up_is_found() {
        database().update("delete from audit_entry where entry_number = 3");
        for (int number = 4; number <= ENTRIES; number++) {
            database().update("update audit_entry set entry_number = ? where entry_number = ?", number - 1, number);
        }
        assertThat(audit.verify().faults())
                .contains(new Fault(3, Kind.EDITED), new Fault(4, Kind.EDITED), new Fault(6, Kind.CUT_OFF));
    }

    @Test
    void exchanged_entries_are_found() {
        database().update("update audit_entry set entry_number = -2 where entry_number = 2");
        database().update("update audit_entry set entry_number = 2 where entry_number = 5");
        database().update("update audit_entry set entry_number = 5 where entry_number = -2");
        assertThat(audit.verify().faults()).contains(new Fault(2, Kind.EDITED), new Fault(5, Kind.EDITED));
    }

    @Test
    void an_entry_replaced_with_a_fitting_hash_is_found() {
        forge(3);
        assertThat(audit.verify().faults())
                .containsExactlyInAnyOrder(new Fault(3, Kind.REPLACED), new Fault(3, Kind.REWRITTEN));
    }

    @Test
    void a_chain_rewritten_to_its_end_is_found_by_its_anchors() {
        for (long number = 3; number <= ENTRIES; number++) {
            if (number > 3) {
                database()
                        .update(
                                "update audit_entry set previous_hash = (select hash from audit_entry where entry_number = ?)"
                                        + " where entry_number = ?",
                                number - 1,
                                number);
            }
            forge(number);
        }
        database().update("update audit_head set last_hash = (select hash from audit_entry where entry_number = 6)");

        assertThat(audit.verify().faults())
                .containsExactlyElementsOf(LongStream.rangeClosed(3, 6)
                        .mapToObj(number -> new Fault(number, Kind.REWRITTEN))
                        .toList());
    }

    @Test
    void a_cut_tail_is_found_by_the_head_and_without_it_by_the_anchors() {
        database().update("delete from audit_entry where entry_number > 4");
        assertThat(audit.verify().faults()).containsExactly(new Fault(5, Kind.CUT_OFF), new Fault(6, Kind.CUT_OFF));

        database()
                .update("update audit_head set last_number = 4,"
                        + " last_hash = (select hash from audit_entry where entry_number = 4)");
        assertThat(audit.verify().faults()).containsExactly(new Fault(5, Kind.CUT_OFF), new Fault(6, Kind.CUT_OFF));

        audit.append(AuditEvent.of(AuditAction.UNDO, "import:9"));
        audit.append(AuditEvent.of(AuditAction.UNDO, "import:10"));
        assertThat(audit.verify().faults()).containsExactly(new Fault(5, Kind.REWRITTEN), new Fault(6, Kind.REWRITTEN));
    }

    @Test
    void an_emptied_audit_is_found() {
        database().update("delete from audit_entry");
        database().update("update audit_head set last_number = 0, last_hash = '" + "0".repeat(64) + "'");
        assertThat(audit.verify().faults()).hasSize(ENTRIES).allMatch(fault -> fault.kind() == Kind.CUT_OFF);
    }

    @Test
    void a_note_that_was_cut_by_a_kill_accuses_nobody() throws IOException {
        Files.writeString(folder.resolve("audit-anchors.txt"), "\n7 abc", StandardOpenOption.APPEND);
        audit.append(AuditEvent.of(AuditAction.UNDO, "import:7"));
        assertThat(audit.verify().faults()).isEmpty();
        assertThat(audit.verify().anchors()).isEqualTo(7);
    }

    @Test
    void what_is_rolled_back_was_never_entered() {
        assertThatThrownBy(() -> database().inTransaction(() -> {
                    audit.append(AuditEvent.of(AuditAction.UNDO, "import:7"));
                    throw new IllegalStateException("broken off");
                }))
                .hasMessage("broken off");
        audit.append(AuditEvent.of(AuditAction.UNDO, "import:8"));

        AuditProof proof = audit.verify();
        assertThat(proof.faults()).isEmpty();
        assertThat(proof.head()).isEqualTo(7);
        assertThat(audit.latest(1).get(0).subjects()).containsExactly("import:8");
    }

    @Test
    void many_at_once_leave_no_gap_and_no_fork() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Void>> work = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                work.add(() -> {
                    for (int n = 0; n < 10; n++) {
                        audit.append(Actor.job("load"), AuditEvent.of(AuditAction.EXPORT, "P-1"));
                    }
                    return null;
                });
            }
            for (Future<Void> done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
        AuditProof proof = audit.verify();
        assertThat(proof.faults()).isEmpty();
        assertThat(proof.entries()).isEqualTo(ENTRIES + 80);
    }

    @Test
    void imports_enter_their_beginning_and_end() {
        ImportId id = archive.imports().begin("ingest", "night-1", ArchiveContract.NOW);
        archive.imports().begin("ingest", "night-1", ArchiveContract.NOW);
        archive.imports().end(id, ArchiveContract.NOW);
        archive.imports().end(id, ArchiveContract.NOW);

        assertThat(audit.latest(2)).extracting(AuditEntry::action).containsExactly("IMPORT_ENDED", "IMPORT_BEGUN");
        assertThat(audit.latest(3).get(2).subjects()).containsExactly("import:6");
        assertThat(audit.latest(1).get(0).counts()).containsKeys("stored", "merged", "rejected", "suppressed");
    }

    /** Writes other words into an entry, and the hash that fits them. */
    private void forge(long number) {
        database().update("update audit_entry set detail = '{\"run\":\"forged\"}' where entry_number = ?", number);
        String hash = database()
                .first(
                        "select * from audit_entry where entry_number = ?",
                        (row, index) -> AuditChain.hash(
                                row.getString("previous_hash"),
                                number,
                                row.getLong("at_millis"),
                                List.of(
                                        row.getString("actor"),
                                        row.getString("action"),
                                        row.getString("subjects"),
                                        row.getString("counts"),
                                        row.getString("detail"))),
                        number)
                .orElseThrow();
        database().update("update audit_entry set hash = ? where entry_number = ?", hash, number);
    }
}
