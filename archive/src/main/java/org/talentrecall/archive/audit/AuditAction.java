package org.talentrecall.archive.audit;

/** What can be done to the archive, and from the archive to the world. Names are kept for ever. */
public enum AuditAction {
    /** An import or a night's reading began. */
    IMPORT_BEGUN,
    /** It came to its end; the counts say what it brought. */
    IMPORT_ENDED,
    /** An import's sources were read again with today's readers. */
    RERUN,
    /** An import was taken back. */
    UNDO,
    /** Persons that had been two became one. */
    MERGE,
    /** A person became several. */
    SPLIT,
    /** Somebody answered a question of the review. */
    REVIEW,
    /** A rejected row was put right. */
    CORRECTION,
    /** Somebody spoke or wrote to a candidate. */
    CONTACT,
    /** A candidate joined, declined, or failed. */
    OUTCOME,
    /** A person may not be contacted until further notice. */
    HOLD,
    /** Data of persons left the system. */
    EXPORT,
    /** A person was erased. */
    ERASURE,
    /** Persons whose time was over were removed. */
    RETENTION,
    /** A night's report left the house. */
    REPORT_SENT,
    /** A report did not leave because the numbers do not agree. */
    REPORT_HELD_BACK,
    /** The archive was backed up. */
    BACKUP,
    /** The archive was brought back from a backup. */
    RESTORE
}
