package org.talentrecall.scoring;

import static org.talentrecall.archive.fact.RejectionCode.EXPERIENCE_GAP;
import static org.talentrecall.archive.fact.RejectionCode.HEADCOUNT_FROZEN;

import java.time.LocalDate;
import org.talentrecall.archive.fact.CareerUpdate.Kind;
import org.talentrecall.archive.opening.Opening;

/** The founding story's four cases, with the facts that the story tells and nothing made to measure. */
public final class Golden {
    /** The story plays in 2023; case 1 and 2 "last year" and "this year". */
    public static final LocalDate TODAY = LocalDate.of(2023, 10, 10);

    private Golden() {}

    public static Told manager() {
        return Told.of("魏长林")
                .on("2022-08-20")
                .post("苏州恒岳机械有限公司", "生产经理", "2018-03", null, "负责三个车间的生产管理，管理300人的生产团队，推行精益生产")
                .post("无锡江鼎精密", "生产主管", "2011-07", "2018-02", "产线管理")
                .lives("苏州")
                .on("2022-09-01")
                .interview("2022-09-01", "高级生产经理")
                .boss("具备大型生产团队管理经验，值得后续关注", null, "2022-09-01")
                .no(HEADCOUNT_FROZEN, null, "产能未扩张，岗位需求暂时冻结", "2022-09-01", "高级生产经理");
    }

    public static Opening managerPost() {
        return Post.of("G-1", "高级生产经理")
                .in("苏州")
                .pays(30_000, 40_000)
                .must("8年以上生产管理经验", "大型生产团队管理经验")
                .wish("精益生产")
                .because("2023-09", "产能扩张，新增3条生产线")
                .opening();
    }

    public static Told product() {
        return Told.of("顾一帆")
                .on("2022-05-10")
                .post("杭州叮咚鹿网络科技有限公司", "产品经理", "2019-03", null, "负责C端电商App的增长与需求分析")
                .lives("杭州")
                .interviewer("逻辑清晰，对行业趋势判断准确", null, "2022-05-20")
                .interview("2022-05-20", "产品经理")
                .no(EXPERIENCE_GAP, "ToB项目经验", "缺乏ToB项目经验", "2022-05-20", "产品经理");
    }

    public static Told productSince() {
        return product()
                .on("2023-08-01")
                .update(Kind.NEW_JOB, "2022-09", "杭州云舟软件有限公司", "B端产品经理", "加入云舟软件，负责面向企业客户的ToB产品");
    }

    public static Opening productPost() {
        return Post.of("G-2", "产品经理(ToB方向)")
                .in("杭州")
                .pays(25_000, 35_000)
                .must("ToB项目经验", "3年以上产品经理经验", "需求分析")
                .wish("SaaS")
                .because("2023-09", "公司业务转型ToB")
                .opening();
    }

    public static Told analyst() {
        return Told.of("邵明哲")
                .on("2022-08-01")
                .post("上海衡信消费金融有限公司", "风控分析师", "2016-07", null, "负责信贷风控策略、反欺诈与风险评估")
                .interview("2022-08-10", "风控分析师")
                .no(EXPERIENCE_GAP, "区块链", "缺乏区块链领域经验", "2022-08-10", "风控分析师")
                .on("2023-09-20")
                .update(Kind.NEW_JOB, "2022-10-08", "上海链石科技有限公司", "风控主管", "加入区块链公司任风控主管")
                .update(Kind.PROJECT, "2023-02", "上海链石科技有限公司", null, "负责区块链项目的风险评估：跨境结算链")
                .update(Kind.PROJECT, "2023-05", "上海链石科技有限公司", null, "负责区块链项目的风险评估：供应链金融联盟链")
                .update(Kind.PROJECT, "2023-08", "上海链石科技有限公司", null, "负责区块链项目的风险评估：数字存证")
                .update(Kind.INTEREST, "2023-09", null, null, "近期关注金融科技行业的区块链应用");
    }

    public static Opening analystPost() {
        return Post.of("G-3", "区块链风控分析师")
                .in("上海")
                .pays(30_000, 45_000)
                .must("区块链领域经验", "5年以上风控经验", "风险评估")
                .wish("Python")
                .because("2023-09", "启动区块链项目")
                .opening();
    }

    public static Told engineer() {
        return Told.of("欧阳澜")
                .on("2022-09-20")
                .post("深圳澜图医疗器械有限公司", "资深研发工程师", "2013-07", "2023-01", "医用影像设备研发，CT系统")
                .lives("深圳")
                .expects(32_000, "2022-10")
                .on("2022-10-19")
                .interview("2022-10-19", "研发经理")
                .boss("对其医用影像设备研发经验非常认可，建议后续项目启动时召回", null, "2022-10-19")
                .no(HEADCOUNT_FROZEN, null, "产品线调整，研发岗位需求冻结", "2022-10", "研发经理")
                .on("2023-09-20")
                .update(Kind.NEW_JOB, "2023-02", "深圳曜芯医疗设备有限公司", "研发主管", "加入某医疗设备公司任研发主管，负责高端医用影像设备项目");
    }

    public static Opening engineerPost() {
        return Post.of("G-4", "研发经理(高端医用影像设备)")
                .in("深圳")
                .pays(40_000, 60_000)
                .must("医用影像设备研发经验", "8年以上研发经验", "研发团队或项目管理经验")
                .wish("CT系统", "NMPA注册")
                .because("2023-09", "启动“高端医用影像设备”项目")
                .opening();
    }
}
