package org.talentrecall.archive.record;

/** Whom or what a record speaks about. A record speaks of one subject at most. */
public enum Subject {
    /** One person. */
    PERSON,
    /**
     * One person, who is a candidate only where a record of subject PERSON tells of them too: an entry of a list of those
     * who must not be contacted, somebody's contact on a network. Waits in the archive for such a record.
     */
    MENTION,
    /** One opening. */
    OPENING,
    /** Nobody: rejected, suppressed, or a mail whose attachments say it all. */
    NONE
}
