package org.talentrecall.scoring.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.talentrecall.archive.fact.NotHired;
import org.talentrecall.archive.fact.RejectionCode;
import org.talentrecall.archive.fact.Review;
import org.talentrecall.archive.record.RecordId;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.archive.review.ReviewForm;
import org.talentrecall.scoring.recommendation.Band;
import org.talentrecall.scoring.recommendation.Change;
import org.talentrecall.scoring.recommendation.Claim;
import org.talentrecall.scoring.recommendation.Component;
import org.talentrecall.scoring.recommendation.Components;
import org.talentrecall.scoring.recommendation.How;
import org.talentrecall.scoring.recommendation.Movement;
import org.talentrecall.scoring.recommendation.NearMiss;
import org.talentrecall.scoring.recommendation.NightReport;
import org.talentrecall.scoring.recommendation.Point;
import org.talentrecall.scoring.recommendation.Reason;
import org.talentrecall.scoring.recommendation.Recommendation;
import org.talentrecall.scoring.recommendation.Text;
import org.talentrecall.scoring.recommendation.When;

/** A small night about fictional people. */
public final class SampleNight {
    public static final LocalDate NIGHT = LocalDate.of(2026, 11, 23);

    private SampleNight() {}

    public static NightReport night() {
        return new NightReport(
                NIGHT,
                List.of(
                        new NightReport.OpeningList(
                                "YT-1",
                                "高级生产经理",
                                List.of(
                                        recommendation(1, "P-0000000000a1", "魏某", 91, Band.CONTACT, Movement.NEW),
                                        recommendation(
                                                2,
                                                "P-0000000000a2",
                                                "=HYPERLINK(\"x\")",
                                                66,
                                                Band.WATCH,
                                                Movement.SAME)),
                                List.of(nearMiss()),
                                Map.of("DO_NOT_CONTACT", 1, "JOINED", 2)),
                        new NightReport.OpeningList("YT-2", "区域销售经理", List.of(), List.of(), Map.of())),
                List.of(new NightReport.FollowUp(
                        "P-0000000000a3",
                        "林<某>",
                        "MEET",
                        Text.words("已回复愿意沟通,3 天内安排面谈"),
                        LocalDate.of(2026, 11, 20),
                        true,
                        claim("愿意沟通"))),
                List.of(new NightReport.ReviewItem(
                        "P-0000000000a4",
                        "周某",
                        "REASON",
                        Text.words("当时为什么没有录用?"),
                        claim("未录用"),
                        "0123456789abcdef",
                        new ReviewForm(
                                        "0123456789abcdef",
                                        Review.Kind.REASON,
                                        RecordId.of(new SourceId("log"), "row 7"),
                                        null,
                                        new NotHired(RejectionCode.UNKNOWN, null, "未录用", null, "产品经理", null),
                                        List.of())
                                .line())),
                List.of(new NightReport.Departure("P-0000000000a5", "郑某", "YT-1", "高级生产经理", 3, 61, Text.words("已入职"))),
                new NightReport.Balance(List.of(new NightReport.SourceLine("hr-inbox", 10, 6, 1, 1, 2)), 61, 61, true));
    }

    private static Recommendation recommendation(
            int rank, String id, String name, int score, Band band, Movement movement) {
        return new Recommendation(
                rank,
                id,
                name,
                score,
                band,
                new Components(95, 80, 100, 90),
                0.87,
                new Reason(
                        RejectionCode.HEADCOUNT_FROZEN, Text.words("岗位需求暂时冻结"), "2025-10-16", Reason.Standing.LIFTED),
                List.of(new Change(Text.words("岗位已开放:产能扩张,新增3条生产线"), "2026-10-08", "openings.xlsx 岗位!K5")),
                new When(NIGHT, true, Text.words("岗位开放,越早越好")),
                new How(
                        How.Channel.MAIL_AND_BOSS_CALL,
                        List.of(Text.words("邮件附岗位说明"), Text.words("老总电话")),
                        "headcount",
                        "zh-CN",
                        "高级生产经理岗位重新开放",
                        "魏先生,您好:\n\n去年十月与您面谈之后,岗位因编制冻结未能推进。\n今年产能扩张,新增3条生产线,岗位需求已释放,想邀请您重新考虑。",
                        "mailto:someone@example.com?subject=hello"),
                List.of(claim("300 人团队管理经验")),
                List.of(Text.words("目前薪资未知,请先确认")),
                movement,
                List.of(new NightReport.AlsoFor("YT-9", "生产总监", 70, false)),
                List.of(new Point(Component.REQUIREMENT, Text.words("必备条件全部满足"), 60, List.of(claim("生产管理")))));
    }

    private static NearMiss nearMiss() {
        return new NearMiss(
                "P-0000000000a6",
                "许某",
                59,
                83,
                Band.NOT_NOW,
                new Components(88, 70, 60, 75),
                0.7,
                new Reason(RejectionCode.SALARY, Text.words("薪资预期不符"), "2025-03", Reason.Standing.STANDS),
                Text.words("期望 48K,预算上限 45K"),
                new When(NIGHT, true, Text.words("确认期望")),
                List.of(),
                List.of(claim("期望 48K")),
                List.of(Text.words("问清当前期望薪资")));
    }

    private static Claim claim(String words) {
        return new Claim(Text.words(words), "hr-inbox <m1@example.com> resume.pdf p.1");
    }
}
