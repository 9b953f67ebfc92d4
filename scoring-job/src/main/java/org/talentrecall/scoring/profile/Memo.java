package org.talentrecall.scoring.profile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Keeps what was made of the texts asked for last: the same titles, requirements and passages come up thousands of times a
 * night. Only for pure functions. Safe for use by several threads.
 */
final class Memo<V> {
    private final Function<String, V> make;
    private final Map<String, V> latest;

    /** @param most how many texts are kept */
    Memo(int most, Function<String, V> make) {
        this.make = make;
        this.latest = Collections.synchronizedMap(new Latest<>(most));
    }

    V of(String text) {
        V known = latest.get(text);
        if (known != null) {
            return known;
        }
        V made = make.apply(text);
        latest.put(text, made);
        return made;
    }

    private static final class Latest<V> extends LinkedHashMap<String, V> {
        private final int most;

        Latest(int most) {
            super(64, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > most;
        }
    }
}
