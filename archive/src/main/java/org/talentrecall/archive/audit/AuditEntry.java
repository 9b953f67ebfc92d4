package org.talentrecall.archive.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One entry as it stands.
 *
 * @param number from 1, without gaps
 * @param at to the millisecond
 * @param action the name of an {@link AuditAction}; text, so that an older version shows what a newer one entered
 * @param hash SHA-256 over the hash of the entry before it and everything else in this one
 */
public record AuditEntry(
        long number,
        Instant at,
        String actor,
        String action,
        List<String> subjects,
        Map<String, Long> counts,
        Map<String, String> detail,
        String hash) {
    public AuditEntry {
        subjects = List.copyOf(subjects);
        counts = new java.util.TreeMap<>(counts);
        detail = new java.util.TreeMap<>(detail);
    }
}
