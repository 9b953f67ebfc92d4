package org.talentrecall.ingest.source;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A day from whose beginning on everything a source holds is to be read again. */
public record Since(LocalDate day, ZoneId zone) {
    /** Whether a time lies on the day or later; what has no time may. */
    public boolean includes(@Nullable Instant time) {
        return time == null || !time.isBefore(day.atStartOfDay(zone).toInstant());
    }
}
