package org.talentrecall.archive.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class GatedPatternTest {
    private static final List<String> REGEXES = List.of(
            "公司|集团|股份有限",
            "(?:个人|求职)?简历",
            "\\s*[|·]\\s*|\\s{2,}",
            "(?<![\\d.])(?:19|20)\\d{2}(?!\\d)",
            "\\b(?:java|c\\+\\+|\\.net)\\b",
            "^(?:负责|参与)|^[-*]\\s",
            "(?:公司|厂)(?:\\([^)]*\\))?$",
            "[^,，]{1,3}[,，]",
            "(?!java)[a-z]{2,}",
            "(?i)JAVA|Sql",
            "(.)\\1",
            "𠮷|[\\ud840\\udc00-\\ud87f\\udfff]",
            ".{2}师");
    private static final List<String> PIECES = List.of(
            "公司", "集团", "个人", "简历", " ", "  ", "\t", "|", "·", "2019", "19", "7", ".", "java", "Java", "c++", ".net",
            "负责", "-", "*", "(上海)", ",", "，", "师", "sql", "𠮷", "\ud842", "\n", "é", "x");

    private final Random random = new Random(20_261_125);

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int pieces = random.nextInt(7); pieces > 0; pieces--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    @Test
    void finds_what_the_pattern_finds() {
        int found = 0;
        for (String regex : REGEXES) {
            GatedPattern gated = GatedPattern.compile(regex);
            Pattern pattern = Pattern.compile(regex);
            for (int i = 0; i < 3_000; i++) {
                String text = text();
                List<String> matches = matches(pattern.matcher(text));
                found += matches.size();
                assertThat(matches(gated.matcher(text)))
                        .as("'%s' in '%s'", regex, text)
                        .isEqualTo(matches);
                assertThat(gated.isIn(text)).isEqualTo(!matches.isEmpty());
                assertThat(gated.matcher(text).matches())
                        .isEqualTo(pattern.matcher(text).matches());
                assertThat(gated.matcher(text).lookingAt())
                        .isEqualTo(pattern.matcher(text).lookingAt());
                assertThat(gated.matcher(text).replaceAll("<>"))
                        .isEqualTo(pattern.matcher(text).replaceAll("<>"));
                assertThat(gated.matcher(text).replaceFirst("<>"))
                        .isEqualTo(pattern.matcher(text).replaceFirst("<>"));
                assertThat(gated.split(text)).isEqualTo(pattern.split(text));
            }
        }
        assertThat(found).isGreaterThan(5_000);
    }

    @Test
    void finds_behind_what_has_to_stand_before() {
        String regex = "(?<=[\\u4e00-\\u9fa5])\\s+(?=\\S)|(?<=[a-z]{2}),";
        GatedPattern gated = GatedPattern.compileBehind(regex, "一", "aa");
        Pattern pattern = Pattern.compile(regex);
        for (int i = 0; i < 3_000; i++) {
            String text = text();
            assertThat(matches(gated.matcher(text))).as(text).isEqualTo(matches(pattern.matcher(text)));
        }
    }

    @Test
    void begins_again_where_it_is_told() {
        GatedPattern.Search search = GatedPattern.compile("师").matcher("工程师,律师");
        assertThat(search.find(3)).isTrue();
        assertThat(search.start()).isEqualTo(5);
        assertThat(search.find()).isFalse();
        assertThat(search.find(0)).isTrue();
        assertThat(search.end()).isEqualTo(3);
    }

    @Test
    void refuses_patterns_that_have_no_first_character() {
        assertThatThrownBy(() -> GatedPattern.compile("a*")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> GatedPattern.compile("(?<=a)b")).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> matches(Matcher matcher) {
        List<String> matches = new ArrayList<>();
        while (matcher.find()) {
            matches.add(matcher.start() + "-" + matcher.end() + matcher.group());
        }
        return matches;
    }

    private static List<String> matches(GatedPattern.Search search) {
        List<String> matches = new ArrayList<>();
        while (search.find()) {
            matches.add(search.start() + "-" + search.end() + search.group());
        }
        return matches;
    }
}
