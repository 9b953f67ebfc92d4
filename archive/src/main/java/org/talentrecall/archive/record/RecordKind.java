package org.talentrecall.archive.record;

/** What sort of place a record was read from. */
public enum RecordKind {
    /** The body of a mail message. */
    MAIL,
    /** One attached file of a mail message. */
    ATTACHMENT,
    /** A file on disk that is one document, such as a loose resume. */
    DOCUMENT,
    /** One row of a workbook's sheet or of a delimited file. */
    ROW,
    /** A web page. */
    PAGE,
    /** One entry of an RSS or Atom feed. */
    FEED_ENTRY
}
