package org.talentrecall.ingest.resume;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.talentrecall.archive.text.TextFolding;
import org.talentrecall.archive.vocabulary.Vocabulary;

/** Takes a list of skills apart into its items as written: "熟练使用 Rhino、KeyShot；了解工程制图". */
final class SkillLists {
    private static final int LONGEST_HAN = 12;
    private static final int LONGEST_LATIN = 32;
    private static final Pattern PARTING = Pattern.compile(
            "[、,，;；。|｜\\t•●■◆◇▪*?！!【】\\[\\]]+|\\s+[/／·+-]\\s+|\\s{2,}|(?:以?及|和|与|或者?|\\band\\b|\\bor\\b)(?=[\\u4e00-\\u9fa5A-Za-z\\s])|[:：](?!\\d)|[(（)）]|(?<=[A-Za-z+#])/(?=[A-Z])");
    private static final Pattern PREFIX = Pattern.compile(
            "^(?:[-–—·\\s]|\\d{1,2}\\s?[、.．)](?!\\d))+|^(?:本人|我|能够?|可以?|会|有|具有|具备|拥有|良好的|较强的|扎实的|丰富的|一定的|基本的?|非常|比较|很|并|且|对|在|以|运用|操作|使用|应用|熟练(?:地)?|精通|熟悉|熟知|了解|掌握|擅长|善于|利用|通过|从事|独立|完成|进行|常用的?|各种|多种|主流的?|相关|其他|如|例如|包括|主要|proficient (?:in|with)|familiar with|experienced? (?:in|with)|knowledge of|skilled in|expert in|good at|strong|working knowledge of|hands-on|using)+");
    private static final Pattern SUFFIX = Pattern.compile(
            "(?:等(?:等)?(?:[\\u4e00-\\u9fa5]{0,8})?|的?(?:使用|操作|应用|运用|基本操作|开发经验|使用经验|经验|工作经验|能力|知识|技能|技术|相关知识|编程|开发|技巧|方法|理论)|精通|熟练|熟悉|掌握|了解|良好|一般|优秀|优|良|中|初级|\\d{1,3}\\s?(?:个月|年)(?:以上)?|\\s\\d{1,3}\\s?%|(?:expert|advanced|intermediate|basic|beginner|proficient|good|excellent))$|[\\s.。:：·]+$");
    /** Words of sentences; a skill is a name. */
    private static final Pattern SENTENCE = Pattern.compile(
            "[的了着过把被让使将于]|能|可以|较|很|非常|良好|责任|态度|性格|认真|积极|学习|沟通|团队精神|吃苦|耐劳|乐观|开朗|诚|踏实|上进|热情|热爱|喜欢|工作|经验|负责|参与|完成|主持|担任|获得|荣获|取得|公司|以上|以下|编号|说明|要求|环境|平台|软件|工具|系统|语言|技能|能力|知识|水平|其他|特长|证书|普通话|标准|良|优|熟练程度|使用时间|个月|自我|评价|期望|薪|电话|备注|名称|方面|期间|阶段|安全性|性$|时间|程度|本科|硕士|奖|文档|实际|项目|问题|维护|部署|各环节|常见|市$|省$|^计算机$|^管理$|^编码$|^验收$|^签|^日期|精神|意识|思维|习惯|性格");

    private static final Pattern SENTENCES = Pattern.compile("[。;；\\n!！]");
    /** Sentences about what somebody did or is like, not lists. */
    private static final Pattern TELLING =
            Pattern.compile("负责|参与|曾|具备|能够|可以|主持|主导|完成|协助|带领|为人|处事|关注|严以|正直|谦虚|性格|懂得|善于|具有|较强|强烈|良好");

    private static final String WORD = "[A-Za-z][A-Za-z0-9.+#]{1,20}(?: [A-Z][A-Za-z0-9.+#]{0,20})?";
    private static final Pattern RUN_PARTING = Pattern.compile("\\s*[、,，/]\\s*");
    private static final Pattern RUN = Pattern.compile(
            "(?<![A-Za-z0-9@._/:-])" + WORD + "(?:\\s{0,2}[、,，/]\\s{0,2}" + WORD + "){2,}(?![A-Za-z0-9@])");
    private static final Pattern LATIN = Pattern.compile(
            "(?<![A-Za-z0-9.@/_-])(?:\\.?[A-Z][A-Za-z0-9.+#]*(?:[- ](?:[A-Z][A-Za-z0-9.+#]*|v?\\d[\\d.]*))*|[a-z][a-z0-9]*[.+#A-Z][A-Za-z0-9+#.]*|[a-z]{3,}[a-z0-9]*)(?![A-Za-z0-9@_])");
    private static final Set<String> COMMON = Set.of(
            "and",
            "or",
            "the",
            "with",
            "for",
            "web",
            "pc",
            "it",
            "skills",
            "skill",
            "tools",
            "tool",
            "software",
            "languages",
            "language",
            "frameworks",
            "framework",
            "databases",
            "database",
            "other",
            "others",
            "etc",
            "good",
            "excellent",
            "microsoft",
            "operating",
            "systems",
            "system",
            "computer",
            "technical",
            "core",
            "name",
            "level",
            "of",
            "in",
            "to",
            "on",
            "by",
            "as",
            "is",
            "an",
            "experience",
            "years",
            "year",
            "app",
            "demo",
            "api",
            "id",
            "www",
            "com",
            "native",
            "fluent",
            "basic",
            "advanced",
            "intermediate",
            "using",
            "platform",
            "platforms",
            "strong",
            "from",
            "including",
            "development",
            "windows7",
            "windowsxp",
            "version",
            "server",
            "client",
            "http",
            "https");

    private SkillLists() {}

    /** The items of one line of a list; parts of sentences are left out, names of tools inside them are not. */
    static List<String> items(String text) {
        List<String> items = new ArrayList<>();
        for (String sentence : SENTENCES.split(text)) {
            sentence(sentence, items);
        }
        return items;
    }

    /** Tools named one after the other anywhere: "用 Athena/DevTest/Jtest 测试". */
    static List<String> runs(String text, Vocabulary vocabulary) {
        List<String> items = new ArrayList<>();
        Matcher run = RUN.matcher(text);
        while (run.find()) {
            // One known tool tells that the others are tools too and no list of towns or travels.
            if (vocabulary.mentions(run.group()).isEmpty()) {
                continue;
            }
            for (String word : RUN_PARTING.split(run.group())) {
                if (isTool(word.strip())) {
                    items.add(word.strip());
                }
            }
        }
        return items;
    }

    private static void sentence(String text, List<String> items) {
        String[] parts = PARTING.split(text);
        boolean list = parts.length > 2 || text.strip().length() <= LONGEST_HAN + 8;
        for (String part : parts) {
            String bare = bare(part);
            if (bare.isEmpty()) {
                continue;
            }
            if (TextFolding.hasHan(bare)) {
                boolean names = list
                        && !TELLING.matcher(text).find()
                        && bare.length() >= 2
                        && bare.length() <= LONGEST_HAN
                        && bare.codePoints().noneMatch(Character::isDigit)
                        && !SENTENCE.matcher(bare).find();
                if (names) {
                    items.add(bare);
                } else {
                    items.addAll(tools(bare));
                }
            } else if (isTool(bare)) {
                items.add(bare);
            }
        }
    }

    /** Latin names inside a sentence. */
    private static List<String> tools(String sentence) {
        List<String> tools = new ArrayList<>();
        Matcher matcher = LATIN.matcher(sentence);
        while (matcher.find()) {
            if (isTool(matcher.group())) {
                tools.add(matcher.group());
            }
        }
        return tools;
    }

    private static boolean isTool(String word) {
        String folded = TextFolding.fold(word);
        long letters = folded.chars().filter(Character::isLetter).count();
        return letters >= 2
                && word.length() <= LONGEST_LATIN
                && word.split("\\s+").length <= 4
                && !COMMON.contains(folded)
                && !folded.matches("[a-z]{1,2}\\d*|.*\\d{4,}年?.*|v\\d.*")
                && word.indexOf('@') < 0;
    }

    private static String bare(String part) {
        String bare = part.strip();
        String former;
        do {
            former = bare;
            bare = PREFIX.matcher(bare).replaceFirst("").strip();
            bare = SUFFIX.matcher(bare).replaceFirst("").strip();
        } while (!bare.equals(former));
        return bare;
    }
}
