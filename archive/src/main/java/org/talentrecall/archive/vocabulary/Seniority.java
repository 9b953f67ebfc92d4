package org.talentrecall.archive.vocabulary;

import java.util.List;
import java.util.regex.Pattern;
import org.talentrecall.archive.text.TextFolding;

/** How high a title stands: 0 intern, 1 junior, 2 regular, 3 senior or team lead, 4 manager, 5 director, 6 VP and above. */
public final class Seniority {
    private record Level(Pattern pattern, int level) {
        Level(String pattern, int level) {
            this(Pattern.compile(pattern), level);
        }
    }

    /** A "manager" of products, projects or customers leads no department. */
    private static final String OWN_WORK =
            "(?:产品|项目|客户|渠道|投资|基金|理财|信贷|商务|售前|交付|实施|社区|社群|内容|策略|数据|招商|用户|活动|解决方案|客户成功)(?:副)?经理";

    private static final String OWN_WORK_ENGLISH =
            "\\b(?:product|project|program|programme|account|customer success|community|case|relationship|content) manager";
    /** Heads of a region or of a handful of people more often than of a department. */
    private static final String SMALL_TEAM =
            "(?:销售|市场|营销|品牌|运营|风控|风险|合规|区域|大区|城市|招聘|门店|采购|公关)经理|\\b(?:sales|marketing|brand|regional|area|risk|compliance|recruiting|store|procurement|purchasing) manager";

    private static final List<Level> LEVELS = List.of(
            new Level("实习|见习|管培|学徒|\\bintern(?:ship)?\\b|\\btrainee\\b|\\bapprentice\\b", 0),
            new Level("(?:助理|秘书|助手)$|\\bassistant to\\b|\\bexecutive assistant\\b|\\bsecretary\\b", 1),
            new Level(
                    "副?总经理|总裁|副总(?!监)|董事长|董事总|创始人|合伙人|首席.{0,4}官|(?:^|[^a-z])(?:ceo|cto|cfo|coo|cio|cmo|cpo|chro|cro|ciso|cso|svp|evp|vp)(?:$|[^a-z])|\\bchief [a-z]+(?: [a-z]+)? officer|(?<!assistant )\\bvice president|\\bpresident\\b|\\bfounder\\b|\\bmanaging director|\\bgeneral manager|\\bpartner$|^老?总$",
                    6),
            new Level(
                    "总监|总工程师|总工$|首席|厂长|事业部.{0,2}(?:总|负责人)|副?院长|\\bdirector\\b|\\bhead of\\b|\\bplant manager|\\bavp\\b|\\bassistant vice president|\\bchief\\b|\\bdistinguished\\b|\\bfellow\\b",
                    5),
            new Level(
                    "(?:高级|资深|副)经理$|(?:生产|制造|技术|研发|开发|工程|质量|品质|财务|会计|人力资源|人事|hr|行政|供应链|物流|仓储|设备|信息|it|法务|部门|部)经理|部长|车间主任|部门(?:经理|主管|负责人)|(?<!小组|模块|项目|产品)负责人|\\bsenior manager|\\bengineering manager|\\b(?:r&d|department|production|factory|hr|finance|operations|quality|development|manufacturing|it) manager|\\bprincipal\\b",
                    4),
            new Level(
                    "(?:高级|资深|主任|专家|架构师|科学家)|主管|主任|组长|班长|工长|科长|负责人|领班|主任医师|\\bsenior\\b|\\bsr\\b\\.?|\\blead(?:er)?\\b|\\bsupervisor\\b|\\barchitect\\b|\\bstaff\\b|\\bexpert\\b|\\bscientist\\b|\\bforeman\\b",
                    3),
            new Level(
                    "初级|助理|应届|管理培训|\\bjunior\\b|\\bjr\\b\\.?|\\bassistant\\b|\\bassociate\\b|\\bentry\\b|\\bgraduate\\b",
                    1),
            new Level(OWN_WORK + "|" + OWN_WORK_ENGLISH, 2),
            new Level(SMALL_TEAM, 3),
            new Level("经理|\\bmanager\\b", 4));

    private Seniority() {}

    /** The level from 0 to 6; 2 where the title tells none. */
    public static int of(String title) {
        String folded = TextFolding.fold(title.substring(0, Math.min(title.length(), 200)));
        for (Level level : LEVELS) {
            if (level.pattern().matcher(folded).find()) {
                return level.level();
            }
        }
        return 2;
    }
}
