package org.talentrecall.archive.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.talentrecall.archive.audit.Actor;
import org.talentrecall.archive.audit.Audit;
import org.talentrecall.archive.audit.AuditEntry;
import org.talentrecall.archive.audit.AuditEvent;
import org.talentrecall.archive.audit.AuditProof;
import org.talentrecall.archive.json.ArchiveJson;
import tools.jackson.core.type.TypeReference;

final class JdbcAudit implements Audit {
    private static final int PAGE = 1000;
    private static final TypeReference<List<String>> WORDS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Long>> NUMBERS = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

    private final Database database;
    private final AuditAnchors anchors;
    private final Actor actor;
    private final Clock clock;

    JdbcAudit(Database database, AuditAnchors anchors, Actor actor, Clock clock) {
        this.database = database;
        this.anchors = anchors;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    public AuditEntry append(AuditEvent event) {
        return append(actor, event);
    }

    @Override
    public AuditEntry append(Actor by, AuditEvent event) {
        return database.inTransaction(() -> {
            // The update comes first: it locks the row until the transaction ends.
            database.update("update audit_head set last_number = last_number + 1 where id = 1");
            AuditEntry entry = database.first(
                            "select last_number, last_hash from audit_head where id = 1",
                            (row, index) -> enter(by, event, row.getLong(1), row.getString(2)))
                    .orElseThrow(() -> new IllegalStateException("The audit has lost its head; restore a backup"));
            noteWhenCommitted(entry);
            return entry;
        });
    }

    private AuditEntry enter(Actor by, AuditEvent event, long number, String previous) {
        Instant now = Instant.ofEpochMilli(clock.millis());
        String subjects = Database.text(ArchiveJson.write(event.subjects()));
        String counts = Database.text(ArchiveJson.write(event.counts()));
        String detail = Database.text(ArchiveJson.write(event.detail()));
        String name = Database.text(by.name());
        String action = event.action().name();
        String hash =
                AuditChain.hash(previous, number, now.toEpochMilli(), List.of(name, action, subjects, counts, detail));
        database.update("""
                insert into audit_entry (entry_number, at_millis, actor, action, subjects, counts, detail,
                    previous_hash, hash)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, number, now.toEpochMilli(), name, action, subjects, counts, detail, previous, hash);
        database.update("update audit_head set last_hash = ? where id = 1", hash);
        return new AuditEntry(number, now, name, action, event.subjects(), event.counts(), event.detail(), hash);
    }

    /** An anchor of what is rolled back, or lost by a kill, would accuse an honest archive. */
    private void noteWhenCommitted(AuditEntry entry) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                database.settle();
                anchors.note(entry.number(), entry.hash());
            }
        });
    }

    @Override
    public List<AuditEntry> latest(int limit) {
        return database.list(
                "select * from audit_entry order by entry_number desc limit ?",
                (row, index) -> entry(row(row, index)),
                limit);
    }

    private static AuditEntry entry(AuditChain.Row row) {
        return new AuditEntry(
                row.number(),
                Instant.ofEpochMilli(row.millis()),
                row.actor(),
                row.action(),
                ArchiveJson.mapper().readValue(row.subjects(), WORDS),
                ArchiveJson.mapper().readValue(row.counts(), NUMBERS),
                ArchiveJson.mapper().readValue(row.detail(), DETAILS),
                row.hash());
    }

    private record Head(long number, String hash) {}

    @Override
    public AuditProof verify() {
        return database.inTransaction(() -> {
            // Locked first, so that nothing is added while the chain is read.
            Head head = database.first(
                            "select last_number, last_hash from audit_head where id = 1 for update",
                            (row, index) -> new Head(row.getLong(1), row.getString(2)))
                    .orElse(new Head(0, AuditChain.BEGINNING));
            AuditCheck check = new AuditCheck(anchors.all());
            long last = Long.MIN_VALUE;
            List<AuditChain.Row> page = page(last);
            while (!page.isEmpty()) {
                page.forEach(check::next);
                last = page.get(page.size() - 1).number();
                page = page(last);
            }
            return check.end(head.number(), head.hash());
        });
    }

    private List<AuditChain.Row> page(long after) {
        return database.list(
                "select * from audit_entry where entry_number > ? order by entry_number limit ?",
                JdbcAudit::row,
                after,
                PAGE);
    }

    private static AuditChain.Row row(ResultSet row, int index) throws SQLException {
        return new AuditChain.Row(
                row.getLong("entry_number"),
                row.getLong("at_millis"),
                row.getString("actor"),
                row.getString("action"),
                row.getString("subjects"),
                row.getString("counts"),
                row.getString("detail"),
                row.getString("previous_hash"),
                row.getString("hash"));
    }
}
