package org.talentrecall.scoring.report;

import java.util.Locale;
import java.util.MissingResourceException;
import org.talentrecall.scoring.recommendation.Messages;
import org.talentrecall.scoring.recommendation.Text;
import org.talentrecall.scoring.report.RenderedReport.Recommended;

/** The words around a report: title, summary, labels. */
public final class ReportTexts {
    private static final String BUNDLE = "org.talentrecall.scoring.report.report";

    private ReportTexts() {}

    static Messages of(RenderedReport report) {
        return Messages.of(BUNDLE, Locale.forLanguageTag(report.language()));
    }

    static String title(RenderedReport report) {
        return of(report).render(Text.of("title", report.date()));
    }

    /** The subject of the mail. */
    public static String subject(RenderedReport report) {
        return of(report).render(Text.of("subject", report.date(), people(report, "CONTACT", false)));
    }

    static String summary(RenderedReport report) {
        return of(report)
                .render(Text.of(
                        "summary",
                        people(report, "CONTACT", false),
                        people(report, "CONTACT", true),
                        people(report, "WATCH", false),
                        report.followUps().size(),
                        report.review().size()));
    }

    /** Different people in a band, over all openings. */
    private static long people(RenderedReport report, String band, boolean onlyNew) {
        return report.openings().stream()
                .flatMap(opening -> opening.recommendations().stream())
                .filter(one -> one.band().equals(band))
                .filter(one -> !onlyNew || one.movement().equals("NEW"))
                .map(Recommended::candidateId)
                .distinct()
                .count();
    }

    static String archive(RenderedReport report) {
        RenderedReport.Reconciliation balance = report.reconciliation();
        Messages texts = of(report);
        return texts.render(Text.of(
                "archive.line",
                balance.archive(),
                balance.index(),
                texts.label(balance.balanced() ? "balanced" : "not.balanced")));
    }

    /** The words for a reason why somebody is not listed; the code itself where there are none. */
    static String reason(Messages texts, String code) {
        try {
            return texts.label("reason." + code);
        } catch (MissingResourceException e) {
            return texts.label("reason.OTHER") + " (" + code + ")";
        }
    }
}
