package org.talentrecall.ingest.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RememberedTest {
    private final List<String> asked = new ArrayList<>();
    private final Remembered<Integer> lengths = new Remembered<>(words -> {
        asked.add(words);
        return words.length();
    });

    @Test
    void remembers_words_that_came_twice() {
        for (int i = 0; i < 5; i++) {
            assertThat(lengths.read("薪资超预算")).isEqualTo(5);
        }
        assertThat(asked).containsExactly("薪资超预算", "薪资超预算");
    }

    @Test
    void keeps_words_of_one_hash_apart() {
        assertThat("Aa1").hasSameHashCodeAs("BB1");
        Remembered<String> words = new Remembered<>(word -> "read " + word);
        for (int i = 0; i < 5; i++) {
            assertThat(words.read("Aa1")).isEqualTo("read Aa1");
            assertThat(words.read("BB1")).isEqualTo("read BB1");
        }
    }

    @Test
    void words_that_come_once_push_nothing_out() {
        lengths.read("再看看");
        lengths.read("再看看");
        for (int i = 0; i < 100_000; i++) {
            lengths.read("沟通顺畅，打分" + i);
        }
        asked.clear();
        assertThat(lengths.read("再看看")).isEqualTo(3);
        assertThat(asked).isEmpty();
    }

    @Test
    void does_not_keep_long_texts() {
        String opinion = "很好".repeat(101);
        for (int i = 0; i < 3; i++) {
            lengths.read(opinion);
        }
        assertThat(asked).hasSize(3);
    }
}
