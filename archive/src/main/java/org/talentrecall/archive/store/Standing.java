package org.talentrecall.archive.store;

import org.talentrecall.archive.record.Disposition;

/** How a record stands now, as the database words it. */
enum Standing {
    STORED,
    MERGED,
    REJECTED,
    SUPPRESSED,
    /** Its place is gone or says something that is no record any more. Takes no part in any count. */
    WITHDRAWN;

    static Standing of(Disposition disposition) {
        return valueOf(disposition.word());
    }
}
