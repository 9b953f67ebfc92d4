package org.talentrecall.config.settings;

import java.util.Set;

/** The sections below {@code recall} in the settings. Each is bound by a record that refuses unknown keys. */
final class KnownSections {
    static final Set<String> NAMES =
            Set.of("home", "language", "archive", "ingest", "enrich", "elasticsearch", "scoring", "mail", "schedule");

    private KnownSections() {}
}
