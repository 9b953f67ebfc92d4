package org.talentrecall.ingest.resume;

import java.util.regex.Pattern;
import org.talentrecall.archive.text.GatedPattern;
import org.talentrecall.archive.text.TextFolding;

/** Tells names of certificates from other names by their form: 上海市人事岗位资格证书, 电工证, 工程师职称, 计算机C语言二级. */
final class CertificateNames {
    private static final int SHORTEST = 3;
    private static final int LONGEST_HAN = 30;
    private static final int LONGEST = 90;
    private static final GatedPattern FORM = GatedPattern.compile(
            "(?:[^证]证书?|资格证?书?|职称|执照|认证|许可证|上岗证|认证[\\u4e00-\\u9fa5]{1,4}[师员])(?:[(（][^)）]{1,12}[)）])?$|(?:英语|日语|计算机|语言|网络|技术|考试|测试|管理师|水平|能力)[^,，。]{0,6}(?:[一二三四五六七八九][级級]|[abc]级)(?:证书?|[甲乙]等)?$|\\d级证?$|\\bcertifi(?:ed|cate|cation)\\b");
    /** What is in every such name. */
    private static final GatedPattern SIGN = GatedPattern.compile("证|资格|职称|执照|级|級|certif");

    /** A job board's verification of a phone or a degree, and wishes. */
    static final String NEITHER = "[已未]认证$|^(?:希望|期望|应聘|意向)";

    private static final GatedPattern NONE = GatedPattern.compile(
            NEITHER
                    + "|认证体系|身份证|学历证|毕业证|学位证|验证|论证|保证|印证|查证|求证|举证|签证|[的了]|^[初中高]级职?称?$|办理|负责|体系认证|产品认证|质量认证|^(?:相关|各类|所获|获得|其他|资格|专业|职业|技能)*(?:证书?|资格证?书?|职称|执照|认证)$");

    private static final Pattern LEAD_IN = Pattern.compile(
            "^.*?(?:考取|获得|取得|通过|持有?|考过|拿到|颁发的?|授予的?)了?|^[^:：]{1,12}[:：]\\s*|^(?:19|20)\\d{2}[年./-]?\\d{0,2}月?\\s*");

    private static final GatedPattern LAST = GatedPattern.compile("培训(?:以?及|和|、)(.{2,20})$");
    /** 通过中级调试员考试: the examination makes one. */
    private static final GatedPattern HOLDER = GatedPattern.compile("[员师]$");

    private static final GatedPattern PASSED = GatedPattern.compile("通过了?([^,，。;；通过]{2,24})考试");

    private CertificateNames() {}

    /** Without the words before it: "2013年考取一级建造师证书". */
    static String bare(String text) {
        String bare = text.strip();
        GatedPattern.Search passed = PASSED.matcher(bare);
        if (passed.find()) {
            return isCertificate(passed.group(1))
                            || HOLDER.matcher(passed.group(1)).find()
                    ? passed.group(1)
                    : passed.group(1) + "考试";
        }
        String former;
        do {
            former = bare;
            bare = LEAD_IN.matcher(bare).replaceFirst("").strip();
        } while (!bare.equals(former));
        GatedPattern.Search last = LAST.matcher(bare);
        if (last.find() && isCertificate(last.group(1))) {
            return last.group(1);
        }
        int blank = bare.lastIndexOf(' ');
        return blank > 0 && TextFolding.hasHan(bare) && isCertificate(bare.substring(blank + 1))
                ? bare.substring(blank + 1)
                : bare;
    }

    /** Whether a name alone, without words around it, is one of a certificate. */
    static boolean isCertificate(String name) {
        String folded = TextFolding.fold(name);
        return folded.length() >= SHORTEST
                && folded.length() <= (TextFolding.hasHan(folded) ? LONGEST_HAN : LONGEST)
                && SIGN.isIn(folded)
                && FORM.matcher(folded).find()
                && !NONE.matcher(folded).find();
    }
}
