package org.talentrecall.index;

import java.util.Locale;

/** The indices. Others know them by their aliases. */
enum IndexName {
    CANDIDATES,
    OPENINGS,
    RECOMMENDATIONS,
    COMMUNICATIONS,
    RUNS;

    /** The name that HR, Kibana and the program use. */
    String alias() {
        return "recall-" + name().toLowerCase(Locale.ROOT);
    }

    /** The file with settings and mappings. */
    String resource() {
        return "/org/talentrecall/index/elasticsearch/" + name().toLowerCase(Locale.ROOT) + ".json";
    }
}
