package org.talentrecall.scoring.outreach;

import java.util.regex.Pattern;
import org.talentrecall.archive.fact.OpeningDescription;
import org.talentrecall.archive.text.TextFolding;
import org.talentrecall.scoring.profile.Claims;

/** What kind of post it is, for people of each like to be spoken to in another way. */
enum PostKind {
    /** Values facts and short ways: mail with papers, then a call. */
    TECHNICAL,
    /** Values the bond: a message, then a coffee. */
    SALES,
    OTHER;

    private static final Pattern SALES_WORDS = Pattern.compile(
            "销售|商务|客户经理|大客户|渠道|市场拓展|\\bsales\\b|\\baccount (?:manager|executive)\\b|business development|\\bbd\\b");
    private static final Pattern TECHNICAL_WORDS = Pattern.compile(
            "研发|开发|工程师|算法|架构|测试|运维|技术|数据|分析师|嵌入式|软件|硬件|engineer|developer|architect|scientist|analyst|devops|r&d|\\bqa\\b");

    /** The title decides; only where it tells nothing, the department does. */
    static PostKind of(OpeningDescription post) {
        PostKind byTitle = of(TextFolding.fold(post.title()));
        return byTitle != OTHER ? byTitle : of(TextFolding.fold(Claims.join(post.department())));
    }

    private static PostKind of(String folded) {
        if (SALES_WORDS.matcher(folded).find()) {
            return SALES;
        }
        return TECHNICAL_WORDS.matcher(folded).find() ? TECHNICAL : OTHER;
    }
}
