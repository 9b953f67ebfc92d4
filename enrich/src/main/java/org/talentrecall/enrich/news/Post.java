package org.talentrecall.enrich.news;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.vocabulary.Mention;
import org.talentrecall.archive.vocabulary.Term;
import org.talentrecall.archive.vocabulary.Vocabulary;

/** Parts a Chinese run of words into employer and title: 上海链石科技有限公司风控主管. */
final class Post {
    static final String COMPANY_END = "(?:有限责任公司|股份有限公司|有限公司|总公司|分公司|公司|集团|银行|研究院|研究所|大学|学院|医院|事务所|基金会|证券|保险)";

    private static final Pattern BY_COMPANY =
            Pattern.compile("^(?<company>.{2,}" + COMPANY_END + ")的?(?<title>.{2,})$");
    private static final Pattern ONLY_COMPANY = Pattern.compile("^.{2,}" + COMPANY_END + "$");
    private static final Pattern BY_TITLE = Pattern.compile(
            "^(?<company>.*?)(?<title>(?:首席|高级|资深|副|执行|联席|集团|全球|区域|大区|华东区?|华南区?|华北区?|中国区|亚太区|产品|技术|研发|市场|销售|运营|财务|人力资源|算法|风控|数据|品牌|战略|投资|质量|生产|供应链|商务|项目|客户|医学|前端|后端|软件|硬件|测试|信息)*(?:CEO|CTO|CFO|COO|CIO|CMO|VP|总经理|总裁|董事长|总监|经理|主管|主任|负责人|工程师|架构师|设计师|分析师|科学家|研究员|首席.{1,6}官|合伙人|院长|厂长|专家|顾问))$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MODIFIERS = Pattern.compile("(?:首席|高级|资深|副|执行|联席|集团|区域|大区|中国区)+$");
    private static final Pattern PAUSE = Pattern.compile("[，,。；;！!？?（(【|｜]|\\s[-–—]\\s|——");

    private Post() {}

    /** What was told apart; both null when the words are neither. */
    record Parted(@Nullable String company, @Nullable String title) {}

    /** The words up to the first mark that ends the statement. */
    static String untilPause(String words) {
        Matcher pause = PAUSE.matcher(words);
        return (pause.find() ? words.substring(0, pause.start()) : words).strip();
    }

    static Parted part(String words) {
        String rest = words.strip();
        if (rest.isEmpty()) {
            return new Parted(null, null);
        }
        Matcher company = BY_COMPANY.matcher(rest);
        if (company.matches()) {
            return new Parted(company.group("company"), company.group("title").strip());
        }
        if (ONLY_COMPANY.matcher(rest).matches()) {
            return new Parted(rest, null);
        }
        Matcher title = BY_TITLE.matcher(rest);
        if (title.matches()) {
            return parted(title.group("company"), title.group("title"));
        }
        List<Mention> mentions = Vocabulary.standard().mentions(rest);
        Mention last = mentions.isEmpty() ? null : mentions.get(mentions.size() - 1);
        if (last != null && last.end() == rest.length() && last.term().kind() == Term.Kind.TITLE) {
            Matcher modifiers = MODIFIERS.matcher(rest.substring(0, last.start()));
            int start = modifiers.find() ? modifiers.start() : last.start();
            return parted(rest.substring(0, start), rest.substring(start));
        }
        return new Parted(null, null);
    }

    private static Parted parted(String company, String title) {
        String employer = company.strip();
        return new Parted(employer.length() < 2 ? null : employer, employer.length() == 1 ? company + title : title);
    }
}
