package org.talentrecall.ingest.notes;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What exactly is missing: "足够的ToB和区块链相关" becomes "ToB" and "区块链". */
final class GapDetail {
    private static final Pattern PARTING =
            Pattern.compile("[、/,&]|(?<![\\u4e00-\\u9fa5])[和及与或](?=.)|(?<=..)[和及与或](?=..)| and | or ");
    private static final Pattern BEFORE = Pattern.compile(
            "^(?:(?:足够|相应|必要|丰富|成熟|完整|一定|较多|太多|独立|实际|系统|任何|明确|具体|直接|过硬|扎实)的?|的|在|对|有|做|过"
                    + "|(?:enough|sufficient|any|real|hands-on|relevant|prior|direct|proven|the|a|an|in|with|of|on|our)\\s)+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AFTER = Pattern.compile(
            "(?:的|方面|领域|行业|项目|相关|实战|落地|业务上?|从业|工作|上|能力|经验|方向|管理经验|水平|等"
                    + "|\\s(?:related|specific|relevant|work|working|project|projects|domain|industry|experience|skills?))+$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EMPTY_WORD = Pattern.compile(
            "相关|技术|工作|岗位|行业|项目|专业|领域|对口|该|此|本|这|那|同|我们|公司|业务|基础|综合|个人|整体|总体|候选人|任何|其他|一些|很|较|有些"
                    + "|relevant|related|work|industry|domain|candidate|technical|required|the|his|her|their|overall|general|such|this|that",
            Pattern.CASE_INSENSITIVE);

    private GapDetail() {}

    /** The parts that name something; empty when the words name nothing. */
    static List<String> split(@Nullable String what) {
        List<String> parts = new ArrayList<>();
        if (what == null) {
            return parts;
        }
        for (String piece : PARTING.split(what.strip())) {
            String bare = AFTER.matcher(BEFORE.matcher(piece.strip()).replaceFirst(""))
                    .replaceFirst("")
                    .strip();
            if (!bare.isEmpty() && !EMPTY_WORD.matcher(bare).matches() && !parts.contains(bare)) {
                parts.add(bare);
            }
        }
        return parts;
    }
}
