package org.talentrecall.ingest.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.talentrecall.archive.text.GatedPattern;

class RuleTableTest {
    @ParameterizedTest
    @ValueSource(strings = {"rejection", "opinion", "stance"})
    void every_rule_finds_what_its_expression_finds(String table) {
        List<String> texts = SpecTable.rows(table + "s.tsv")
                .map(row -> RuleTable.halfWidth(String.join(" ", row)))
                .toList();
        int found = 0;
        for (GatedPattern rule : RuleTable.load(table + "-rules.tsv").expressions()) {
            Pattern plain = Pattern.compile(rule.toString(), Pattern.CASE_INSENSITIVE);
            for (String text : texts) {
                List<String> expected = new ArrayList<>();
                Matcher all = plain.matcher(text);
                while (all.find()) {
                    expected.add(all.start() + " " + all.group());
                }
                List<String> gated = new ArrayList<>();
                GatedPattern.Search search = rule.matcher(text);
                while (search.find()) {
                    gated.add(search.start() + " " + search.group());
                }
                assertThat(gated).as("%s in %s", rule, text).isEqualTo(expected);
                found += gated.size();
            }
        }
        assertThat(found).isPositive();
    }
}
