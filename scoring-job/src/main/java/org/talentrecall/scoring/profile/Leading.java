package org.talentrecall.scoring.profile;

import java.util.regex.Pattern;
import org.talentrecall.archive.text.TextFolding;

/** Leading people: whether words ask for it, tell of it, and whether a title implies it. */
public final class Leading {
    private static final Pattern ASKED = Pattern.compile(
            "团队.{0,6}(?:管理|领导)|管理.{0,4}团队|带.{0,3}团队|带人|带队|人员管理"
                    + "|\\b(?:people|team|staff) (?:management|leadership|lead)\\b|\\b(?:leading|managing|lead|manage) (?:a |an )?(?:\\w+ )?(?:team|people)\\b|\\bleadership\\b");
    private static final Pattern TOLD = Pattern.compile(
            "带(?:领|队|团队|\\d+\\s*(?:余|多)?人)|(?:管理|领导).{0,4}?\\d+\\s*(?:余|多)?人|团队.{0,2}管理|管理.{0,4}团队"
                    + "|\\b(?:led|leads|leading|managed|manages|managing) (?:a |an |the )?(?:\\w+ ){0,2}(?:team|people|engineers|staff)\\b");
    private static final Pattern TITLE = Pattern.compile("主管|总监|组长|班长|厂长|部长|负责人|总经理|副总"
            + "|(?<!产品|项目|客户|渠道|商务|销售)经理"
            + "|\\b(?:lead|leader|head|director|supervisor|chief|vp)\\b"
            + "|(?<!product |project |program |account )\\bmanager\\b");

    private Leading() {}

    /** Whether a requirement, or a gap, is about leading people. */
    public static boolean isAsked(String words) {
        return ASKED.matcher(TextFolding.fold(words)).find();
    }

    /** Whether somebody tells of having led. */
    public static boolean isTold(String words) {
        return TOLD.matcher(TextFolding.fold(words)).find();
    }

    /** Whether who holds the title leads others. 产品经理 is a trade, not a rank. */
    public static boolean isImpliedBy(String title) {
        return TITLE.matcher(TextFolding.fold(title)).find();
    }
}
