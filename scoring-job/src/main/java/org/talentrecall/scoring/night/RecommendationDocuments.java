package org.talentrecall.scoring.night;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.opening.Opening;
import org.talentrecall.archive.opening.Openings;
import org.talentrecall.index.RecommendationDocument;
import org.talentrecall.scoring.report.RenderedReport;
import org.talentrecall.scoring.report.RenderedReport.Change;
import org.talentrecall.scoring.report.RenderedReport.Evidence;
import org.talentrecall.scoring.report.RenderedReport.NearMiss;
import org.talentrecall.scoring.report.RenderedReport.Reason;
import org.talentrecall.scoring.report.RenderedReport.Recommended;

/** Recommendations and near misses as documents for Kibana. */
final class RecommendationDocuments {
    private final LocalDate night;
    private final RenderedReport.Opening opening;
    private final @Nullable String department;

    private RecommendationDocuments(LocalDate night, RenderedReport.Opening opening, @Nullable String department) {
        this.night = night;
        this.opening = opening;
        this.department = department;
    }

    static List<RecommendationDocument> of(RenderedReport report, Openings openings) {
        List<RecommendationDocument> documents = new ArrayList<>();
        for (RenderedReport.Opening opening : report.openings()) {
            String department = openings.find(opening.id())
                    .map(Opening::description)
                    .map(description -> description.department())
                    .orElse(null);
            RecommendationDocuments list = new RecommendationDocuments(report.date(), opening, department);
            opening.recommendations().forEach(one -> documents.add(list.recommended(one)));
            opening.nearMisses().forEach(miss -> documents.add(list.nearMiss(miss)));
        }
        return documents;
    }

    private RecommendationDocument recommended(Recommended one) {
        return new RecommendationDocument(
                night,
                opening.id(),
                opening.title(),
                department,
                one.candidateId(),
                one.name(),
                one.rank(),
                one.score(),
                one.band(),
                one.components().requirement(),
                one.components().career(),
                one.components().salary(),
                one.components().opinion(),
                one.confidence(),
                one.reason().code(),
                one.reason().text(),
                one.when().date(),
                one.when().why(),
                one.how().channel(),
                one.how().template(),
                one.how().draft(),
                one.movement(),
                blockedBy(one.reason()),
                changes(one.changedSince()),
                evidence(one.evidence()));
    }

    private RecommendationDocument nearMiss(NearMiss miss) {
        return new RecommendationDocument(
                night,
                opening.id(),
                opening.title(),
                department,
                miss.candidateId(),
                miss.name(),
                0,
                miss.score(),
                miss.band(),
                miss.components().requirement(),
                miss.components().career(),
                miss.components().salary(),
                miss.components().opinion(),
                miss.confidence(),
                miss.reason().code(),
                miss.reason().text(),
                miss.when().date(),
                miss.when().why(),
                null,
                null,
                null,
                null,
                blockedBy(miss.reason()),
                changes(miss.changedSince()),
                evidence(miss.evidence()));
    }

    private static @Nullable String blockedBy(Reason reason) {
        return reason.standing().equals("STANDS") ? reason.code() : null;
    }

    private static List<String> changes(List<Change> changes) {
        return changes.stream()
                .map(change ->
                        (change.date() == null ? "" : change.date() + " ") + change.what() + " ← " + change.source())
                .toList();
    }

    private static List<String> evidence(List<Evidence> evidence) {
        return evidence.stream().map(one -> one.claim() + " ← " + one.locator()).toList();
    }
}
