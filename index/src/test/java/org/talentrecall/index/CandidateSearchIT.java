package org.talentrecall.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.talentrecall.archive.dossier.Dossier;
import org.talentrecall.archive.dossier.PersonId;
import org.talentrecall.archive.fact.NotHired;
import org.talentrecall.archive.fact.OpeningDescription;
import org.talentrecall.archive.fact.Outcome;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.fact.RejectionCode;
import org.talentrecall.archive.fact.Skill;
import org.talentrecall.archive.opening.Opening;
import org.talentrecall.archive.vocabulary.Vocabulary;
import org.talentrecall.index.CandidateHit.FoundBy;

/** With the real model. */
class CandidateSearchIT {
    private static final Dossier WANG = People.dossier(
            1,
            People.name("王建国"),
            People.phone("+8613800001234"),
            People.mail("jianguo.wang@example.com"),
            People.post("晨光金融科技有限公司", "风控负责人", 2022, "带领团队搭建区块链供应链金融的风险模型"));
    private static final Dossier LI = People.dossier(
            2,
            People.name("李小红"),
            People.phone("+8613900005678"),
            People.post("星河软件有限公司", "产品经理", 2020, "规划面向企业客户的SaaS产品"),
            new Skill("用户研究", null));
    private static final Dossier SMITH = People.dossier(
            3,
            People.name("Anna Smith"),
            People.mail("anna@example.org"),
            People.post("Example Robotics Inc.", "Backend engineer", 2021, "Built Java services on Kubernetes"),
            new Skill("Java", null));
    private static final Dossier SILENT = People.dossier(
            4, People.name("赵思远"), People.post("蓝海制造股份有限公司", "产品经理", 2019, "企业产品规划"), People.doNotContact());
    private static final Dossier JOINED = People.dossier(
            5,
            People.name("周明哲"),
            People.post("远山医疗器械有限公司", "产品经理", 2018, "企业产品规划"),
            new Outcome(Outcome.Kind.JOINED, PartialDate.ofYear(2026), null, null));
    private static final Dossier COOK = People.dossier(
            6,
            People.name("陈晓明"),
            People.post("和风餐饮有限公司", "厨师长", 2015, "负责后厨管理与菜品研发"),
            new NotHired(RejectionCode.LOCATION, null, "不愿意离开苏州", PartialDate.ofYear(2023), null, null));

    private static CandidateSearch search;
    private static CandidateProposals proposals;

    @BeforeAll
    static void index() {
        SearchConnection connection = NodeUnderTest.empty();
        TestArchive archive = new TestArchive();
        List.of(WANG, LI, SMITH, SILENT, JOINED, COOK).forEach(archive::put);
        BgeEmbedder embedder = new BgeEmbedder();
        Indexing.run(Indexing.candidates(connection, archive, embedder, 500), false);
        search = new CandidateSearch(connection, embedder, Vocabulary.standard());
        proposals = new CandidateProposals(connection, embedder, Vocabulary.standard());
    }

    private static CandidateHit first(String words) {
        return search.find(words, 10).get(0);
    }

    private static void assertOnly(String words, Dossier dossier, FoundBy by) {
        List<CandidateHit> hits = search.find(words, 10);
        assertThat(hits).hasSize(1);
        assertThat(hits.get(0).person()).isEqualTo(dossier.id());
        assertThat(hits.get(0).foundBy()).containsExactly(by);
    }

    @Test
    void address_finds_its_owner_alone() {
        assertOnly("138 0000 1234", WANG, FoundBy.PHONE);
        assertOnly("+86-139-0000-5678", LI, FoundBy.PHONE);
        assertOnly("Jianguo.Wang@Example.com", WANG, FoundBy.MAIL);
        assertOnly(LI.id().value(), LI, FoundBy.ID);
    }

    @Test
    void unknown_address_finds_nobody() {
        assertThat(search.find("137 0000 9999", 10)).isEmpty();
        assertThat(search.find("nobody@example.cn", 10)).isEmpty();
    }

    @Test
    void name_is_found_in_characters_and_in_pinyin() {
        for (String words : List.of("王建国", "王建国先生", "wangjianguo", "Wang Jianguo", "wjg")) {
            assertThat(first(words).person()).as(words).isEqualTo(WANG.id());
        }
        assertThat(first("王建国").foundBy()).contains(FoundBy.NAME);
        assertThat(first("wang jianguo").foundBy()).contains(FoundBy.PINYIN);
        assertThat(first("anna smith").person()).isEqualTo(SMITH.id());
    }

    @Test
    void company_is_found_whatever_its_legal_form() {
        assertThat(first("星河软件").person()).isEqualTo(LI.id());
        assertThat(first("星河软件").foundBy()).contains(FoundBy.COMPANY);
        assertThat(first("Example Robotics").person()).isEqualTo(SMITH.id());
    }

    @Test
    void skill_is_found_with_the_passage_that_names_it() {
        CandidateHit hit = first("kubernetes");

        assertThat(hit.person()).isEqualTo(SMITH.id());
        assertThat(hit.foundBy()).contains(FoundBy.WORDS);
        assertThat(hit.snippet()).contains("【kubernetes】");
    }

    @Test
    void words_of_the_notes_are_found() {
        assertThat(first("不愿意离开苏州").person()).isEqualTo(COOK.id());
    }

    @Test
    void meaning_is_found_without_a_common_word() {
        List<CandidateHit> hits = search.find("给公司做软件的人，负责想清楚做什么", 3);

        assertThat(hits).isNotEmpty();
        assertThat(hits.get(0).foundBy()).contains(FoundBy.MEANING);
        assertThat(List.of(LI.id(), SILENT.id(), JOINED.id()))
                .contains(hits.get(0).person());
    }

    @Test
    void same_words_give_the_same_answer() {
        assertThat(search.find("产品 企业", 10)).isEqualTo(search.find("产品 企业", 10));
    }

    @Test
    void blank_words_find_nobody() {
        assertThat(search.find("  ", 10)).isEmpty();
    }

    @Test
    void odd_characters_are_words_like_others() {
        for (String words : List.of("\"", "a AND (", "*", "\\", "😀", "C++", "/re/", "x".repeat(5_000))) {
            assertThat(search.find(words, 5)).as(words).hasSizeLessThanOrEqualTo(5);
        }
    }

    private static Opening opening(String title, String mustHave) {
        return new Opening(
                new OpeningDescription(
                        "R-1",
                        title,
                        null,
                        null,
                        null,
                        false,
                        null,
                        List.of(mustHave),
                        List.of(),
                        null,
                        OpeningDescription.Status.OPEN,
                        null,
                        null,
                        null),
                WANG.entries().get(0).evidence());
    }

    @Test
    void likeliest_candidates_are_proposed_first() {
        assertThat(proposals.propose(opening("产品经理", "ToB企业产品经验"), 10).get(0)).isEqualTo(LI.id());
        assertThat(proposals.propose(opening("风控分析师", "区块链领域经验"), 10).get(0)).isEqualTo(WANG.id());
    }

    @Test
    void those_who_joined_or_must_not_be_contacted_are_not_proposed() {
        List<PersonId> proposed = proposals.propose(opening("产品经理", "企业产品规划"), 100);

        assertThat(proposed).contains(LI.id()).doesNotContain(SILENT.id(), JOINED.id());
    }

    @Test
    void small_archive_is_proposed_whole() {
        assertThat(proposals.propose(opening("产品经理", "企业产品规划"), 100)).hasSize(4);
        assertThat(IntStream.rangeClosed(1, 3)
                        .mapToObj(
                                k -> proposals.propose(opening("产品经理", "x"), k).size()))
                .containsExactly(1, 2, 3);
    }
}
