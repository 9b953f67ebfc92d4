package org.talentrecall.archive.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.talentrecall.archive.text.ResourceTable;

class VocabularyTest {
    private final Vocabulary vocabulary = Vocabulary.standard();

    @TestFactory
    Stream<DynamicTest> finds_terms_in_text() {
        return cases(
                "mentions.tsv",
                text -> String.join(
                        " ",
                        vocabulary.mentions(text).stream()
                                .map(mention -> mention.term().id())
                                .toList()));
    }

    @TestFactory
    Stream<DynamicTest> reads_seniority() {
        return cases("seniority.tsv", title -> Integer.toString(Seniority.of(title)));
    }

    @TestFactory
    Stream<DynamicTest> finds_cities() {
        return cases("cities.tsv", text -> String.join(" ", Cities.find(text)));
    }

    @TestFactory
    Stream<DynamicTest> compares_cities() {
        return ResourceTable.rows(VocabularyTest.class, "cases/same-city.tsv").stream()
                .map(row -> DynamicTest.dynamicTest(String.join(" ", row), () -> {
                    boolean same = row.get(2).equals("=");
                    assertThat(Cities.same(row.get(0), row.get(1))).isEqualTo(same);
                    assertThat(Cities.same(row.get(1), row.get(0))).isEqualTo(same);
                }));
    }

    @Test
    void mentions_lie_where_the_words_stand() {
        String text = "负责 Ｓｐｒｉｎｇ Ｂｏｏｔ 与區塊鏈平台";
        assertThat(vocabulary.mentions(text))
                .extracting(mention -> text.substring(mention.start(), mention.end()))
                .contains("Ｓｐｒｉｎｇ Ｂｏｏｔ", "區塊鏈");
    }

    @Test
    void finds_every_label_as_its_own_term() {
        for (Term term : vocabulary.terms()) {
            for (String label : term.labels()) {
                assertThat(vocabulary.find(label)).as(label).contains(term);
            }
        }
    }

    @Test
    void holds_every_kind_in_number() {
        assertThat(vocabulary.terms()).hasSizeGreaterThan(700);
        for (Term.Kind kind : List.of(Term.Kind.SKILL, Term.Kind.DOMAIN, Term.Kind.TITLE, Term.Kind.CERTIFICATE)) {
            assertThat(vocabulary.terms())
                    .as(kind.name())
                    .filteredOn(term -> term.kind() == kind)
                    .hasSizeGreaterThan(60);
        }
        assertThat(vocabulary.terms())
                .filteredOn(term -> term.kind() == Term.Kind.LANGUAGE)
                .hasSizeGreaterThan(30);
    }

    @Test
    void a_member_of_a_family_covers_the_family_and_not_the_reverse() {
        Term java = term("Java");
        Term boot = term("Spring Boot");
        assertThat(vocabulary.covers(java, boot)).isTrue();
        assertThat(vocabulary.covers(boot, java)).isFalse();
        assertThat(vocabulary.related(boot, java)).isTrue();
    }

    @Test
    void relates_what_belongs_together_and_nothing_else() {
        assertThat(vocabulary.related(term("SaaS"), term("企业服务"))).isTrue();
        assertThat(vocabulary.related(term("智能合约"), term("blockchain"))).isTrue();
        assertThat(vocabulary.related(term("风控分析师"), term("risk control"))).isTrue();
        assertThat(vocabulary.related(term("彩超"), term("医学影像"))).isTrue();
        assertThat(vocabulary.related(term("Java"), term("Python"))).isFalse();
        assertThat(vocabulary.related(term("区块链"), term("医疗器械"))).isFalse();
    }

    @Test
    void a_turkish_platform_finds_the_same_terms() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        try {
            assertThat(vocabulary.mentions("ELASTICSEARCH, REDIS"))
                    .extracting(mention -> mention.term().id())
                    .containsExactly("elasticsearch", "redis");
            assertThat(Seniority.of("DIRECTOR")).isEqualTo(5);
            assertThat(Cities.find("BEIJING")).containsExactly("北京");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void refuses_a_table_that_gives_one_label_to_two_terms() {
        List<List<String>> rows = List.of(List.of("one", "SKILL", "Word"), List.of("other", "SKILL", "word"));
        assertThatIllegalStateException().isThrownBy(() -> Vocabulary.of(rows)).withMessageContaining("word");
    }

    @Test
    void refuses_a_table_with_an_unknown_family() {
        List<List<String>> rows = List.of(List.of("one", "SKILL", "Word", "nowhere"));
        assertThatIllegalStateException().isThrownBy(() -> Vocabulary.of(rows)).withMessageContaining("nowhere");
    }

    private Term term(String label) {
        return vocabulary.find(label).orElseThrow();
    }

    private static Stream<DynamicTest> cases(String table, Function<String, String> read) {
        return ResourceTable.rows(VocabularyTest.class, "cases/" + table).stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.get(0),
                        () -> assertThat(read.apply(row.get(0)))
                                .isEqualTo(row.get(1).equals("-") ? "" : row.get(1))));
    }

    @Test
    void public_tables_add_words_and_change_none() {
        List<List<String>> own = List.of(List.of("cad", "SKILL", "CAD|AutoCAD"));
        List<List<String>> others = List.of(
                List.of("onet-autocad", "SKILL", "Autodesk AutoCAD|AutoCAD"),
                List.of("onet-maya", "SKILL", "Autodesk Maya"));

        Vocabulary vocabulary = Vocabulary.of(Vocabulary.complete(own, others));

        assertThat(vocabulary.find("Autodesk AutoCAD")).map(Term::id).contains("cad");
        assertThat(vocabulary.find("autocad")).map(Term::id).contains("cad");
        assertThat(vocabulary.find("Autodesk Maya")).map(Term::id).contains("onet-maya");
        assertThat(vocabulary.byId("onet-autocad")).isEmpty();
    }
}
