package org.talentrecall.bench.sheets;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/**
 * Rows of an interview log as Chinese companies keep it, of fictional people; the same seed gives the same rows. Names,
 * phones and mail addresses hardly repeat, opinions are put together from parts, the rest repeats as it does in life.
 */
final class CandidateRows {
    static final List<String> HEADERS =
            List.of("姓名", "手机", "邮箱", "应聘岗位", "面试日期", "面试官", "面试评价", "老总评价", "面试结果", "未录取原因", "期望薪资", "现公司");

    private static final String[] SURNAMES = {
        "王", "李", "张", "刘", "陈", "杨", "黄", "赵", "周", "吴", "徐", "孙", "马", "朱", "胡", "郭", "何", "林", "高", "罗", "郑", "梁",
        "谢", "宋", "唐", "许", "韩", "冯", "邓", "曹", "彭", "曾", "肖", "田", "董", "欧阳", "司马"
    };
    private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建国文辉玲琳宇浩轩然博雅晨思雨佳欣怡梓涵子墨一诺瑞嘉俊熙婷雪倩颖";
    private static final String[] POSTS = {
        "Java开发工程师",
        "高级产品经理",
        "风控分析师",
        "生产主管",
        "研发总监",
        "测试工程师",
        "数据分析师",
        "销售经理",
        "人力资源专员",
        "算法工程师",
        "前端工程师",
        "运维工程师",
        "财务经理",
        "供应链经理",
        "质量工程师",
        "机械设计工程师",
        "UI设计师",
        "市场经理",
        "客户成功经理",
        "嵌入式软件工程师"
    };
    private static final String[] STRENGTHS = {
        "基础扎实",
        "沟通顺畅",
        "项目经验丰富",
        "带过十人以上团队",
        "逻辑清晰",
        "对业务理解深",
        "学习能力强",
        "抗压能力好",
        "有大厂背景",
        "英语流利",
        "责任心强",
        "执行力突出",
        "做过完整的ToB项目",
        "熟悉微服务架构",
        "对数据敏感",
        "现场编码通过",
        "方案讲得清楚",
        "了解我们的产品"
    };
    private static final String[] WEAKNESSES = {
        "稳定性一般",
        "薪资期望偏高",
        "缺少管理经验",
        "行业经验不匹配",
        "深度不够",
        "离家太远",
        "表达略显拘谨",
        "跳槽频繁",
        "缺乏ToB项目经验",
        "对加班有顾虑",
        "系统设计偏弱",
        "英语需要加强",
        "没有看到明显短板",
        "到岗时间较晚"
    };
    private static final String[] REASONS = {
        "岗位冻结",
        "薪资超预算",
        "缺乏ToB项目经验",
        "缺乏区块链领域经验",
        "候选人接受了其他offer",
        "级别不匹配",
        "工作地点不合适",
        "与团队风格不符",
        "候选人放弃",
        "技术深度不足",
        "编制取消",
        "期望薪资过高，超出预算20%",
        "没有带团队的经验",
        "稳定性不足",
        "暂无合适岗位，可后续关注"
    };
    private static final String[] BOSS = {
        "值得后续关注", "可以", "再看看", "不合适", "具备大型生产团队管理经验,值得后续关注", "人不错，岗位开了优先联系", "性价比不高", "建议进入人才库", "气场一般", "同意"
    };
    private static final String[] RESULTS = {"未录用", "未通过", "待定", "录用", "淘汰", "人才库"};
    private static final String[] COMPANY_HEADS = {
        "云帆", "海纳", "星河", "博远", "天枢", "启明", "华岳", "中科睿", "金石", "蓝图", "新锐", "恒信", "鼎盛", "安捷"
    };
    private static final String[] COMPANY_TAILS = {
        "科技有限公司", "信息技术有限公司", "网络科技", "集团", "智能制造股份有限公司", "医疗器械有限公司", "金融科技", "软件"
    };
    private static final String[] CITIES = {"北京", "上海", "深圳", "杭州", "广州", "成都", "苏州", "武汉", ""};
    private static final String[] MAIL_HOSTS = {"example.com", "example.cn", "example.org"};
    private static final int[] MOBILE = {130, 131, 135, 136, 138, 139, 150, 151, 158, 159, 181, 186, 187, 188, 189};
    private static final LocalDate FIRST_DAY = LocalDate.of(2018, 1, 2);
    private static final int DAYS = 2_800;

    private final Random random;
    private int number;

    CandidateRows(long seed) {
        this.random = new Random(seed);
    }

    /**
     * One row.
     *
     * @param texts the cells by column; empty where the cell is blank or the interview's day
     */
    record Candidate(List<String> texts, LocalDate interviewed) {
        /** The column whose cell is the day. */
        static final int DAY = 4;
    }

    Candidate next() {
        number++;
        String surname = of(SURNAMES);
        StringBuilder name = new StringBuilder(surname);
        for (int i = random.nextInt(5) == 0 ? 1 : 0; i < 2; i++) {
            name.append(GIVEN.charAt(random.nextInt(GIVEN.length())));
        }
        String phone = MOBILE[random.nextInt(MOBILE.length)] + String.format("%08d", random.nextInt(100_000_000));
        String mail = random.nextInt(10) == 0 ? "" : "c" + (100_000 + number) + "@" + of(MAIL_HOSTS);
        String opinion = of(STRENGTHS) + "，" + of(STRENGTHS) + "，" + of(WEAKNESSES) + "；" + of(POSTS) + "方向约"
                + (1 + random.nextInt(15)) + "年，打分" + (60 + random.nextInt(40));
        String boss = random.nextInt(3) == 0 ? "" : of(BOSS);
        String result = of(RESULTS);
        String reason = result.equals("录用") || result.equals("待定") ? "" : of(REASONS);
        String company = of(CITIES) + of(COMPANY_HEADS) + of(COMPANY_TAILS);
        List<String> texts = List.of(
                name.toString(),
                phone,
                mail,
                of(POSTS),
                "",
                of(SURNAMES) + "经理",
                opinion,
                boss,
                result,
                reason,
                pay(),
                company);
        return new Candidate(texts, FIRST_DAY.plusDays(random.nextInt(DAYS)));
    }

    private String pay() {
        int thousands = 8 + random.nextInt(60);
        return switch (random.nextInt(5)) {
            case 0 -> thousands + "K";
            case 1 -> thousands + "-" + (thousands + 5) + "K";
            case 2 -> (thousands * 1000) + "元/月";
            case 3 -> "年薪" + (thousands * 12 / 10) + "万";
            default -> "面议";
        };
    }

    private String of(String[] words) {
        return words[random.nextInt(words.length)];
    }
}
