package org.talentrecall.enrich.profile;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.text.OrganisationNames;

/** A post written as one line: 高级Java工程师，杭州鹿仓科技有限公司, or Senior Product Manager at Cloudloft. */
record TitleAndCompany(@Nullable String title, String company) {
    private static final Pattern AT =
            Pattern.compile("(.+?)\\s*(?:\\s(?:at|with)\\s|@)\\s*(.+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PARTS = Pattern.compile("(.+?)\\s*(?:[，,、|｜·]|\\s[-–—]\\s)\\s*(.+)");
    private static final Pattern COMPANY = Pattern.compile(
            ".*(?:公司|集团|银行|研究院|研究所|大学|学院|医院|事务所|工厂|\\b(?:Inc|Ltd|LLC|GmbH|Corp|Co|University|Bank|Group)\\b\\.?)$");
    private static final Pattern TITLE = Pattern.compile(
            "(?i).*(?:工程师|经理|总监|主管|主任|专员|助理|顾问|架构师|总裁|负责人|设计师|分析师|研究员|科学家|会计|教师|讲师|教授|医生|律师|实习生|manager|engineer|director|developer|analyst|officer|consultant|architect|scientist|designer|lead|head|president|specialist|assistant|professor|founder|intern)\\b?.*");

    /**
     * @param known an employer that the page names elsewhere, or null
     * @return empty when the line does not tell which part is the company
     */
    static Optional<TitleAndCompany> read(String line, @Nullable String known) {
        Matcher at = AT.matcher(line);
        if (at.matches()) {
            return Optional.of(new TitleAndCompany(at.group(1), at.group(2)));
        }
        Matcher parts = PARTS.matcher(line);
        if (!parts.matches()) {
            return isCompany(line, known) ? Optional.of(new TitleAndCompany(null, line)) : Optional.empty();
        }
        String first = parts.group(1);
        String second = parts.group(2);
        if (isCompany(second, known)) {
            return Optional.of(new TitleAndCompany(first, second));
        }
        if (isCompany(first, known)) {
            return Optional.of(new TitleAndCompany(second, first));
        }
        boolean titleFirst = TITLE.matcher(first).matches();
        boolean titleSecond = TITLE.matcher(second).matches();
        if (titleFirst == titleSecond) {
            return Optional.empty();
        }
        return Optional.of(titleFirst ? new TitleAndCompany(first, second) : new TitleAndCompany(second, first));
    }

    private static boolean isCompany(String part, @Nullable String known) {
        return COMPANY.matcher(part).matches()
                || known != null && OrganisationNames.key(known).equals(OrganisationNames.key(part));
    }
}
