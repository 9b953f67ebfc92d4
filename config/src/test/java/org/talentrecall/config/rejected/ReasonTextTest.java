package org.talentrecall.config.rejected;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.talentrecall.ingest.message.Message;

class ReasonTextTest {
    private static final Pattern REJECTED =
            Pattern.compile("(?:Rejected|rejected|Refused)\\([^;\"]{0,80}(?:\"#file\"\\), )?\"([A-Z][A-Z_0-9]+)\"");
    private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    private static Stream<Path> sources(String module) {
        try {
            return Files.walk(Path.of("..", module, "src", "main", "java"))
                    .filter(file -> file.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> codes(Path source) {
        try {
            return REJECTED
                    .matcher(Files.readString(source).replaceAll("\\s+", " "))
                    .results()
                    .map(found -> found.group(1))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void chinese_has_words_for_every_code_that_a_reader_writes() {
        Set<String> written = Stream.of("ingest", "archive")
                .flatMap(ReasonTextTest::sources)
                .flatMap(ReasonTextTest::codes)
                .collect(Collectors.toCollection(TreeSet::new));
        Stream.of(Message.Fault.values()).map(Enum::name).forEach(written::add);

        assertThat(written).contains("NO_NAME", "NO_TABLE", "TOO_DEEP", "UNKNOWN_ANSWER");
        assertThat(ResourceBundle.getBundle("org.talentrecall.config.rejected.reasons", CHINESE)
                        .keySet())
                .containsAll(written);
    }

    @Test
    void takes_the_sentence_along_where_it_tells_more_than_the_code() {
        ReasonText chinese = new ReasonText(CHINESE);
        assertThat(chinese.of("NO_NAME", "No name in row 5: fill one in, or delete the row."))
                .isEqualTo("没有（完整的）姓名：请补上，或删除该行。（第 5 行）");
        assertThat(chinese.of(
                        "TWO_PEOPLE",
                        "More than one person in 台账, 2025.xlsx, sheet 面试, 二组, cell B12: give each a row."))
                .endsWith("（工作表“面试, 二组”单元格 B12）");
        assertThat(chinese.of("NO_TITLE", "No title of a post: fill it in.")).endsWith("。");
        assertThat(chinese.of("UNSURE_MAPPING", "What (60 %): name: [A]")).endsWith("（What (60 %): name: [A]）");
    }

    @Test
    void a_code_newer_than_the_words_and_english_keep_the_sentence() {
        assertThat(new ReasonText(CHINESE).of("NEWER_CODE", "A sentence.")).isEqualTo("A sentence.");
        assertThat(new ReasonText(Locale.ENGLISH).of("NO_NAME", "No name.")).isEqualTo("No name.");
    }
}
