package org.talentrecall.archive.audit;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something to be entered. Holds ids and numbers, never names, addresses, notes or file names: the audit outlives an erasure.
 *
 * @param subjects what it was done to, for example {@code import:12} or {@code P-0123456789ab}; at most {@value #SUBJECTS}
 * @param counts what came of it
 * @param detail what else is to be known, short words by short keys
 */
public record AuditEvent(
        AuditAction action, List<String> subjects, SortedMap<String, Long> counts, SortedMap<String, String> detail) {
    /** An event about more is entered as several. */
    public static final int SUBJECTS = 1000;

    private static final int LONGEST = 300;

    public AuditEvent {
        subjects = List.copyOf(subjects);
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
        detail = Collections.unmodifiableSortedMap(new TreeMap<>(detail));
        if (subjects.size() > SUBJECTS) {
            throw new IllegalArgumentException("An audit entry has at most " + SUBJECTS + " subjects");
        }
        if (tooLong(subjects) || tooLong(counts.keySet()) || tooLong(detail.keySet()) || tooLong(detail.values())) {
            throw new IllegalArgumentException("An audit entry holds words of at most " + LONGEST + " characters");
        }
    }

    private static boolean tooLong(Collection<String> words) {
        return words.stream().anyMatch(word -> word.length() > LONGEST);
    }

    public static AuditEvent of(AuditAction action, String... subjects) {
        return new AuditEvent(action, List.of(subjects), new TreeMap<>(), new TreeMap<>());
    }

    public static AuditEvent of(AuditAction action, List<String> subjects) {
        return new AuditEvent(action, subjects, new TreeMap<>(), new TreeMap<>());
    }

    /** The same with one more count. */
    public AuditEvent count(String key, long value) {
        SortedMap<String, Long> more = new TreeMap<>(counts);
        more.put(key, value);
        return new AuditEvent(action, subjects, more, detail);
    }

    /** The same with one more detail. */
    public AuditEvent detail(String key, String value) {
        return details(Map.of(key, value));
    }

    /** The same with more details. */
    public AuditEvent details(Map<String, String> added) {
        SortedMap<String, String> more = new TreeMap<>(detail);
        more.putAll(added);
        return new AuditEvent(action, subjects, counts, more);
    }
}
