package org.talentrecall.ingest.spreadsheet.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.talentrecall.archive.record.ContentHash;

class WordsHashTest {
    private static final List<String> PIECES = List.of(
            "",
            "a",
            "Java",
            "\u007f",
            "\u0080",
            "é",
            "\u07ff",
            "\u0800",
            "王建国",
            "\uffff",
            "𠮷",
            "\ud842",
            "\udfb7",
            "\udfb7\ud842");

    @Test
    void hashes_words_as_their_bytes() {
        Random random = new Random(20261125);
        WordsHash words = new WordsHash();
        for (int i = 0; i < 2_000; i++) {
            StringBuilder all = new StringBuilder();
            int many = random.nextInt(8);
            for (int piece = 0; piece < many; piece++) {
                String word = PIECES.get(random.nextInt(PIECES.size())).repeat(random.nextInt(90));
                // Halves of a character in two words stay halves.
                words.add(word).add(WordsHash.NAMED);
                all.append(word).append('\t');
            }
            ContentHash expected = ContentHash.of(all.toString().getBytes(StandardCharsets.UTF_8));
            assertThat(words.hash()).isEqualTo(expected);
        }
    }

    @Test
    void begins_with_the_first_bytes_of_the_hash() {
        String hash = ContentHash.of("面试记录".getBytes(StandardCharsets.UTF_8)).value();
        assertThat(new WordsHash().add("面试").add("记录").beginning())
                .isEqualTo(Long.parseUnsignedLong(hash.substring(0, 16), 16));
    }
}
