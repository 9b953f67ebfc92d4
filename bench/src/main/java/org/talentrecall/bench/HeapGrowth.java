package org.talentrecall.bench;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Map;

/**
 * Living objects while little and while much is read.
 *
 * @param of what is counted, such as messages
 * @param little bytes while {@code few} of them were read
 * @param much bytes while {@code many} of them were read
 */
public record HeapGrowth(String of, int few, long little, int many, long much) {
    /** What collections, caches that fill up, and code that is compiled meanwhile may differ by. */
    private static final long SLACK = 8L << 20;

    private static final double MEGABYTE = 1 << 20;

    /** Bytes of the objects that are reachable just now. */
    public static long live() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Whether ten times as many need the same memory. */
    boolean isFlat() {
        return much <= little + SLACK;
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "living heap at most %.1f MB while reading %,d %s, %.1f MB while reading %,d: %s",
                little / MEGABYTE,
                few,
                of,
                much / MEGABYTE,
                many,
                isFlat() ? "flat" : "it grows");
    }

    Map<String, Object> figures() {
        return Map.of("of", of, "few", few, "bytesAtFew", little, "many", many, "bytesAtMany", much, "flat", isFlat());
    }
}
