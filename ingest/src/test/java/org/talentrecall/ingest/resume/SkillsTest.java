package org.talentrecall.ingest.resume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.talentrecall.archive.fact.Skill;
import org.talentrecall.archive.record.Locator;
import org.talentrecall.archive.vocabulary.Vocabulary;
import org.talentrecall.ingest.document.DocumentText;

class SkillsTest {
    private static final String HEAD = "姓名：林远舟\n手机：13900000001\n邮箱：linyz@example.com\n教育经历\n2008.09-2012.06 江南大学 本科\n";
    private static final String WORK = "工作经历\n2015.03-至今 杭州青禾科技有限公司 工程师\n";

    private final ResumeReader reader = new ResumeReader(Vocabulary.standard());

    private List<Skill> skills(String text) {
        return reader
                .read(
                        DocumentText.of(HEAD + (text.startsWith(WORK) ? "" : WORK) + text),
                        (page, line) -> new Locator.Document("resume", page, line))
                .facts()
                .stream()
                .filter(stated -> stated.fact() instanceof Skill)
                .map(stated -> (Skill) stated.fact())
                .toList();
    }

    private List<String> names(String text) {
        return skills(text).stream().map(Skill::name).toList();
    }

    @Test
    void keeps_items_of_a_list_as_written_without_the_words_around_them() {
        assertEquals(
                List.of("KeyShot", "Zotero", "等离子切割", "工程制图"), names("专业技能\n熟练使用 KeyShot、Zotero 等软件；了解工程制图\n等离子切割\n"));
    }

    @Test
    void the_name_of_a_tool_is_not_what_kind_of_tool_it_is() {
        assertEquals(List.of("Mantis", "Zotero", "K2"), names("专业技能\nMantis缺陷管理工具、Zotero文献软件、K2\n"));
    }

    @Test
    void a_sentence_about_oneself_claims_what_stands_behind_its_verb() {
        List<String> names = names("自我评价\n精通古籍修复、碑刻拓印；性格开朗，责任心强。\n");
        assertTrue(names.contains("碑刻拓印"), names::toString);
        assertFalse(names.stream().anyMatch(name -> name.contains("性格") || name.contains("责任")), names::toString);
    }

    @Test
    void beside_a_long_list_old_projects_add_nothing_but_prove_it() {
        String list = "专业技能\nJava、MySQL、Redis、Kafka、Docker、Linux、Nginx、Maven、Jenkins、Git、Python、Scala、Spark、Flink、"
                + "Elasticsearch、MongoDB、Hadoop\n";
        List<Skill> skills = skills(WORK + "负责用Java和Struts开发订单系统。\n" + list);
        assertFalse(skills.stream().anyMatch(skill -> skill.name().contains("Struts")));
        assertEquals(
                "负责用Java和Struts开发订单系统",
                skills.stream()
                        .filter(skill -> skill.name().equals("Java"))
                        .findFirst()
                        .orElseThrow()
                        .evidence());
    }

    @Test
    void beside_a_short_list_what_is_claimed_counts_too() {
        List<String> names = names("自我评价\n熟练掌握古籍修复、碑刻拓印；能扛夜班。\n专业技能\n木版水印、线装、金镶玉\n");
        assertTrue(names.containsAll(List.of("木版水印", "线装", "古籍修复", "碑刻拓印")), names::toString);
    }

    @Test
    void wide_blanks_part_the_items_of_a_line_of_skills() {
        List<String> names = names("专业技能\n木版水印　KeyShot　金镶玉装裱　Zotero\n");
        assertTrue(names.containsAll(List.of("木版水印", "KeyShot", "金镶玉装裱", "Zotero")), names::toString);
    }

    @Test
    void what_is_done_with_a_thing_does_not_name_it() {
        List<String> names = names("专业技能\n熟练使用 Zotero、KeyShot抓包、碑帖通做文献分析；制作全形拓\n");
        assertTrue(names.containsAll(List.of("Zotero", "KeyShot", "碑帖通", "全形拓")), names::toString);
    }

    @Test
    void wishes_and_grades_are_no_certificates() {
        List<String> names = names("专业技能\n木版水印、线装、金镶玉\n资格证书\n希望職稱　　修復師\n職稱：高級\n古籍修復師  裝裱丙級\n");
        assertTrue(names.containsAll(List.of("古籍修復師", "裝裱丙級")), names::toString);
        assertFalse(names.stream().anyMatch(name -> name.contains("希望") || name.equals("高級")), names::toString);
    }

    @Test
    void without_a_list_the_tools_of_the_work_count() {
        List<String> names = names(WORK + "负责用Delphi和Oracle开发仓库系统。\n");
        assertTrue(names.containsAll(List.of("Delphi", "Oracle")), names::toString);
    }

    @Test
    void courses_taken_are_no_skills() {
        List<String> names = names("专业技能\n在校期间学习了机械原理、材料力学等课程。\n熟练使用SolidWorks\n");
        assertEquals(List.of("SolidWorks"), names);
    }

    @Test
    void questions_of_a_form_without_an_answer_tell_no_language() {
        List<String> names = names("语言能力\n英语等级\t英语六级\t日语等级\t无\nTOEFL\t \tGRE\t \tGMAT\n");
        assertEquals(List.of("英语六级"), names);
    }

    @Test
    void languages_are_known_in_whichever_words() {
        assertEquals(List.of("葡萄牙语", "意大利语", "印尼语", "泰语", "粤语"), names("语言能力\n葡语（精通）、意大利语、印尼语；泰文\n母语：粤语\n"));
    }

    @Test
    void a_certificate_is_named_without_the_words_before_it() {
        List<String> names = names("证书\n2010年通过国家高级电工证考试\n2013年考取一级建造师证书\n");
        assertEquals(List.of("国家高级电工证", "一级建造师证书"), names);
    }

    @Test
    void lists_without_end_cost_seconds_and_give_no_skills_without_end() {
        int megabyte = 1 << 20;
        String head = "个人简历\n姓名：王五\n电话：13800001234\n专业技能\n";
        StringBuilder distinct = new StringBuilder();
        for (int i = 0; distinct.length() < megabyte; i++) {
            distinct.append("Sk").append(i).append("x,");
        }
        for (String unit : List.of(
                ",",
                "Java,",
                "Java(",
                "((((Java)",
                "a/b",
                "C++.NET#",
                "熟悉数据分析、",
                "精通Java和",
                "语言:",
                "a",
                "技能\t精通\n",
                "x".repeat(300) + "\t12个月\t精通\n",
                distinct.toString())) {
            String text = head + unit.repeat(Math.max(1, megabyte / unit.length()));
            ResumeReading reading = assertTimeoutPreemptively(
                    Duration.ofSeconds(30),
                    () -> new ResumeReader(Vocabulary.standard())
                            .read(DocumentText.of(text), (page, line) -> new Locator.Document("d", page, line)));
            assertTrue(reading.facts().size() < 2_000, unit);
        }
    }

    @Test
    void techniques_of_a_trade_count_where_work_is_told() {
        List<String> names = names(WORK + "负责病房的静脉留置针穿刺与处方审核，每天送货上门。\n");
        assertTrue(names.contains("静脉穿刺"), names::toString);
        assertTrue(names.contains("处方审核"), names::toString);
        assertFalse(names.stream().anyMatch(name -> name.contains("送货")), names::toString);
    }

    @Test
    void a_board_that_verified_a_phone_gave_no_certificate() {
        List<String> names = names("证书\n健康证 2015年\n认证情况：邮箱已认证  学历未认证\n");
        assertTrue(names.contains("健康证"), names::toString);
        assertFalse(names.stream().anyMatch(name -> name.contains("已认证") || name.contains("未认证")), names::toString);
    }

    @Test
    void what_somebody_does_whom_they_serve_and_single_letters_are_no_skills() {
        List<String> names =
                names("专业技能\n英语、写作、重症护理、STM32F4/F7/H7\n看英文图纸、写周报、跟客户吃饭、从零起步、读说明书、C、R\n服务客户：青禾乳业、云栖家纺、拾光饮料\n");
        assertTrue(names.containsAll(List.of("写作", "重症护理")), names::toString);
        for (String none : List.of("图纸", "周报", "吃饭", "零起步", "说明书", "青禾", "云栖", "食品饮料")) {
            assertFalse(names.stream().anyMatch(name -> name.contains(none)), names::toString);
        }
        assertFalse(names.stream().anyMatch(name -> name.length() == 1 && !name.matches("[CR]")), names::toString);
    }
}
