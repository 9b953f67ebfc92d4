package org.talentrecall.bench.mailbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The words of a resume of somebody made up by numbers: two pages, some 1,500 to 2,500 characters, in the order and with the
 * labels of the usual templates. No line is the same in all of them but the headings.
 *
 * @param details what the table at the top holds, label and value by turns
 * @param lines everything below it
 */
record FictionalResume(String name, String phone, String post, List<String> details, List<String> lines) {
    private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕";
    private static final String GIVEN = "伟静晓雨志海文思明怡东桐强燕博远欣瑞嘉宁子轩佳慧俊杰丽娜建国晨曦婷宇航雪梅浩然泽";
    private static final String[] CITIES = {"上海", "杭州", "苏州", "南京", "深圳", "广州", "成都", "武汉", "北京", "西安", "宁波", "合肥"};
    private static final String[] FIRMS = {
        "远图", "青禾", "岚山", "北辰", "云栖", "星河", "澄海", "泰岳", "锐思", "华序", "明德", "联纵", "博远", "天枢", "宏图", "恒润"
    };
    private static final String[] TRADES = {
        "科技有限公司", "医疗器械有限公司", "物流股份有限公司", "金融服务有限公司", "智能装备有限公司", "网络技术有限公司", "新能源股份有限公司", "电子商务有限公司"
    };
    private static final String[] POSTS = {
        "高级产品经理",
        "Java开发工程师",
        "风险分析师",
        "生产经理",
        "销售总监",
        "硬件研发工程师",
        "测试工程师",
        "供应链主管",
        "人力资源经理",
        "数据分析师",
        "前端开发工程师",
        "财务主管"
    };
    private static final String[] SCHOOLS = {"江南大学", "东华大学", "苏州大学", "合肥工业大学", "西安电子科技大学", "武汉理工大学", "南京工业大学"};
    private static final String[] MAJORS = {"工商管理", "计算机科学与技术", "机械设计制造及其自动化", "会计学", "电子信息工程", "市场营销", "物流管理"};
    private static final String[] VERBS = {"负责", "主导", "参与", "独立完成", "牵头推进", "协助总监完成", "带领团队实现"};
    private static final String[] OBJECTS = {
        "核心业务系统的需求分析与方案设计", "华东区域重点客户的开发和维护", "供应商评审与年度降本项目", "新产品导入阶段的工艺验证", "信贷风险模型的搭建与监控", "订单与结算平台的微服务改造",
        "自动化测试框架的搭建", "月度经营分析报表的编制", "生产线节拍优化与人员排班", "用户增长活动的策划与数据复盘", "仓储管理系统的上线与培训", "绩效考核与薪酬体系的梳理"
    };
    private static final String[] RESULTS = {
        "交付周期缩短", "客户投诉率下降", "年度销售额同比增长", "不良率降低", "接口平均响应时间减少", "库存周转率提升", "关键岗位到岗率提高", "坏账率控制在目标以内,较上年下降"
    };
    private static final String[] SKILLS = {
        "Java",
        "Spring Boot",
        "MySQL",
        "Redis",
        "Python",
        "SQL",
        "Axure",
        "Tableau",
        "SAP",
        "AutoCAD",
        "Excel",
        "Kafka",
        "Linux",
        "项目管理",
        "数据分析",
        "供应链管理",
        "风险建模",
        "PLC编程",
        "精益生产",
        "招聘与配置"
    };
    private static final String[] TRAITS = {"工作认真细致", "善于跨部门沟通", "抗压能力较强", "学习能力强", "有较好的团队管理经验", "对行业发展有持续的关注"};

    FictionalResume {
        details = List.copyOf(details);
        lines = List.copyOf(lines);
    }

    static FictionalResume of(Random random) {
        String name = letter(SURNAMES, random) + letter(GIVEN, random) + letter(GIVEN, random);
        String phone = "138" + "%08d".formatted(random.nextInt(100_000_000));
        String post = pick(POSTS, random);
        int begun = 2004 + random.nextInt(14);
        List<String> details = List.of(
                "姓名",
                name,
                "性别",
                random.nextBoolean() ? "男" : "女",
                "出生年月",
                begun - 22 + "年" + (1 + random.nextInt(12)) + "月",
                "现居住地",
                pick(CITIES, random),
                "联系电话",
                phone,
                "电子邮箱",
                "c" + random.nextInt(10_000_000) + "@example.cn",
                "工作年限",
                2024 - begun + "年",
                "期望薪资",
                12 + random.nextInt(40) + "K/月");
        List<String> lines = new ArrayList<>(
                List.of("求职意向", "期望职位:" + post + "    期望地点:" + pick(CITIES, random) + "    到岗时间:一个月内", "教育经历"));
        lines.add(begun - 4 + ".09-" + begun + ".06    " + pick(SCHOOLS, random) + "    " + pick(MAJORS, random)
                + "    本科");
        lines.add("工作经历");
        for (int year = 2024; year > begun; ) {
            int from = Math.max(begun, year - 2 - random.nextInt(4));
            lines.add(from + ".07-" + (year == 2024 ? "至今" : year + ".06") + "    " + company(random) + "    "
                    + pick(POSTS, random));
            year = from;
            tasks(3 + random.nextInt(4), random, lines);
        }
        lines.add("项目经验");
        for (int i = 0; i < 2; i++) {
            int year = begun + random.nextInt(2024 - begun);
            lines.add(year + ".03-" + year + ".11    " + pick(FIRMS, random)
                    + pick(OBJECTS, random).substring(0, 6) + "项目");
            tasks(2, random, lines);
        }
        lines.addAll(List.of("专业技能", skills(random), "英语:CET-6,读写熟练", "自我评价"));
        lines.add(pick(TRAITS, random) + "," + pick(TRAITS, random) + "," + pick(TRAITS, random) + ",从业"
                + (2024 - begun) + "年来一直在一线负责" + pick(OBJECTS, random) + "。");
        return new FictionalResume(name, phone, post, details, lines);
    }

    /** What stands beside a label of the table at the top. */
    String detail(String label) {
        return details.get(details.indexOf(label) + 1);
    }

    private static void tasks(int count, Random random, List<String> into) {
        for (int i = 1; i <= count; i++) {
            into.add(i + "、" + pick(VERBS, random) + pick(OBJECTS, random) + ",协调" + (3 + random.nextInt(30)) + "人的"
                    + pick(TRADES, random).substring(0, 2) + "团队," + pick(RESULTS, random) + (3 + random.nextInt(40))
                    + "%;");
        }
    }

    private static String skills(Random random) {
        StringBuilder skills = new StringBuilder("熟练使用");
        int first = random.nextInt(SKILLS.length);
        for (int i = 0; i < 6; i++) {
            skills.append(i == 0 ? "" : "、").append(SKILLS[(first + i * 3) % SKILLS.length]);
        }
        return skills.toString();
    }

    static String company(Random random) {
        return pick(CITIES, random) + pick(FIRMS, random) + pick(TRADES, random);
    }

    static String pick(String[] from, Random random) {
        return from[random.nextInt(from.length)];
    }

    private static String letter(String from, Random random) {
        return from.substring(random.nextInt(from.length())).substring(0, 1);
    }
}
