package org.talentrecall.archive.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.hankcs.hanlp.HanLP;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextFoldingTest {
    private static final List<String> PIECES = List.of(
            "王建国", "沈", "默", "船", "程", "式", "工程师", "Java", " ", "  ", "\t", "\n", "，", "。", "（", "Ａ", "１", "资", "訊",
            "資訊", "乾", "瞭", "解", "·", "“", "\u3000", "\u00a0", "é", "İ", "ﬁ", "㎡", "\u200b", "①", "𠮷", "ー", "~",
            "\u0301");

    @Test
    void folds_plain_characters_as_any_text() {
        for (int character = 0; character <= Character.MAX_VALUE; character++) {
            String text = "a" + (char) character + "国";
            String plain = TextFolding.foldPlain(text);
            if (plain != null) {
                assertThat(plain).as("U+%04X", character).isEqualTo(TextFolding.foldAny(text));
            }
        }
    }

    @Test
    void folds_plain_texts_as_any_text() {
        Random random = new Random(20261125);
        int plainOnes = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            int pieces = random.nextInt(6);
            for (int piece = 0; piece < pieces; piece++) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            String plain = TextFolding.foldPlain(text.toString());
            if (plain != null) {
                plainOnes++;
                assertThat(plain).isEqualTo(TextFolding.foldAny(text.toString()));
            }
        }
        assertThat(plainOnes).isGreaterThan(4_000);
    }

    @Test
    void gives_the_text_itself_when_nothing_changes() {
        String name = "沈建国 java";
        assertThat(TextFolding.fold(name)).isSameAs(name);
    }

    @Test
    void no_text_that_the_dictionary_changes_counts_as_plain() throws IOException {
        int changed = 0;
        for (String line : dictionary()) {
            String phrase = line.substring(0, line.indexOf('='));
            String text = phrase + "了";
            if (!HanLP.convertToSimplifiedChinese(text).equals(text)) {
                changed++;
                assertThat(TextFolding.fold(text)).as(phrase).isEqualTo(TextFolding.foldAny(text));
            }
        }
        assertThat(changed).isGreaterThan(2_500);
    }

    private static List<String> dictionary() throws IOException {
        try (InputStream in = Objects.requireNonNull(HanLP.class.getResourceAsStream("/data/dictionary/tc/t2s.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.indexOf('=') > 0)
                    .toList();
        }
    }
}
