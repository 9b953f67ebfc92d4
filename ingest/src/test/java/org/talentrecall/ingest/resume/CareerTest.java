package org.talentrecall.ingest.resume;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.talentrecall.archive.fact.Availability;
import org.talentrecall.archive.fact.Contact;
import org.talentrecall.archive.fact.Education;
import org.talentrecall.archive.fact.Employment;
import org.talentrecall.archive.fact.Fact;
import org.talentrecall.archive.fact.Residence;
import org.talentrecall.archive.fact.SalaryStatement;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.record.Locator;
import org.talentrecall.archive.vocabulary.Vocabulary;
import org.talentrecall.ingest.document.DocumentText;

/** What people tell in ways of their own. */
class CareerTest {
    private static final String HEAD = "简雨桐 女 1990年生\n13800000001 jianyutong@example.com\n";

    private static <T extends Fact> Stream<T> facts(String text, Class<T> type) {
        return new ResumeReader(Vocabulary.standard())
                        .read(DocumentText.of(text), (page, line) -> new Locator.Document("resume", page, line))
                        .facts()
                        .stream()
                        .map(StatedFact::fact)
                        .filter(type::isInstance)
                        .map(type::cast);
    }

    private static List<String> posts(String text) {
        return facts(HEAD + text, Employment.class)
                .map(post -> post.company() + " " + post.title() + " " + post.from() + " " + post.to())
                .toList();
    }

    private static List<String> studies(String text) {
        return facts(HEAD + text, Education.class)
                .map(study -> study.school() + " " + study.degree() + " " + study.major() + " " + study.from() + " "
                        + study.to())
                .toList();
    }

    @Test
    void a_sentence_tells_one_post_after_the_other() {
        String text = "2003年7月，我从泉城工业学院市场营销专业毕业，取得大专学历。毕业之后，我先到济宁孔孟酒业有限公司做业务代表，跑了十二个县，一直做到2007年5月。"
                + "2007年6月，我应聘到山东齐岳饮料有限公司担任区域经理，管理经销商。之后跳槽到上海爽源食品有限公司任大区经理（2010年9月—2016年3月）。";

        assertEquals(
                List.of(
                        "济宁孔孟酒业有限公司 业务代表 null 2007-05",
                        "山东齐岳饮料有限公司 区域经理 2007-06 null",
                        "上海爽源食品有限公司 大区经理 2010-09 2016-03"),
                posts(text));
        assertEquals(List.of("泉城工业学院 大专 市场营销 null 2003-07"), studies(text));
    }

    @Test
    void places_of_work_and_titles_may_be_written_in_one() {
        assertEquals(
                List.of("大同白洞煤矿 副科长 2003-05 2009-11", "太行煤业集团有限公司 王庄矿总工程师 2009-11 2016-01"),
                posts("工作简历\n2003.05--2009.11 大同白洞煤矿生产科副科长\n2009.11--2016.01 太行煤业集团有限公司王庄矿总工程师"));
    }

    @Test
    void english_careers_may_be_numbered() {
        assertEquals(
                List.of("Perdana Precision Sdn Bhd Senior Mechanical Design Engineer 2019-01 null"),
                posts("Employment History\n1. Senior Mechanical Design Engineer\n   Perdana Precision Sdn Bhd, Penang\n"
                        + "   January 2019 – Present\n   - Design of progressive dies"));
    }

    @Test
    void a_form_may_part_its_cells_by_single_blanks() {
        assertEquals(
                List.of("并州矿业学院 本科 采矿工程 null 1998-07"), studies("学历 本科 专业 采矿工程 职称 工程师\n毕业院校：并州矿业学院\n毕业时间：1998年7月"));
    }

    @Test
    void work_for_others_is_no_post_of_the_own() {
        String text = "2010年9月至2016年3月 上海爽源食品有限公司 大区经理\n2012年为山东齐岳饮料有限公司做促销方案，与济宁孔孟酒业有限公司做过联合推广。";

        assertEquals(List.of("上海爽源食品有限公司 大区经理 2010-09 2016-03"), posts(text));
    }

    @Test
    void one_sentence_may_tell_of_two_schools() {
        assertEquals(
                List.of("渭滨师范大学 本科 汉语言文学 2010 2014", "关中大学 硕士 学科教学（语文） 2014 2017"),
                studies("本科（2010—2014）就读于渭滨师范大学汉语言文学专业，硕士（2014—2017）就读于关中大学，研究方向为学科教学（语文）。"));
    }

    @Test
    void a_project_below_a_post_does_not_end_the_career() {
        assertEquals(
                List.of("海南椰城建筑工程公司 施工员 2004-07 2008-06", "中泰建工集团有限公司 项目技术负责人 2008-07 2015-03"),
                posts("工作经历\n1、2004.07—2008.06  海南椰城建筑工程公司  施工员\n项目：海口滨海路住宅楼\n"
                        + "2、2008.07—2015.03  中泰建工集团有限公司  项目技术负责人\n项目：三亚湾度假酒店"));
    }

    @Test
    void years_of_the_republic_are_those_of_the_common_era() {
        assertEquals(
                List.of("和田精機股份有限公司 財會課長 2014-04 null", "誠信聯合會計師事務所 審計員 2011-07 2014-03"),
                posts("經歷\n民國103年4月～迄今　　和田精機股份有限公司　　財會課長\n民國100年7月～民國103年3月　　誠信聯合會計師事務所　　審計員"));
    }

    @Test
    void spans_stand_above_below_or_beside_their_company() {
        assertEquals(
                List.of("东莞宏基五金厂 品管组长 2012-05 2017-02", "深圳宝安联创电子厂 品检员 2008-07 2012-04"),
                posts("2012年5月—2017年2月\n东莞宏基五金厂  品管组长\n带12名检验员，来料和出货都做过\n2008年7月—2012年4月\n深圳宝安联创电子厂  品检员\n"
                        + "2005年9月—2008年6月\n衡阳雁城工业学校  电子技术应用  中专"));
    }

    @Test
    void a_degree_may_stand_apart_from_its_school() {
        assertEquals(List.of("华农大学 本科 植物保护 2012 2016"), studies("本科 · 4年工作经验\n教育经历\n华农大学  植物保护  2012-2016"));
        assertEquals(
                List.of("蜀都建筑大学 本科 工程造价 1994-09 1998-07"), studies("学历:本科   专业:工程造价   毕业学校:蜀都建筑大学(1994.9-1998.7)"));
    }

    @Test
    void offices_among_students_are_no_employment() {
        assertEquals(List.of(), posts("校园经历\n2021.09 - 2022.06  院学生会  学习部部长"));
    }

    @Test
    void pay_place_and_readiness_are_told_in_plain_words() {
        String text = HEAD + "2010.9-2016.3  上海爽源食品有限公司  大区经理\n老家在广西梧州，现在住在东莞。目前月薪1.8万，希望不低于2.2万。手里的工作交接大概需要一个月。";

        assertEquals(
                List.of("东莞"), facts(text, Residence.class).map(Residence::city).toList());
        assertEquals(
                List.of(18_000L, 22_000L),
                facts(text, SalaryStatement.class)
                        .map(pay -> pay.pay().minMonthly())
                        .toList());
        assertEquals(
                List.of(30),
                facts(text, Availability.class).map(Availability::noticeDays).toList());
    }

    @Test
    void pay_without_a_unit_and_the_time_it_takes_to_leave_are_told_in_plain_words() {
        String text = HEAD + "行业工作经验：17年\n2010.9-2016.3  上海爽源食品有限公司  大区经理\n自我评价\n我现在的月薪 8500，期望税前12000以上，离职手续大概要 15 天。";

        assertEquals(
                List.of(8_500L, 12_000L),
                facts(text, SalaryStatement.class)
                        .map(pay -> pay.pay().minMonthly())
                        .toList());
        assertEquals(
                List.of(15),
                facts(text, Availability.class).map(Availability::noticeDays).toList());
    }

    @Test
    void numbers_of_taiwan_and_hong_kong_need_no_country_code() {
        String taiwan = "簡佑廷\n居住地：新北市板橋區\n聯絡電話：0912-345-678\n2019/3~仍在職 昇陽雲端科技股份有限公司 後端工程師\n";
        String hongKong = "CHAN Tai Man, Peter\nTsuen Wan, Hong Kong\nTel: 6123 4567\nWORKING EXPERIENCE\n"
                + "05/2018 - Present   Quayside Logistics (HK) Limited\nSenior Merchandiser\n";

        assertEquals(List.of("+886912345678"), phones(taiwan));
        assertEquals(List.of("+85261234567"), phones(hongKong));
    }

    @Test
    void a_british_mobile_is_one_where_somebody_lives_there() {
        assertEquals(
                List.of("+447700900504"),
                phones("AMELIA THORNTON\nLeeds, UK | 07700 900504\nWORK EXPERIENCE\n"
                        + "Marketing Intern, Fernway Foods Ltd   Jun 2022 – Sep 2022\n"));
    }

    @Test
    void the_year_of_an_intake_is_not_that_of_the_end() {
        assertEquals(List.of("西子艺术学院 学士 工业设计 null 2015-06"), studies("我毕业于西子艺术学院工业设计专业（2011级，2015年6月取得学士学位）。"));
        assertEquals(List.of("彭城职业中专 中专 会计 null 2005"), studies("2005年毕业于彭城职业中专  会计专业"));
    }

    @Test
    void a_witness_of_the_work_is_not_rung_up() {
        assertEquals(
                List.of("+8613800000001"),
                phones(HEAD + "工作经历\n2016.3-2022.2\t嘉兴市秀湖纺织有限公司\t电工班长\t证明人 沈师傅 13900003113"));
    }

    private static List<String> phones(String text) {
        return facts(text, Contact.class)
                .filter(contact -> contact.kind() == Contact.Kind.PHONE)
                .map(Contact::value)
                .toList();
    }

    @Test
    void a_form_that_asks_for_the_referee_first_is_still_a_form() {
        String text = "推荐人：\n\n导入时间：\n2013-02-03\n工作经验\n2009-03-01 - 至今  大连晨帆信息服务有限公司   月薪:6000\n公司描述:\n500人以上/外包服务\n"
                + "职位描述:\n部门: 客服部;职位: 现场主管";

        assertEquals(List.of("大连晨帆信息服务有限公司 现场主管 2009-03-01 null"), posts(text));
    }

    @Test
    void what_projects_are_made_with_opens_no_part_of_the_resume() {
        String text = "工作经历\n北辰启明网络有限公司  2014.11-至今\n前端开发工程师\n项目经验\n商城后台  2015.05-2016.03\n前端负责人\n技术栈：React、Redux\n"
                + "活动平台  2016.04-2016.10\n核心开发\n技术栈：Vue";

        assertEquals(List.of("北辰启明网络有限公司 前端开发工程师 2014-11 null"), posts(text));
    }

    @Test
    void a_qualification_among_the_labels_of_a_form_opens_no_part_of_the_resume() {
        String text = "电话：13800000002\n执业资格：二级建造师\n学历：2006年9月—2010年7月 滇池理工大学 工程管理 本科\n应聘岗位：造价经理";

        assertEquals(List.of("滇池理工大学 本科 工程管理 2006-09 2010-07"), studies(text));
    }

    @Test
    void lines_about_a_company_name_neither_its_department_nor_a_title() {
        String text =
                "工作经历\n2012.03 – 至今\t\t云帆医疗科技股份有限公司\t[2年]\n私营·民营企业 | 500-999人 | 医疗器械·服务\n华南大区销售总监\t\t2013.03 – 至今\n"
                        + "2008/2-2011/2\t仓库主管\t[3年]\n海川冷链物流有限公司\n交通/运输/物流|150-500人|民营公司\n物流中心\n主要业绩：无";

        assertEquals(List.of("云帆医疗科技股份有限公司 华南大区销售总监 2013-03 null", "海川冷链物流有限公司 仓库主管 2008-02 2011-02"), posts(text));
        assertEquals(
                List.of("物流中心"),
                facts(HEAD + text, Employment.class)
                        .map(Employment::department)
                        .filter(java.util.Objects::nonNull)
                        .toList());
    }

    @Test
    void what_was_done_in_a_part_of_a_post_is_no_post() {
        String text = "工作经历\n2014.07 – 2019.11\n凯信汽车系统有限公司\n采购工程师\n• 2015.03 – 2016.08 负责新厂的设备采购（注塑机、贴片线）\n"
                + "• 2013年7月-9月被派到杭州做联调\n• 2016年5月起承担新员工的培训\n© 2003-2015 先途教育集团";

        assertEquals(List.of("凯信汽车系统有限公司 采购工程师 2014-07 2019-11"), posts(text));
    }

    @Test
    void tables_drawn_with_lines_have_cells() {
        String text = "工 作 经 历\n起止时间┃单位名称┃部门及职务┃月薪┃离职原因┃证明人\n2009.6-2014.2┃泉润机电设备有限公司┃财务部 主管会计┃3800┃迁址┃财务经理 孙某\n"
                + "2001.8-2004.3┃德馨食品厂┃出纳┃900┃搬家┃";

        assertEquals(List.of("泉润机电设备有限公司 主管会计 2009-06 2014-02", "德馨食品厂 出纳 2001-08 2004-03"), posts(text));
        assertEquals(
                List.of("鲁中财政学院 大专 会计电算化 1998-09 2001-07"),
                studies(
                        "教 育 背 景（从高中填起）\n起止时间┃学校名称┃专业┃学历\n1998.9-2001.7┃鲁中财政学院┃会计电算化┃大专\n2005.3-2005.12┃仁德会计培训┃中级职称┃培训"));
    }

    @Test
    void numbers_before_dates_belong_to_no_date() {
        String text = "一、工作经历\n1.2015.03 至今 滇云工程造价咨询有限公司 造价二部 造价师\n2.2010.07-2012.06 昆仑工程监理有限公司 造价员";

        assertEquals(List.of("滇云工程造价咨询有限公司 造价师 2015-03 null", "昆仑工程监理有限公司 造价员 2010-07 2012-06"), posts(text));
    }

    @Test
    void dates_in_two_cells_are_one_span() {
        assertEquals(
                List.of("松江旅游专科学校 大专 酒店管理 1998-09 2001-06"),
                studies("教育背景\n起始年月\t终止年月\t学校(机构)\t专业\t学历\n1998-09\t2001-06\t松江旅游专科学校\t酒店管理\t大专\t-"));
    }

    @Test
    void a_school_may_tell_the_year_of_graduation_alone() {
        assertEquals(List.of("燕北工程大学 本科 软件工程 null 2010"), studies("教育背景\n燕北工程大学\n本科 · 软件工程\n2010年毕业"));
        assertEquals(
                List.of("皖江农业大学 本科 食品质量与安全 2015-09 2019-07"),
                studies("学校院系\t皖江农业大学 食品学院\n专业\t食品质量与安全\t学历/学位\t本科/工学学士\n入学时间\t2015年9月\t毕业时间\t2019年7月").stream()
                        .map(study -> study.replace(" 食品学院", ""))
                        .toList());
    }

    @Test
    void officials_tell_their_offices_in_sentences() {
        String text = "2004年7月至2006年10月，通过考试，在安平区内官营镇人民政府工作，任党政办干事，主要写材料。\n"
                + "2006年11月至2011年8月，公务员招录至城南区发展和改革局，任项目科副科长。\n"
                + "2011年9月至2015年3月，调任临江新区管理委员会招商局，任综合科科长。2014年3月至2014年5月到省人民医院进修。";

        assertEquals(
                List.of(
                        "安平区内官营镇人民政府 干事 2004-07 2006-10",
                        "城南区发展和改革局 副科长 2006-11 2011-08",
                        "临江新区管理委员会招商局 科长 2011-09 2015-03"),
                posts(text));
    }

    @Test
    void a_sentence_tells_when_a_study_began_and_when_it_ended() {
        String text = "2000年9月考入陇西师范大学中文系汉语言文学专业，2004年6月毕业，取得文学学士学位；2008年9月至2011年6月在职就读兰江大学公共管理专业，获硕士学位。";

        assertEquals(List.of("陇西师范大学 学士 汉语言文学 2000-09 2004-06", "兰江大学 硕士 公共管理 2008-09 2011-06"), studies(text));
    }
}
