package org.talentrecall.scoring.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.talentrecall.archive.fact.RejectionCode;
import org.talentrecall.archive.opening.Opening;
import org.talentrecall.scoring.Golden;
import org.talentrecall.scoring.Told;
import org.talentrecall.scoring.outreach.Outreach;
import org.talentrecall.scoring.outreach.Sender;
import org.talentrecall.scoring.outreach.Templates;
import org.talentrecall.scoring.recommendation.Band;
import org.talentrecall.scoring.recommendation.Change;
import org.talentrecall.scoring.recommendation.How;
import org.talentrecall.scoring.recommendation.Messages;
import org.talentrecall.scoring.recommendation.Reason.Standing;
import org.talentrecall.scoring.recommendation.When;
import org.talentrecall.scoring.timing.Timing;
import org.talentrecall.scoring.timing.TimingRules;

/** The founding story's cases. Nothing here knows a model of meaning: words and vocabulary alone must carry them. */
class GoldenCasesTest {
    private static final Messages ZH = Messages.in(Locale.CHINA);

    @Test
    void calls_the_production_manager_back_when_the_post_opens() {
        Assessment assessment = score(Golden.manager(), Golden.managerPost());
        assertThat(assessment.band()).isEqualTo(Band.CONTACT);
        assertThat(assessment.score()).isBetween(80, 92);
        assertThat(assessment.components().requirement()).isGreaterThanOrEqualTo(90);
        assertThat(assessment.components().opinion()).isGreaterThanOrEqualTo(80);
        assertThat(assessment.verdict().reason().code()).isEqualTo(RejectionCode.HEADCOUNT_FROZEN);
        assertThat(assessment.verdict().reason().standing()).isEqualTo(Standing.LIFTED);
        assertThat(changes(assessment)).anyMatch(what -> what.contains("产能扩张，新增3条生产线"));
        assertThat(dates(assessment)).contains("2023-09");
        assertThat(how(assessment).draft()).contains("魏长林，您好").contains("当前产能扩张，新增3条生产线，岗位需求已释放，想邀请您重新考虑");
    }

    @Test
    void keeps_the_product_manager_waiting_while_nothing_tells_of_enterprise_work() {
        Assessment assessment = score(Golden.product(), Golden.productPost());
        assertThat(assessment.band()).isEqualTo(Band.NOT_NOW);
        assertThat(assessment.score()).isLessThan(60);
        assertThat(assessment.without()).isGreaterThanOrEqualTo(60);
        assertThat(assessment.verdict().reason().standing()).isEqualTo(Standing.STANDS);
        assertThat(ZH.render(assessment.verdict().obstacles().get(0).finding().why()))
                .contains("ToB");
        assertThat(assessment.confirmFirst().stream().map(ZH::render))
                .first()
                .asString()
                .contains("了解此后是否已有ToB");
    }

    @Test
    void calls_the_product_manager_back_once_an_update_shows_enterprise_work() {
        Assessment assessment = score(Golden.productSince(), Golden.productPost());
        assertThat(assessment.band()).isEqualTo(Band.CONTACT);
        Change first = assessment.verdict().changedSince().get(0);
        assertThat(ZH.render(first.what())).contains("ToB");
        assertThat(first.date()).isEqualTo("2022-09");
        assertThat(first.source()).startsWith("facts.xlsx");
        assertThat(how(assessment).draft()).contains("公司业务转型ToB，新增了与您经验匹配的岗位");
    }

    @Test
    void calls_the_risk_analyst_back_after_a_year_in_the_field() {
        Assessment assessment = score(Golden.analyst(), Golden.analystPost());
        assertThat(assessment.band()).isEqualTo(Band.CONTACT);
        assertThat(assessment.score()).isBetween(80, 92);
        assertThat(assessment.components().career()).isGreaterThanOrEqualTo(90);
        assertThat(ZH.render(assessment.verdict().changedSince().get(0).what())).contains("区块链");
        assertThat(dates(assessment)).contains("2022-10-08");
        When when = new Timing(TimingRules.standard()).of(assessment.profile(), assessment.verdict());
        assertThat(when.now()).isTrue();
        assertThat(ZH.render(when.why())).contains("满1年").contains("瓶颈");
        assertThat(how(assessment).draft()).contains("区块链");
    }

    @Test
    void lets_the_boss_call_the_engineer_whom_he_praised() {
        Assessment assessment = score(Golden.engineer(), Golden.engineerPost());
        assertThat(assessment.band()).isEqualTo(Band.CONTACT);
        assertThat(assessment.score()).isBetween(82, 95);
        assertThat(changes(assessment))
                .anyMatch(what -> what.contains("高端医用影像设备"))
                .anyMatch(what -> what.contains("研发主管"));
        assertThat(dates(assessment)).contains("2023-09", "2023-02");
        How how = how(assessment);
        assertThat(how.channel()).isEqualTo(How.Channel.MAIL_AND_BOSS_CALL);
        assertThat(how.steps().stream().map(ZH::render)).anyMatch(step -> step.contains("项目计划书"));
        assertThat(how.draft()).contains("高端医用影像设备").contains("老总");
    }

    @Test
    void tells_nothing_of_the_notes_in_a_draft() {
        for (Assessment assessment : List.of(
                score(Golden.manager(), Golden.managerPost()), score(Golden.productSince(), Golden.productPost()))) {
            assertThat(how(assessment).draft())
                    .doesNotContain("值得后续关注")
                    .doesNotContain("缺乏")
                    .doesNotContain("逻辑清晰");
        }
    }

    private static Assessment score(Told told, Opening opening) {
        return new Scorer(ScoreRules.standard(), Similarity.ofLetters()).score(told.dossier(), opening, Golden.TODAY);
    }

    private static How how(Assessment assessment) {
        return new Outreach(new Templates(null), Sender.unnamed())
                .of(assessment.profile(), assessment.opening().description(), assessment.verdict());
    }

    private static List<String> changes(Assessment assessment) {
        return assessment.verdict().changedSince().stream()
                .map(change -> ZH.render(change.what()))
                .toList();
    }

    private static List<String> dates(Assessment assessment) {
        return assessment.verdict().changedSince().stream().map(Change::date).toList();
    }
}
