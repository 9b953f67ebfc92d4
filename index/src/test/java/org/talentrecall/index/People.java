package org.talentrecall.index;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.talentrecall.archive.dossier.Dossier;
import org.talentrecall.archive.dossier.Evidence;
import org.talentrecall.archive.dossier.Evidenced;
import org.talentrecall.archive.dossier.PersonId;
import org.talentrecall.archive.fact.Appointment;
import org.talentrecall.archive.fact.CareerUpdate;
import org.talentrecall.archive.fact.Communication;
import org.talentrecall.archive.fact.Contact;
import org.talentrecall.archive.fact.ContactPreference;
import org.talentrecall.archive.fact.Doubt;
import org.talentrecall.archive.fact.Education;
import org.talentrecall.archive.fact.Employment;
import org.talentrecall.archive.fact.Interview;
import org.talentrecall.archive.fact.InvalidContact;
import org.talentrecall.archive.fact.NotHired;
import org.talentrecall.archive.fact.Opinion;
import org.talentrecall.archive.fact.Outcome;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.fact.Pay;
import org.talentrecall.archive.fact.PersonFact;
import org.talentrecall.archive.fact.PersonName;
import org.talentrecall.archive.fact.Project;
import org.talentrecall.archive.fact.RejectionCode;
import org.talentrecall.archive.fact.Residence;
import org.talentrecall.archive.fact.Review;
import org.talentrecall.archive.fact.SalaryStatement;
import org.talentrecall.archive.fact.Skill;
import org.talentrecall.archive.fact.YearsOfExperience;
import org.talentrecall.archive.record.Locator;
import org.talentrecall.archive.record.RecordId;
import org.talentrecall.archive.record.SourceId;

/** Fictional people. */
final class People {
    private static final Instant SAID = Instant.parse("2026-03-01T00:00:00Z");
    private static final List<String> FAMILY = List.of("王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴");
    private static final List<String> GIVEN = List.of("建国", "小红", "思远", "雨桐", "志强", "晓明", "丽华", "浩然", "子涵", "明哲");
    private static final List<String> TITLES =
            List.of("产品经理", "后端开发工程师", "风控分析师", "生产经理", "研发工程师", "销售总监", "数据分析师", "测试工程师");
    private static final List<String> COMPANIES =
            List.of("星河软件有限公司", "蓝海制造股份有限公司", "晨光金融科技有限公司", "远山医疗器械有限公司", "飞鱼网络科技有限公司");
    private static final List<String> SKILLS =
            List.of("Java", "Python", "精益生产", "风险建模", "Kubernetes", "用户研究", "供应链管理", "MySQL", "渠道销售", "图像算法");
    private static final List<String> WORK = List.of(
            "负责核心系统的设计与开发，支撑日均百万订单",
            "带领八十人的生产团队，推动精益改善，良率提升三个百分点",
            "搭建信贷风控模型，坏账率下降两成",
            "规划企业服务产品路线，服务二百家企业客户",
            "主导高端影像设备的图像重建算法研发");

    private People() {}

    static Dossier dossier(int number, PersonFact... facts) {
        RecordId record = RecordId.of(new SourceId("test"), "person-" + number);
        Evidence evidence = new Evidence(
                record,
                new Locator.Mail("test", "m" + number + "@example.com", "resume.pdf", 1, null),
                0.9,
                SAID,
                SAID);
        List<Evidenced<?>> entries = new ArrayList<>();
        for (PersonFact fact : facts) {
            entries.add(new Evidenced<>(fact, List.of(evidence)));
        }
        return new Dossier(PersonId.of(record), List.of(record), entries);
    }

    static PersonName name(String text) {
        return new PersonName(text);
    }

    static Contact phone(String value) {
        return new Contact(Contact.Kind.PHONE, value, value);
    }

    static Contact mail(String value) {
        return new Contact(Contact.Kind.MAIL, value, value);
    }

    static Employment post(String company, String title, int from, String description) {
        return new Employment(company, title, null, PartialDate.ofYear(from), null, true, description);
    }

    static ContactPreference doNotContact() {
        return new ContactPreference(false, "请不要再联系我", PartialDate.ofYear(2025));
    }

    /** One of every kind of fact, every part filled. */
    static Dossier complete(int number) {
        PartialDate day = new PartialDate(2024, 5, 6);
        Pay pay = new Pay(20_000, 25_000, "CNY", 13, "20-25k*13薪");
        return dossier(
                number,
                name("欧阳雨桐"),
                phone("+8613800001234"),
                mail("yutong@example.com"),
                new Contact(Contact.Kind.PROFILE, "https://example.org/in/yutong", "example.org/in/yutong"),
                new Contact(Contact.Kind.WECHAT, "yutong_test", "yutong_test"),
                new org.talentrecall.archive.fact.BirthYear(1990),
                new org.talentrecall.archive.fact.LanguageSkill("日语", "N1"),
                new org.talentrecall.archive.fact.Certificate("PMP", PartialDate.ofYear(2019)),
                new Residence("苏州"),
                new Education("示例大学", "硕士", "计算机", new PartialDate(2010, 9, null), new PartialDate(2013, 6, null)),
                new Employment("星河软件有限公司", "产品经理", "平台部", new PartialDate(2019, 3, null), null, true, "负责ToB产品"),
                new Project("企业服务平台", "负责人", day, null, "面向制造业客户"),
                new Skill("Java", "用Java写过三年后端"),
                new YearsOfExperience(8),
                new org.talentrecall.archive.fact.Application("产品总监", "R-1", day),
                new Interview(day, "产品总监", "R-1", "张工", "初试", "未录用"),
                new Opinion(Opinion.Role.BOSS, "李总", "值得后续关注", 80, day, "产品总监"),
                new NotHired(RejectionCode.EXPERIENCE_GAP, "ToB", "缺乏ToB项目经验", day, "产品总监", "R-1"),
                new SalaryStatement(SalaryStatement.Kind.CURRENT, pay, day),
                new SalaryStatement(SalaryStatement.Kind.EXPECTED, pay, day),
                new SalaryStatement(SalaryStatement.Kind.OFFERED, pay, day),
                new SalaryStatement(SalaryStatement.Kind.OFFERED, new Pay(12_000, 12_000, "CNY", 13, "12k"), day),
                new CareerUpdate(
                        CareerUpdate.Kind.PROMOTION,
                        new PartialDate(2025, 1, null),
                        "星河软件有限公司",
                        "产品总监",
                        "升任产品总监",
                        "https://example.org/news"),
                new Communication(
                        day,
                        Communication.Channel.PHONE,
                        Communication.Direction.OUT,
                        "小陈",
                        "问近况",
                        "考虑一周",
                        Communication.Stance.WANTS_TIME,
                        new PartialDate(2024, 5, 13)),
                new ContactPreference(true, "可以联系", day),
                new Outcome(Outcome.Kind.DECLINED, day, "R-1", "暂不考虑"),
                new InvalidContact(
                        Contact.Kind.MAIL, "old@example.com", InvalidContact.Cause.BOUNCED, "user unknown", day),
                new Appointment(
                        "uid-1",
                        0,
                        null,
                        Appointment.Word.PLANNED,
                        LocalDateTime.of(2024, 5, 6, 14, 30),
                        null,
                        "Asia/Shanghai",
                        null,
                        List.of("张工"),
                        null,
                        "产品总监",
                        "R-1",
                        "初试"),
                new Doubt(Doubt.Kind.VALUE, "READ_FROM_PICTURE", "欧阳雨桐", List.of("AS_READ"), day),
                new Review(
                        "0123456789abcdef",
                        Review.Kind.VERIFICATION,
                        Review.Answer.VERIFIED,
                        null,
                        List.of(),
                        "学信网",
                        null,
                        "小陈",
                        SAID));
    }

    /** The same person for the same number. */
    static Dossier generated(int number) {
        Random random = new Random(number);
        String skill = pick(SKILLS, random);
        return dossier(
                number,
                name(pick(FAMILY, random) + pick(GIVEN, random)),
                phone("+861%02d0000%04d".formatted(30 + random.nextInt(60), number % 10_000)),
                mail("person%d@example.com".formatted(number)),
                new Residence(random.nextBoolean() ? "上海" : "深圳"),
                post(
                        pick(COMPANIES, random),
                        pick(TITLES, random),
                        2015 + random.nextInt(10),
                        pick(WORK, random) + "，编号" + number),
                new Employment(
                        pick(COMPANIES, random),
                        pick(TITLES, random),
                        null,
                        PartialDate.ofYear(2010),
                        PartialDate.ofYear(2014),
                        false,
                        pick(WORK, random)),
                new Education("示例大学", "本科", "工程", PartialDate.ofYear(2006), PartialDate.ofYear(2010)),
                new Skill(skill, "熟悉" + skill),
                new Skill(pick(SKILLS, random), null),
                new YearsOfExperience(random.nextInt(20)),
                new Interview(
                        new PartialDate(2024, 1 + random.nextInt(12), 3),
                        pick(TITLES, random),
                        null,
                        "张工",
                        "初试",
                        "未录用"),
                new NotHired(RejectionCode.SALARY, null, "期望薪资超出预算", new PartialDate(2024, 12, null), null, null),
                new SalaryStatement(
                        SalaryStatement.Kind.EXPECTED,
                        new Pay(15_000 + 500L * random.nextInt(40), 40_000, "CNY", 12, "面议"),
                        PartialDate.ofYear(2024)));
    }

    private static String pick(List<String> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
