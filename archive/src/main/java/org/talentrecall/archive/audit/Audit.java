package org.talentrecall.archive.audit;

import java.util.List;

/**
 * The list of what was done. Nothing is ever changed or taken out. Safe for use by several threads and processes; entries
 * are added one at a time, so enter late in a transaction.
 */
public interface Audit {
    /**
     * Enters something in the name of whom this archive was opened for. Joins the caller's transaction, and should be called
     * inside the one that does what is entered.
     */
    AuditEntry append(AuditEvent event);

    /** Enters something in another's name: the sender of a mail, the reviewer of a workbook. */
    AuditEntry append(Actor actor, AuditEvent event);

    /** The newest entries first. */
    List<AuditEntry> latest(int limit);

    /** Reads the whole chain, and what was noted of it outside the database. */
    AuditProof verify();
}
