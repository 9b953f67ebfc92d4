package org.talentrecall.ingest.spreadsheet.file.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExcelFormatTest {
    static List<String> specification() throws IOException {
        try (InputStream in = ExcelFormatTest.class.getResourceAsStream("number-formats.tsv")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("# format"))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("specification")
    void shows_numbers_as_excel_does(String line) {
        String[] columns = line.split("\t", -1);
        String shown = ExcelFormat.of(columns[0]).shown(Double.parseDouble(columns[1]), false);
        assertThat(shown.replace(' ', '·')).isEqualTo(columns[2].replace(' ', '·'));
    }

    @Test
    void tells_days_from_times() {
        assertThat(ExcelFormat.of("yyyy\"年\"m\"月\"").showsDay()).isTrue();
        assertThat(ExcelFormat.of("h:mm").showsDay()).isFalse();
        assertThat(ExcelFormat.of("h:mm").isDate()).isTrue();
        assertThat(ExcelFormat.of("0.00\" days\"").isDate()).isFalse();
        assertThat(ExcelFormat.of("[Red]0.00").isDate()).isFalse();
    }

    @Test
    void counts_from_1904_and_puts_words_around_texts() {
        assertThat(ExcelFormat.of("yyyy-mm-dd").shown(43_388, true)).isEqualTo("2022-10-16");
        assertThat(ExcelFormat.of("0;-0;0;\"[\"@\"]\"").shown("王建国")).isEqualTo("[王建国]");
        assertThat(ExcelFormat.of("0.00").shown("王建国")).isEqualTo("王建国");
    }

    @Test
    void shows_something_for_patterns_that_make_no_sense() {
        for (String pattern : List.of(
                "[", "\"", ";;;;;;", "\\", "_", "*", "0.0.0", "E+", "/", "[h", "[>]0", "#/0", ",,", "?/", "0/0")) {
            for (double number : new double[] {0, -1.5, 1e300, 45945.25, Double.MIN_VALUE}) {
                assertThat(ExcelFormat.of(pattern).shown(number, false).toUpperCase(Locale.ROOT))
                        .isNotNull();
            }
        }
    }
}
