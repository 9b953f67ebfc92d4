package org.talentrecall.ingest.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequiredCharactersTest {
    private static String of(String expression) {
        return RequiredCharacters.of(expression)
                .map(TreeSet::new)
                .orElseThrow(() -> new AssertionError(expression + " requires nothing"))
                .stream()
                .map(String::valueOf)
                .collect(Collectors.joining());
    }

    @Test
    void names_what_every_match_holds() {
        assertThat(of("HC")).isEqualTo("h");
        assertThat(of("(?:freeze|stop)s?")).isEqualTo("fs");
        assertThat(of("[^,;]{0,8}?(?:maybe)?x")).isEqualTo("x");
        assertThat(of("[ab]{2,3}")).isEqualTo("ab");
        assertThat(of("[a-cx]+")).isEqualTo("abcx");
        assertThat(of("(?<what>[^,]{1,9})y")).isEqualTo("y");
        assertThat(of("(?<!n)g(?=o)(?!x)")).isEqualTo("g");
        assertThat(of("\\+\\.{2,}?")).isEqualTo("+");
        assertThat(of("x{0,2}y")).isEqualTo("y");
        assertThat(of("\\d+k")).isEqualTo("k");
        assertThat(of("(?:a(?:b|c)?|[de]f)")).isEqualTo("af");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a?", "(?:a|)", "a*|b", "(?:x|[^y])", "\\w+", ".", "(?=a)", "[a-z0-9\u4e00-\u9fa5]", "\\bs*"})
    void requires_nothing_where_a_match_can_do_without(String expression) {
        assertThat(RequiredCharacters.of(expression)).as(expression).isEmpty();
    }

    @Test
    void of_parts_that_must_be_there_the_one_with_the_fewest_is_taken() {
        assertThat(RequiredCharacters.of("(?:岗位|职位|编制).{0,8}?冻结")).contains(Set.of('冻'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rejection", "opinion", "stance"})
    void every_match_of_our_own_rules_holds_one(String table) {
        RuleTable rules = RuleTable.load(table + "-rules.tsv");
        List<String> texts = SpecTable.rows(table + "s.tsv")
                .map(row -> RuleTable.halfWidth(String.join(" ", row)))
                .toList();
        int told = 0;
        for (Pattern rule : rules.expressions()) {
            Optional<Set<Character>> required = RequiredCharacters.of(rule.pattern());
            told += required.isPresent() ? 1 : 0;
            for (String text : texts) {
                Matcher matcher = rule.matcher(text);
                while (required.isPresent() && matcher.find()) {
                    assertThat(matcher.group().chars().mapToObj(c -> Character.toLowerCase((char) c)))
                            .as(rule.pattern())
                            .containsAnyElementsOf(required.get());
                }
            }
        }
        assertThat(told)
                .as("nearly all rules require something")
                .isGreaterThan(rules.expressions().size() * 9 / 10);
    }
}
