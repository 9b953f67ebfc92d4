package org.talentrecall.archive.record;

/** Whom or what a record speaks about. A record speaks of one subject at most. */
public enum Subject {
    /** One person. */
    PERSON,
    /** One opening. */
    OPENING,
    /** Nobody: rejected, suppressed, or a mail whose attachments say it all. */
    NONE
}
