package org.talentrecall.ingest.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.talentrecall.archive.fact.RejectionCode;
import org.talentrecall.archive.text.Embedder;

class RejectionClassifierTest {
    private final RejectionClassifier classifier = new RejectionClassifier();

    static Stream<List<String>> phrasings() {
        return SpecTable.rows("rejections.tsv");
    }

    @ParameterizedTest
    @MethodSource("phrasings")
    void reads_the_reason(List<String> row) {
        String read = classifier.read(row.get(0)).stream()
                .map(reason ->
                        reason.detail() == null ? reason.code().name() : reason.code() + "(" + reason.detail() + ")")
                .collect(Collectors.joining("; "));
        assertEquals(row.get(1), read, row.get(0));
    }

    @Test
    void the_table_is_long_enough_to_mean_something() {
        assertTrue(phrasings().count() >= 120);
    }

    @Test
    void blank_words_give_no_reason() {
        assertEquals(List.of(), classifier.read("  \n"));
    }

    @Test
    void each_reason_carries_its_own_sentence() {
        List<RejectionClassifier.Reason> reasons = classifier.read("薪资预期不符。另外缺乏ToB经验；人不错。");
        assertEquals(
                List.of("薪资预期不符", "另外缺乏ToB经验"),
                reasons.stream().map(RejectionClassifier.Reason::text).toList());
    }

    @Test
    void compares_by_meaning_what_no_rule_knows() {
        RejectionClassifier withMeaning = new RejectionClassifier(new MoneyEmbedder());
        RejectionClassifier.Reason reason = withMeaning.read("荷包装不下").get(0);
        assertEquals(RejectionCode.SALARY, reason.code());
        assertTrue(reason.confidence() <= 0.6);
        assertEquals(RejectionCode.UNKNOWN, withMeaning.read("天气不好").get(0).code());
    }

    @Test
    void likeness_alone_calls_nobody_dishonest() {
        Embedder falsehood = new Embedder() {
            @Override
            public float[] embed(String text) {
                boolean alike = text.contains("不真实") || text.equals("简历留存");
                return alike ? new float[] {1, 0} : new float[] {0, 1};
            }

            @Override
            public int dimensions() {
                return 2;
            }
        };
        assertEquals(
                RejectionCode.UNKNOWN,
                new RejectionClassifier(falsehood).read("简历留存").get(0).code());
        assertEquals(
                RejectionCode.INTEGRITY,
                new RejectionClassifier(falsehood).read("简历造假").get(0).code());
    }

    /** Knows one meaning, money, and everything else alike. */
    private static final class MoneyEmbedder implements Embedder {
        @Override
        public float[] embed(String text) {
            boolean money = Stream.of("薪", "钱", "荷包", "udget").anyMatch(text::contains);
            return money ? new float[] {1, 0} : new float[] {0, 1};
        }

        @Override
        public int dimensions() {
            return 2;
        }
    }
}
