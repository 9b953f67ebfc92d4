package org.talentrecall.ingest.spreadsheet;

/** Why a column counts as what it does. */
public enum Recognition {
    /** The operator's settings say so. */
    SETTINGS,
    /** The header is one of the words known for it. */
    SYNONYM,
    /** The header above it and its own together are. */
    PARENT,
    /** One of several words in the header is. */
    PART,
    /** But for the spelling it is. */
    SPELLING,
    /** The values beneath are of that shape. */
    VALUES
}
