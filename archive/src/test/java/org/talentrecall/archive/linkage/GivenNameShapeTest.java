package org.talentrecall.archive.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GivenNameShapeTest {
    @ParameterizedTest
    @CsvSource({
        "淼, ONE_SIGN",
        "𠮷, ONE_SIGN",
        "建国, SIGNS",
        "阿依古丽, SIGNS",
        "wei, ONE_SYLLABLE",
        "jianguo, SYLLABLES",
        "lyu, ONE_SYLLABLE",
        "kevin, WESTERN",
        "susan, WESTERN",
        "w, WESTERN"
    })
    void a_given_name_has_a_shape(String given, GivenNameShape shape) {
        assertThat(GivenNameShape.of(given)).isEqualTo(shape);
    }
}
