package org.talentrecall.ingest.resume;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.talentrecall.archive.text.GatedPattern;
import org.talentrecall.archive.text.TextFolding;

/**
 * Takes what people say they can apart into its items as written: "熟练使用 Rhino、KeyShot；了解工程制图". Without the verbs and
 * degrees around it, an item is a name; what is left of a sentence is marked as such.
 */
final class SkillLists {
    private static final int LONGEST_HAN = 14;
    private static final int SHORT_LINE = 20;
    private static final int LONGEST_ITEM = 160;
    private static final int LEAST_OF_LIST = 4;
    private static final GatedPattern PARTING = GatedPattern.compileBehind(
            "[、,，;；。|｜\\t•●■◆◇▪*?！!【】\\[\\]]+|\\s+[/／·+-]\\s+|\\s{2,}|(?:以?及|和|与|或者?|\\band\\b|\\bor\\b)(?=[\\u4e00-\\u9fa5A-Za-z\\s])|[:：](?!\\d)|[(（)）]|(?<=[\\u4e00-\\u9fa5])/(?=[\\u4e00-\\u9fa5A-Za-z])",
            "一");
    /** Between names, not within one: "JBoss/oracle", but Pro/E and A/B. */
    private static final GatedPattern SLASH =
            GatedPattern.compileBehind("(?<=[A-Za-z0-9.+#]{2})/(?=[A-Za-z][A-Za-z0-9.+#])", "aa");

    private static final GatedPattern PREFIX = GatedPattern.compile(
            "^(?:[-–—·~>\\s]|\\d{1,2}\\s?[、.．)](?!\\d))+|^(?:本人|我|能够?|可以?|会(?![员计议])|有|具有|具备|拥有|良好的|较强的|扎实的|丰富的|一定的?|基本的?|非常|比较|很|并|且|其|对于?|在|以|同时|也|能|运用|操作|使用|应用|熟练(?:地)?|精通|熟悉|熟知|了解|掌握|擅长|善于|利用|通过|从事|独立|完成|进行|常用的?|各种|各类|多种|主流的?|相关|其他|如|例如|比如|包括|主要|特别是|尤其是|较好的?|优秀的|制作|懂得?|proficient (?:in|with)|familiar with|experienced? (?:in|with)|knowledge of|skilled in|expert in|good at|strong|working knowledge of|hands-on|using)+",
            Pattern.CASE_INSENSITIVE);
    private static final GatedPattern SUFFIX = GatedPattern.compileBehind(
            "(?i)(?:(?<=.)等(?:等)?(?:[\\u4e00-\\u9fa5]{0,8})?|(?<=[A-Za-z0-9])\\s?(?:抓包|辅助[\\u4e00-\\u9fa5]{0,6})|(?<=.)(?:来|去)?(?:做|进行|画)[\\u4e00-\\u9fa5]{2,10}|的?(?:使用|操作|应用|运用|基本操作|开发经验|使用经验|经验|工作经验|能力|知识|技能|技术|相关知识|编程|开发|技巧|方法|理论|基础|功底)|软件|工具|非常|比较|精通|熟练|熟悉|掌握|了解|良好|一般|优秀|优|良|中|初级|\\d{1,3}\\s?(?:个?月|年)(?:以上)?|\\s\\d{1,3}\\s?%|(?:expert|advanced|intermediate|basic|beginner|proficient|good|excellent))$|[\\s.。:：·]+$",
            "a");
    /** Words of sentences; a skill is a name. */
    private static final GatedPattern SENTENCE = GatedPattern.compile(
            "[的了着过把被让使将于我您]|能|可以|较|很|非常|良好|责任|态度|性格|认真|积极|学习|沟通|团队精神|吃苦|耐劳|乐观|开朗|诚|踏实|上进|热情|热爱|喜欢|工作|经验|负责|参与|完成|主持|担任|获得|荣获|取得|公司|以上|以下|编号|说明|要求|能力|知识|水平|其他|特长|普通话|标准|良$|优$|熟练|使用时间|个月|自我|评价|期望|薪$|面议|电话|备注|名称|方面|期间|阶段|安全性|性$|时间|程度|本科|硕士|奖|实际|问题|各环节|常见|[省市]$|^国家$|^计算机$|^管理$|^编码$|^验收$|^签|^日期|精神|意识|思维|习惯|各种|多种|理念|流程$|规范$|听说|读写|阅读|书写|[一-十\\d]+年|相关$|原理$|思想$");
    /** 提高执行效率: what one does with a thing does not name it; 结构设计 does. */
    private static final GatedPattern VERB = GatedPattern.compile(
            "(?:提高|实现|安装|利用|通过|采用|编写|搭建|设计|开发|[为与])(?=.{2})|[*＊]|^(?:示例|添加|修改|删除|保存|查看|展开|收起|上传|收藏|举报|返回|上移|下移|新增)|^(?:看(?![板护])|写(?![作生真字])|读(?![者写卡])|跟(?![单踪进拍台])|从(?!业)|帮|陪(?![诊练护])|起草|撰写|跟随|建新|带(?=.{0,4}(?:团队|班|人|徒))).");
    /** Words for tools that name none. */
    private static final GatedPattern KIND_ONLY = GatedPattern.compile(
            "(?:常用|日常|各种|相关|主流|多种|绘图|专业|应用|设计|编辑|测试|开发|现代)*(?:软件|工具|系统|平台|环境|语言|技能|文档|项目|维护|部署|证书|计算机|电脑)");

    /** "SVN配置管理工具": the name is the tool's. */
    private static final Pattern TOOL_AND_KIND = Pattern.compile(
            "([A-Za-z.][A-Za-z0-9.+#/ -]+)[\\u4e00-\\u9fa5]{0,8}(?:工具|环境|软件|平台|系统|框架|服务器|数据库|组件|库|协议|语言|程序|管理|技术|生成器|模板|模型|控件|布局|分布式|语句|脚本)");

    private static final GatedPattern MEANT = GatedPattern.compile("编程|开发|基本操作|计算机操作|电脑操作");
    /** Words of two characters that say nothing by themselves. */
    private static final GatedPattern GENERIC = GatedPattern.compile(
            "工艺|设计|测试|管理|协调|实施|实践|分析|处理|维护|编辑|组织|执行|计划|服务|支持|应用|业务|财务|产品|市场|技术|专业|理论|基础|部署|优化|监控|配置|安装|调试|操作|制作|会议|文件|资料|数据|客户|流程|质量|行业.*|.*行业|.*专家|.*专业|同类|相似|上述|其它|模式|.*模式|运营|策略|方案|结构|功能|模块|接口|网络|网站|硬件|设备|教书育人|交流|表达|互联网");

    private static final GatedPattern SENTENCES = GatedPattern.compile("[。;；\\n!！]");
    /** Sentences about what somebody did or is like, not lists. */
    private static final GatedPattern TELLING =
            GatedPattern.compile("负责|参与|曾|具备|能够|可以|主持|主导|完成|协助|带领|为人|处事|关注|严以|正直|谦虚|性格|懂得|善于|具有|较强|强烈|良好|通过|获得|授予");
    /** Courses taken are no skills claimed. */
    private static final GatedPattern COURSES = GatedPattern.compile("(?:学习|修读|主修|选修|修完|系统学)了|课程|主修|选修");

    private static final GatedPattern CLAIM = GatedPattern.compile(
            "精通|熟悉|熟知|熟练(?:地)?(?:掌握|使用|操作|运用|应用|用运)?|掌握|擅长|了解|会使用|\\b(?:proficient in|skilled in|expertise in|experienced in|specialis?zed in|familiar with)\\b",
            Pattern.CASE_INSENSITIVE);
    /** "对供应商开发、成本核算非常熟悉". */
    private static final GatedPattern CLAIM_AFTER = GatedPattern.compile(
            "对于?(.{2,60}?)(?:要点|方面|流程)?(?:都|均)?(?:非常|十分|比较|很|较|有(?:着)?(?:较|很)?(?:深|深入|深刻)的?)?(?:熟悉|了解|精通)");
    /** "7年结构设计经验". */
    private static final GatedPattern YEARS_OF = GatedPattern.compile(
            "(?:\\d{1,2}|[一二三四五六七八九十多两数])\\s?余?(?:多)?年(?:以上)?的?(.{2,14}?)(?:相关)?(?:工作|从业|实践|开发|管理)?经[验历]");

    /** Nouns one after the other: "包括组织结构设计、职位评估、薪酬调查等". */
    private static final GatedPattern LISTING = GatedPattern.compile("包括|等(?:方面|具有|都有|均有|有)");

    private SkillLists() {}

    /**
     * @param name whether it can be kept as written; false for a part of a sentence, in which only known tools count
     * @param claimed whether it stands in a sentence ("熟练掌握…") rather than in a bare list
     * @param sentence whether only what stands in it by name may count
     */
    record Item(String text, boolean name, boolean claimed, boolean sentence) {
        Item(String text, boolean name, boolean claimed) {
            this(text, name, claimed, false);
        }

        /** Of which only what is known by name counts. */
        Item asSentence() {
            return new Item(text, false, claimed, true);
        }

        /** Chinese words of a sentence: beside a long list of names they say how somebody works. */
        boolean isPhrase() {
            return claimed
                    && TextFolding.hasHan(text)
                    && !ToolNames.LATIN_START.matcher(text).lookingAt();
        }
    }

    /**
     * The items of one line of a list.
     *
     * @param known whether words are a term of the vocabulary, which stays whole: C语言, 软件开发
     */
    static List<Item> items(String text, Predicate<String> known) {
        List<Item> items = new ArrayList<>();
        for (String sentence : SENTENCES.split(text)) {
            if (!COURSES.matcher(sentence).find()) {
                String[] parts = PARTING.split(sentence);
                boolean list = (parts.length > 2 || sentence.strip().length() <= SHORT_LINE)
                        && !TELLING.matcher(sentence).find();
                boolean claimed = CLAIM.matcher(sentence).find();
                split(parts, list, claimed, known, items);
            }
        }
        return items;
    }

    /** What somebody claims to know among sentences about themselves: behind 精通, 熟悉, 擅长 or before 非常熟悉. */
    static List<Item> claims(String text, Predicate<String> known) {
        List<Item> items = new ArrayList<>();
        for (String sentence : SENTENCES.split(text)) {
            if (COURSES.matcher(sentence).find()) {
                continue;
            }
            GatedPattern.Search after = CLAIM_AFTER.matcher(sentence);
            GatedPattern.Search claim = CLAIM.matcher(sentence);
            GatedPattern.Search years = YEARS_OF.matcher(sentence);
            boolean told = false;
            while (after.find()) {
                told = true;
                split(PARTING.split(after.group(1)), true, true, known, items);
            }
            if (!told && claim.find()) {
                split(PARTING.split(sentence.substring(claim.end())), true, true, known, items);
            }
            if (years.find()) {
                split(PARTING.split(years.group(1)), true, true, known, items);
            }
            if (!told && !claim.find(0) && LISTING.matcher(sentence).find()) {
                List<Item> list = new ArrayList<>();
                String[] parts = PARTING.split(sentence);
                split(parts, true, false, known, list);
                long names = list.stream().filter(Item::name).count();
                if (names >= LEAST_OF_LIST && names * 4 >= parts.length * 3L) {
                    items.addAll(list);
                }
            }
        }
        return items;
    }

    static boolean isAboutCourses(String text) {
        return COURSES.matcher(text).find();
    }

    /** Whether a sentence claims knowledge at all. */
    static boolean claims(String text) {
        return CLAIM.matcher(text).find() && !COURSES.matcher(text).find();
    }

    private static void split(
            String[] parts, boolean list, boolean claimed, Predicate<String> known, List<Item> items) {
        for (String part : parts) {
            String bare = part.length() > LONGEST_ITEM ? part.strip() : bare(part, known);
            String[] halves = known.test(bare) ? new String[] {bare} : SLASH.split(bare);
            for (String half : halves) {
                if (!half.isBlank()) {
                    items.add(new Item(half, list && isName(half) || ToolNames.isTool(half), claimed));
                }
            }
        }
    }

    private static boolean isName(String bare) {
        return TextFolding.hasHan(bare)
                && bare.length() >= 2
                && bare.replaceAll("[A-Za-z0-9.+# -]+", "x").length() <= LONGEST_HAN
                && bare.codePoints().filter(Character::isDigit).count() <= 2
                && !SENTENCE.matcher(bare).find()
                && !GENERIC.matcher(bare).matches()
                && !VERB.matcher(bare).find()
                && !KIND_ONLY.matcher(bare).matches();
    }

    private static String bare(String part, Predicate<String> known) {
        String bare = part.strip();
        String former;
        do {
            former = bare;
            if (known.test(bare)) {
                return bare;
            }
            Matcher tool = TOOL_AND_KIND.matcher(bare);
            if (tool.matches()) {
                bare = tool.group(1).strip();
            }
            bare = PREFIX.matcher(bare).replaceFirst("").strip();
            if (known.test(bare)) {
                return bare;
            }
            if (KIND_ONLY.matcher(bare).matches()) {
                return "";
            }
            String shorter = SUFFIX.matcher(bare).replaceFirst("").strip();
            // 编程 alone in a list is meant, and so is 计算机操作.
            if (MEANT.matcher(bare).find()
                    && (shorter.isEmpty() || KIND_ONLY.matcher(shorter).matches())) {
                return bare;
            }
            bare = shorter;
        } while (!bare.equals(former));
        return bare;
    }
}
