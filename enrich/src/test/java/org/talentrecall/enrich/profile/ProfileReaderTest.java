package org.talentrecall.enrich.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.talentrecall.archive.fact.CareerUpdate;
import org.talentrecall.archive.fact.Contact;
import org.talentrecall.archive.fact.Education;
import org.talentrecall.archive.fact.Employment;
import org.talentrecall.archive.fact.Fact;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.fact.PersonName;
import org.talentrecall.archive.fact.Skill;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.enrich.profile.PageReading.Outcome;

class ProfileReaderTest {
    private static final String URL = "http://people.example.com/lin-xia.html";

    @Test
    void reads_a_person_in_json_ld() {
        PageReading page = read(linked("""
                {"@type": "ProfilePage", "dateModified": "2026-09-14", "mainEntity": {
                  "@type": "Person", "name": "林夏", "email": "mailto:linxia@example.com", "telephone": "138 0000 1234",
                  "jobTitle": "风控主管",
                  "worksFor": [
                    {"@type": "OrganizationRole", "roleName": "风控主管", "startDate": "2025-10-09",
                     "worksFor": {"@type": "Organization", "name": "上海链石科技有限公司", "description": "区块链"}},
                    {"@type": "OrganizationRole", "roleName": "分析师", "startDate": "2020", "endDate": "2025-09",
                     "worksFor": "上海汇澄金融有限公司"}],
                  "alumniOf": {"@type": "CollegeOrUniversity", "name": "东北大学"},
                  "knowsAbout": ["区块链", "反洗钱"],
                  "subjectOf": [{"@type": "CreativeWork", "name": "区块链项目评估", "dateCreated": "2026-01"},
                                {"@type": "Article", "headline": "链上风险", "datePublished": "2026-07-18"}]}}
                """));

        assertThat(page.outcome()).isEqualTo(Outcome.ONE_PERSON);
        assertThat(page.saidAt()).isEqualTo(Instant.parse("2026-09-14T00:00:00Z"));
        assertThat(facts(page, PersonName.class)).containsExactly(new PersonName("林夏"));
        assertThat(facts(page, Contact.class))
                .extracting(Contact::value)
                .containsExactlyInAnyOrder(
                        "linxia@example.com", "+8613800001234", "https://people.example.com/lin-xia.html");
        assertThat(facts(page, Employment.class))
                .containsExactly(
                        new Employment("上海链石科技有限公司", "风控主管", null, date("2025-10-09"), null, true, "区块链"),
                        new Employment("上海汇澄金融有限公司", "分析师", null, date("2020"), date("2025-09"), false, null));
        assertThat(facts(page, Education.class)).extracting(Education::school).containsExactly("东北大学");
        assertThat(facts(page, Skill.class)).extracting(Skill::name).containsExactly("区块链", "反洗钱");
        assertThat(facts(page, CareerUpdate.class))
                .extracting(update -> update.kind() + " " + update.date())
                .containsExactly("NEW_JOB 2025-10-09", "PROJECT 2026-01", "PUBLICATION 2026-07-18");
        assertThat(page.facts())
                .filteredOn(stated -> stated.fact() instanceof Employment)
                .first()
                .extracting(stated -> stated.locator().display())
                .isEqualTo(URL + " JSON-LD Person.worksFor");
    }

    @Test
    void follows_references_within_a_graph() {
        PageReading page = read(linked("""
                {"@graph": [{"@type": "WebSite", "name": "site"},
                  {"@id": "#org", "@type": "Organization", "name": "Harbour Analytics"},
                  {"@type": ["Person"], "name": "Julia Novak", "jobTitle": "Analyst", "worksFor": {"@id": "#org"}}]}
                """));

        assertThat(facts(page, Employment.class))
                .containsExactly(new Employment("Harbour Analytics", "Analyst", null, null, null, true, null));
    }

    @Test
    void ends_at_references_in_a_circle() {
        PageReading page = read(linked("""
                [{"@id": "#a", "@type": "Person", "name": "林夏", "knows": {"@id": "#a"}, "worksFor": {"@id": "#b"}},
                 {"@id": "#b", "@type": "Organization", "name": "甲有限公司", "employee": {"@id": "#a"}}]
                """));

        assertThat(facts(page, Employment.class))
                .extracting(Employment::company)
                .containsExactly("甲有限公司");
    }

    @Test
    void calls_a_higher_title_at_the_same_employer_a_promotion() {
        PageReading page = read(linked("""
                {"@type": "Person", "name": "林夏", "worksFor": [
                  {"@type": "Role", "roleName": "工程师", "startDate": "2023-01", "endDate": "2025-12", "worksFor": "甲科技有限公司"},
                  {"@type": "Role", "roleName": "研发总监", "startDate": "2026-01", "worksFor": "甲科技"}]}
                """));

        assertThat(facts(page, CareerUpdate.class))
                .extracting(update -> update.kind() + " " + update.date() + " " + update.title())
                .containsExactly("PROMOTION 2026-01 研发总监");
    }

    @Test
    void reads_microdata() {
        PageReading page = read("""
                <div itemscope itemtype="https://schema.org/Person"><span itemprop="name">林夏</span>
                <a itemprop="email" href="mailto:linxia@example.com">mail</a>
                <div itemprop="worksFor" itemscope itemtype="http://schema.org/OrganizationRole">
                <meta itemprop="startDate" content="2025-03"><span itemprop="roleName">测试主管</span>
                <span itemprop="worksFor" itemscope itemtype="http://schema.org/Organization">
                <b itemprop="name">甲科技有限公司</b></span></div></div>
                """);

        assertThat(facts(page, Employment.class))
                .containsExactly(new Employment("甲科技有限公司", "测试主管", null, date("2025-03"), null, true, null));
        assertThat(facts(page, Contact.class)).extracting(Contact::value).contains("linxia@example.com");
    }

    @Test
    void reads_h_resume_with_lines_for_posts_and_a_list_of_projects() {
        PageReading page = read("""
                <div class="h-card"><b class="p-name">林夏</b> <i class="p-org h-card">杭州鹿仓科技有限公司</i></div>
                <div class="h-resume">
                <p class="p-experience h-event"><span class="p-name">高级Java工程师，杭州鹿仓科技有限公司</span>
                <time class="dt-start" datetime="2025-04-07">2025-04</time> 至今</p>
                <p class="p-experience h-event"><span class="p-name">Java Engineer at Lanternfish</span>
                <time class="dt-start" datetime="2016-07"></time><time class="dt-end" datetime="2025-03"></time></p>
                <p class="p-education h-event"><span class="p-name">东北大学</span> 硕士 <time class="dt-end">2011-06</time></p>
                <ul><li class="p-skill">Java<li class="p-skill">Kafka</ul>
                <h3>项目</h3><ul><li>2025.12 订单中心改造<li>内部工具</ul></div>
                """);

        assertThat(facts(page, Employment.class))
                .containsExactly(
                        new Employment("杭州鹿仓科技有限公司", "高级Java工程师", null, date("2025-04-07"), null, true, null),
                        new Employment(
                                "Lanternfish", "Java Engineer", null, date("2016-07"), date("2025-03"), false, null));
        assertThat(facts(page, Education.class))
                .containsExactly(new Education("东北大学", "硕士", null, null, date("2011-06")));
        assertThat(facts(page, Skill.class)).extracting(Skill::name).containsExactly("Java", "Kafka");
        assertThat(facts(page, CareerUpdate.class))
                .extracting(update -> update.kind() + " " + update.date() + " " + update.text())
                .contains("PROJECT 2025-12 订单中心改造");
    }

    @Test
    void reads_the_older_hcard() {
        PageReading page = read("""
                <div class="vcard"><span class="fn">Anna Kowalska</span>, <span class="title">Engineer</span> at
                <a class="org url" href="http://vistula.example.com/">Vistula</a>
                <a class="email" href="mailto:anna@example.org">mail</a></div>
                """);

        assertThat(facts(page, Employment.class))
                .containsExactly(new Employment("Vistula", "Engineer", null, null, null, true, null));
        assertThat(facts(page, Contact.class)).extracting(Contact::value).contains("anna@example.org");
    }

    @Test
    void takes_the_author_of_an_article_for_its_person() {
        PageReading page = read(linked("""
                {"@type": "Article", "headline": "托管业务中的链上风险", "datePublished": "2026-05-06",
                 "author": {"@type": "Person", "name": "林夏", "email": "linxia@example.com"}}
                """));

        assertThat(facts(page, CareerUpdate.class))
                .containsExactly(new CareerUpdate(
                        CareerUpdate.Kind.PUBLICATION, date("2026-05-06"), null, null, "托管业务中的链上风险", URL));
        assertThat(facts(page, Contact.class))
                .as("the article's address is no address of the person")
                .extracting(Contact::kind)
                .containsExactly(Contact.Kind.MAIL);
    }

    @Test
    void reads_what_a_broken_page_still_says() {
        PageReading page = read("""
                <html><head><title>林夏<meta charset=utf-8>
                <script type="application/ld+json">{"@type":"Person","name":"林夏","jobTitle":"算法总监","worksFor":{"startDate":"2024-06",
                </script>
                <body><table><tr><td><h1>林夏<p>算法总监<td>深圳天枢影像技术有限公司
                <p>联系：<a href="mailto:linxia@example.org>邮箱</a>
                <ul><li>2026-06 升任算法总监<li>2024-06 加入
                """);

        assertThat(page.outcome()).isEqualTo(Outcome.ONE_PERSON);
        assertThat(facts(page, Contact.class)).extracting(Contact::value).contains("linxia@example.org");
        assertThat(facts(page, Employment.class))
                .containsExactly(new Employment("深圳天枢影像技术有限公司", null, null, date("2024-06"), null, true, null));
        assertThat(facts(page, CareerUpdate.class))
                .extracting(update -> update.kind() + " " + update.date() + " " + update.title())
                .containsExactly("PROMOTION 2026-06 算法总监");
    }

    @Test
    void dates_an_interest_by_the_line_that_says_it() {
        PageReading page = read(linked("{\"@type\":\"Person\",\"name\":\"林夏\"}")
                + "<p><time datetime='2026-09-14'>9月</time> 近期关注区块链应用，欢迎交流。</p><p>2026年8月1日 出差</p>");

        assertThat(facts(page, CareerUpdate.class)).singleElement().satisfies(update -> {
            assertThat(update.kind()).isEqualTo(CareerUpdate.Kind.INTEREST);
            assertThat(update.date()).isEqualTo(date("2026-09-14"));
        });
    }

    @Test
    void gives_a_page_about_two_people_to_neither() {
        PageReading page = read("<p class=h-card>林夏</p><p class=h-card>顾川</p>");

        assertThat(page.outcome()).isEqualTo(Outcome.SEVERAL_PERSONS);
        assertThat(page.facts()).isEmpty();
    }

    @Test
    void knows_the_owner_among_several_people_by_the_pages_address() {
        PageReading page = read(linked("""
                [{"@type": "Person", "name": "林夏", "url": "%s"}, {"@type": "Person", "name": "顾川"}]
                """.formatted(URL)));

        assertThat(facts(page, PersonName.class)).containsExactly(new PersonName("林夏"));
    }

    @Test
    void takes_style_classes_for_no_microformat() {
        assertThat(read("<div class='h-full h-100 p-4'><p class='p-name'>林夏</p></div>")
                        .outcome())
                .isEqualTo(Outcome.NO_PERSON);
    }

    @Test
    void believes_no_canonical_address_on_another_host() {
        PageReading page = read("<link rel=canonical href='http://other.example.org/boss'><p class=h-card>林夏</p>");

        assertThat(page.canonical()).isEqualTo(URL);
    }

    @Test
    void reads_anything_without_throwing() {
        for (String html : List.of(
                "",
                "\u0000\u0000",
                "<script type='application/ld+json'>",
                linked("{"),
                linked("[".repeat(5000)),
                linked("null"),
                linked("{\"@type\":{\"@type\":[]},\"@graph\":[[[]],null,3]}"),
                linked("{\"@type\":\"Person\",\"name\":{\"@value\":null},\"worksFor\":[[],{},3,true]}"),
                linked(
                        "{\"@type\":\"Person\",\"name\":\"林夏\",\"worksFor\":{\"startDate\":\"2025-13-99\",\"worksFor\":\"甲\"}}"),
                "<div itemscope itemref='a a' id=a itemtype=''><p itemprop=name itemscope itemref=a>",
                "<a class='include' href='#x'></a><p class=vcard id=x itemref=x><a class=include href='#x'>",
                "<b>".repeat(3000) + "<p class=h-card>" + "<i class='p-org h-card'>".repeat(300))) {
            assertThat(read(html).outcome()).isNotNull();
        }
        assertThat(read(linked("{")).outcome()).isEqualTo(Outcome.BROKEN);
    }

    private static PageReading read(String html) {
        return ProfileReader.read(html, URL);
    }

    private static String linked(String json) {
        return "<html><script type=\"application/ld+json\">" + json + "</script>";
    }

    private static PartialDate date(String iso) {
        return PartialDate.parse(iso);
    }

    private static <T extends Fact> List<T> facts(PageReading page, Class<T> type) {
        return page.facts().stream()
                .map(StatedFact::fact)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
