package org.talentrecall.archive.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

    @ParameterizedTest
    @CsvSource({
        "DIGITS, 13800001234, 13800001234, SAME",
        "DIGITS, 13800001234, 13800001243, CLOSE",
        "DIGITS, 13800001234, 13800011243, LOOSE",
        "DIGITS, 13800001234, 13912345678, DIFFERENT",
        "DIGITS, 4, 7, DIFFERENT",
        "DATE, 1988, 1988, SAME",
        "DATE, 1988, 1989, CLOSE",
        "DATE, 1988, 1991, DIFFERENT",
        "DATE, 1988, 19880312, SOUND",
        "DATE, 19880312, 19881203, CLOSE",
        "DATE, 19880312, 19880313, CLOSE",
        "DATE, 19880312, 19790925, DIFFERENT",
        "MAIL, wangfang85@163.com, wangfang85@qq.com, CLOSE",
        "MAIL, wangfang85@163.com, wangfnag85@163.com, CLOSE",
        "MAIL, wangfang85@163.com, liuyang@163.com, DIFFERENT",
        "TEXT, tullaroopstreet, tullaroopstret, CLOSE",
        "TEXT, tullaroopstreet, giblinstreet, DIFFERENT",
        "TEXT, 中铁十一局建设工程, 中铁十二局建设工程, DIFFERENT",
        "TEXT, 市第一人民医院, 市第二人民医院, DIFFERENT",
        "TEXT, 三星电子股份, 三星电子, CLOSE",
        "TEXT, market5, market55, DIFFERENT",
        "TEXT, 58同城信息, 同城信息, LOOSE",
        "EXACT, a, b,",
        "PAGE, https://a.example/1, https://a.example/2, DIFFERENT",
        "PAGE, https://a.example/1, https://b.example/1,"
    })
    void values_agree_to_a_level(Comparison comparison, String one, String other, @Nullable Level level) {
        assertThat(comparison.compare(one, other)).isEqualTo(level);
        assertThat(comparison.compare(other, one)).isEqualTo(level);
    }

    @Test
    void the_short_cut_never_changes_what_jaro_winkler_says() {
        Random random = new Random(20261125);
        JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
        for (int i = 0; i < 20_000; i++) {
            String one = word(random);
            String other = random.nextBoolean() ? word(random) : one.substring(1) + one.charAt(0);
            double value = similarity.apply(one, other);
            Level expected = value >= 0.92 ? Level.CLOSE : value >= 0.82 ? Level.LOOSE : Level.DIFFERENT;
            assertThat(Comparison.text(one, other))
                    .as("%s %s, seed 20261125", one, other)
                    .isEqualTo(expected);
        }
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        int length = 2 + random.nextInt(9);
        for (int i = 0; i < length; i++) {
            word.append((char) ('a' + random.nextInt(5)));
        }
        return word.toString();
    }
}
