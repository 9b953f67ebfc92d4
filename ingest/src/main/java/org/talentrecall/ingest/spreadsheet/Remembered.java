package org.talentrecall.ingest.spreadsheet;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Remembers how the last few thousand different words were read: lists say the same reasons, dates and pay over and over,
 * and understanding words costs a hundred times what reading a cell costs. Not safe for use by several threads.
 *
 * @param <V> what words are read into; must not depend on anything but the words
 */
final class Remembered<V> {
    private static final int MOST = 4096;
    /** Long texts hardly repeat, and would fill the memory. */
    private static final int LONGEST = 200;

    private final Function<String, V> reader;
    private final Map<String, V> known = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > MOST;
        }
    };

    Remembered(Function<String, V> reader) {
        this.reader = reader;
    }

    V read(String words) {
        if (words.length() > LONGEST) {
            return reader.apply(words);
        }
        V before = known.get(words);
        if (before != null) {
            return before;
        }
        V fresh = reader.apply(words);
        known.put(words, fresh);
        return fresh;
    }
}
