package org.talentrecall.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Counts values that were read rightly, read wrongly and missed, as one field of a measurement. */
final class Tally {
    private final String field;
    private int right;
    private int read;
    private int wanted;

    Tally(String field) {
        this.field = field;
    }

    /** Compares two bags of normalised values; returns how many were missed or wrong. */
    int add(List<String> truth, List<String> found) {
        List<String> open = new ArrayList<>(found);
        int hits = 0;
        for (String value : truth) {
            if (open.remove(value)) {
                hits++;
            }
        }
        right += hits;
        read += found.size();
        wanted += truth.size();
        return truth.size() - hits + open.size();
    }

    void add(Tally other) {
        right += other.right;
        read += other.read;
        wanted += other.wanted;
    }

    String field() {
        return field;
    }

    boolean isEmpty() {
        return wanted == 0;
    }

    double f1() {
        return read + wanted == 0 ? 1 : 2.0 * right / (read + wanted);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%-14s P %.3f  R %.3f  F1 %.3f   (%d wanted, %d read)",
                field,
                read == 0 ? 1.0 : (double) right / read,
                wanted == 0 ? 1.0 : (double) right / wanted,
                f1(),
                wanted,
                read);
    }
}
