package org.talentrecall.archive.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentTest {
    private final List<String> asked = new ArrayList<>();
    private final Recent<Integer> lengths = new Recent<>(4, text -> {
        asked.add(text);
        return text.length();
    });

    @Test
    void computes_once_what_is_asked_again() {
        assertThat(lengths.of("abc")).isEqualTo(3);
        assertThat(lengths.of("abc")).isEqualTo(3);
        assertThat(asked).containsExactly("abc");
    }

    @Test
    void is_right_however_many_texts_share_its_few_places() {
        for (int round = 0; round < 2; round++) {
            for (int length = 0; length < 200; length++) {
                assertThat(lengths.of("x".repeat(length))).isEqualTo(length);
            }
        }
    }

    @Test
    void tells_apart_texts_of_one_hash() {
        assertThat(lengths.of("Aa")).isEqualTo(2);
        assertThat(new Recent<>(1, text -> text).of("BB")).isEqualTo("BB");
        Recent<String> same = new Recent<>(1, text -> text);
        assertThat(same.of("Aa")).isEqualTo("Aa");
        assertThat(same.of("BB")).isEqualTo("BB");
    }
}
