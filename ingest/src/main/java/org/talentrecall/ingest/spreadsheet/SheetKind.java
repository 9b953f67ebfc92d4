package org.talentrecall.ingest.spreadsheet;

/** What the rows of a sheet are about. */
public enum SheetKind {
    INTERVIEWS,
    CANDIDATES,
    OPENINGS,
    COMMUNICATIONS,
    CAREER_UPDATES,
    OUTCOMES
}
