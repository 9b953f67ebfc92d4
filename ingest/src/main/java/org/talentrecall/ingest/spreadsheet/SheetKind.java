package org.talentrecall.ingest.spreadsheet;

/** What the rows of a sheet are about. */
public enum SheetKind {
    INTERVIEWS,
    CANDIDATES,
    OPENINGS,
    COMMUNICATIONS,
    CAREER_UPDATES,
    OUTCOMES,
    /** People who must not be contacted; nobody becomes a candidate by standing here. */
    DO_NOT_CONTACT,
    /** The contacts somebody exported from LinkedIn ({@code Connections.csv}); nobody becomes a candidate by standing here. */
    CONNECTIONS
}
