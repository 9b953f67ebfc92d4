package org.talentrecall.enrich.news;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.talentrecall.archive.fact.CareerUpdate;

class HeadlineTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "邵明哲出任上海链石科技有限公司风控主管|邵明哲|NEW_JOB|上海链石科技有限公司|风控主管",
                "阮思齐加入深圳脉图医疗人工智能有限公司任医学影像算法工程师|阮思齐|NEW_JOB|深圳脉图医疗人工智能有限公司|医学影像算法工程师",
                "【人事】欧阳澜近日加盟曜芯医疗，担任研发主管|欧阳澜|NEW_JOB|曜芯医疗|研发主管",
                "王建国（原远图制造）已于近日升任生产总监|王建国|PROMOTION|-|生产总监",
                "前鹭鸟科技工程师阮思齐加入脉图责任有限公司|阮思齐|NEW_JOB|脉图责任有限公司|-",
                "云舟软件任命顾一帆为产品总监|顾一帆|NEW_JOB|云舟软件|产品总监",
                "顾一帆晋升为云舟软件有限公司产品总监|顾一帆|PROMOTION|云舟软件有限公司|产品总监",
                "罗诗涵离职|罗诗涵|LEFT|-|-",
                "罗诗涵卸任泡泡鱼互娱产品总监|罗诗涵|LEFT|泡泡鱼互娱|产品总监",
                "Kevin Zhao joins Cloudloft as Senior Product Manager|Kevin Zhao|NEW_JOB|Cloudloft|Senior Product Manager",
                "Kevin Zhao has joined Cloudloft, Inc. as its new Head of Product|Kevin Zhao|NEW_JOB|Cloudloft, Inc.|Head of Product",
                "Maria Gonzalez appointed VP Sales at Solara Grid|Maria Gonzalez|NEW_JOB|Solara Grid|VP Sales",
                "Anna Kowalska promoted to Engineering Manager|Anna Kowalska|PROMOTION|-|Engineering Manager",
                "Harbour Analytics names Julia Novak as Chief Data Officer|Julia Novak|NEW_JOB|Harbour Analytics|Chief Data Officer",
                "Daniel Okafor leaves Blue Heron Logistics|Daniel Okafor|LEFT|Blue Heron Logistics|-",
            })
    void tells_who_went_where_as_what(
            String headline, String name, CareerUpdate.Kind kind, String company, String title) {
        CareerNews news = Headline.read(headline).orElseThrow();

        assertThat(news.name()).isEqualTo(name);
        assertThat(news.kind()).isEqualTo(kind);
        assertThat(news.company()).isEqualTo(company);
        assertThat(news.title()).isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource({
        "2026年装备制造业用工报告发布",
        "远图集团加入全球契约组织",
        "托管业务中的链上风险",
        "Five ways to join a company",
        "Cloudloft joins Cloud Alliance",
        "''",
        "加入",
    })
    void finds_no_news_where_there_is_none(String headline) {
        assertThat(Headline.read(headline)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"顾一帆和罗诗涵分别加入云舟软件|", "Kevin Zhao and Anna Kowalska joined Cloudloft|"})
    void gives_news_of_two_people_to_neither(String headline) {
        assertThat(Headline.tellsOfSeveral(headline)).isTrue();
        assertThat(Headline.read(headline)).isEmpty();
    }

    @Test
    void finds_employers_named_beside_a_person() {
        assertThat(EarlierPosts.in("邵明哲（原上海汇澄消费金融有限公司高级风控分析师）已加入链石科技。", "邵明哲"))
                .singleElement()
                .satisfies(post -> {
                    assertThat(post.company()).isEqualTo("上海汇澄消费金融有限公司");
                    assertThat(post.title()).isEqualTo("高级风控分析师");
                    assertThat(post.current()).isFalse();
                });
        assertThat(EarlierPosts.in("欧阳澜（深圳曜芯医疗设备有限公司研发主管）谈项目。", "欧阳澜"))
                .singleElement()
                .satisfies(post -> assertThat(post.current()).isTrue());
        assertThat(EarlierPosts.in("Kevin Zhao, formerly of Lanternfish Software, joins Cloudloft.", "Kevin Zhao"))
                .singleElement()
                .satisfies(post -> assertThat(post.company()).isEqualTo("Lanternfish Software"));
        assertThat(EarlierPosts.in("罗诗涵来自另一家公司。", "邵明哲")).isEmpty();
    }
}
