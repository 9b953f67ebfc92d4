package org.talentrecall.scoring.report;

import java.util.List;
import java.util.Locale;
import org.talentrecall.scoring.recommendation.Change;
import org.talentrecall.scoring.recommendation.Claim;
import org.talentrecall.scoring.recommendation.How;
import org.talentrecall.scoring.recommendation.Messages;
import org.talentrecall.scoring.recommendation.NearMiss;
import org.talentrecall.scoring.recommendation.NightReport;
import org.talentrecall.scoring.recommendation.Point;
import org.talentrecall.scoring.recommendation.Reason;
import org.talentrecall.scoring.recommendation.Recommendation;
import org.talentrecall.scoring.recommendation.Text;
import org.talentrecall.scoring.recommendation.When;

/** Renders a night's report in one language. Changes nothing but texts. */
public final class Rendering {
    private final Messages messages;

    public Rendering(Locale language) {
        this.messages = Messages.in(language);
    }

    public RenderedReport of(NightReport night) {
        return new RenderedReport(
                night.date(),
                messages.locale().toLanguageTag(),
                night.openings().stream().map(this::opening).toList(),
                night.followUps().stream().map(this::followUp).toList(),
                night.review().stream().map(this::review).toList(),
                night.left().stream().map(this::left).toList(),
                reconciliation(night.reconciliation()));
    }

    private RenderedReport.Opening opening(NightReport.OpeningList list) {
        return new RenderedReport.Opening(
                list.id(),
                list.title(),
                list.recommendations().stream().map(this::recommended).toList(),
                list.nearMisses().stream().map(this::nearMiss).toList(),
                list.suppressed());
    }

    /** One recommendation, also for the command that ranks a single opening. */
    public RenderedReport.Recommended recommended(Recommendation one) {
        return new RenderedReport.Recommended(
                one.rank(),
                one.candidateId(),
                one.name(),
                one.score(),
                one.band().name(),
                one.components(),
                one.confidence(),
                reason(one.reason()),
                changes(one.changedSince()),
                when(one.when()),
                how(one.how()),
                evidence(one.evidence()),
                texts(one.confirmFirst()),
                one.movement().name(),
                one.alsoFor().stream()
                        .map(also ->
                                new RenderedReport.AlsoFor(also.openingId(), also.title(), also.score(), also.first()))
                        .toList(),
                one.points().stream().map(this::point).toList());
    }

    private RenderedReport.NearMiss nearMiss(NearMiss miss) {
        return new RenderedReport.NearMiss(
                miss.candidateId(),
                miss.name(),
                miss.score(),
                miss.without(),
                miss.band().name(),
                miss.components(),
                miss.confidence(),
                reason(miss.reason()),
                messages.render(miss.blocking()),
                when(miss.when()),
                changes(miss.changedSince()),
                evidence(miss.evidence()),
                texts(miss.confirmFirst()));
    }

    private RenderedReport.Reason reason(Reason reason) {
        return new RenderedReport.Reason(
                reason.code().name(),
                messages.render(reason.text()),
                reason.date(),
                reason.standing().name());
    }

    private List<RenderedReport.Change> changes(List<Change> changes) {
        return changes.stream()
                .map(change ->
                        new RenderedReport.Change(messages.render(change.what()), change.date(), change.source()))
                .toList();
    }

    private RenderedReport.When when(When when) {
        return new RenderedReport.When(when.date(), when.now(), messages.render(when.why()));
    }

    private RenderedReport.How how(How how) {
        return new RenderedReport.How(
                how.channel().name(),
                texts(how.steps()),
                how.template(),
                how.language(),
                how.subject(),
                how.draft(),
                how.mailto());
    }

    private RenderedReport.Point point(Point point) {
        return new RenderedReport.Point(
                point.component().name().toLowerCase(Locale.ROOT),
                messages.render(point.text()),
                point.points(),
                evidence(point.claims()));
    }

    private List<RenderedReport.Evidence> evidence(List<Claim> claims) {
        return claims.stream().map(this::evidence).toList();
    }

    private RenderedReport.Evidence evidence(Claim claim) {
        return new RenderedReport.Evidence(messages.render(claim.claim()), claim.locator());
    }

    private RenderedReport.FollowUp followUp(NightReport.FollowUp one) {
        return new RenderedReport.FollowUp(
                one.candidateId(),
                one.name(),
                one.rule(),
                messages.render(one.text()),
                one.due(),
                one.overdue(),
                evidence(one.evidence()));
    }

    private RenderedReport.Review review(NightReport.ReviewItem item) {
        return new RenderedReport.Review(
                item.candidateId(),
                item.name(),
                item.kind(),
                messages.render(item.question()),
                evidence(item.evidence()),
                item.id(),
                item.form());
    }

    private RenderedReport.Left left(NightReport.Departure one) {
        return new RenderedReport.Left(
                one.candidateId(),
                one.name(),
                one.openingId(),
                one.title(),
                one.rank(),
                one.score(),
                messages.render(one.why()));
    }

    private static RenderedReport.Reconciliation reconciliation(NightReport.Balance balance) {
        return new RenderedReport.Reconciliation(
                balance.sources().stream()
                        .map(line -> new RenderedReport.Source(
                                line.source(),
                                line.read(),
                                line.stored(),
                                line.merged(),
                                line.rejected(),
                                line.suppressed()))
                        .toList(),
                balance.archive(),
                balance.index(),
                balance.balanced());
    }

    private List<String> texts(List<Text> texts) {
        return texts.stream().map(messages::render).toList();
    }
}
