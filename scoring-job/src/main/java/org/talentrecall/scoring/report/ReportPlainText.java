package org.talentrecall.scoring.report;

import org.talentrecall.scoring.recommendation.Messages;
import org.talentrecall.scoring.report.RenderedReport.Opening;
import org.talentrecall.scoring.report.RenderedReport.Recommended;

/** The report's essence as plain text, for mail programs that show no HTML. */
final class ReportPlainText {
    private ReportPlainText() {}

    static String write(RenderedReport report) {
        Messages texts = ReportTexts.of(report);
        StringBuilder text = new StringBuilder();
        text.append(ReportTexts.title(report)).append("\n\n");
        text.append(ReportTexts.summary(report)).append("\n");
        for (Opening opening : report.openings()) {
            if (opening.recommendations().isEmpty()) {
                continue;
            }
            text.append('\n')
                    .append(opening.title())
                    .append(" (")
                    .append(opening.id())
                    .append(")\n");
            for (Recommended one : opening.recommendations()) {
                text.append(line(one, texts));
            }
        }
        if (!report.followUps().isEmpty()) {
            text.append('\n').append(texts.label("followups")).append('\n');
            report.followUps()
                    .forEach(one -> text.append("  ")
                            .append(one.due())
                            .append(' ')
                            .append(one.name())
                            .append(' ')
                            .append(one.text())
                            .append('\n'));
        }
        return text.append('\n')
                .append(ReportTexts.archive(report))
                .append('\n')
                .toString();
    }

    private static String line(Recommended one, Messages texts) {
        StringBuilder line = new StringBuilder();
        line.append("  ").append(one.rank()).append(". ").append(one.name());
        line.append("  ")
                .append(one.score())
                .append("  ")
                .append(texts.label("band." + one.band()))
                .append('\n');
        one.changedSince()
                .forEach(change -> line.append("     ").append(change.what()).append('\n'));
        return line.toString();
    }
}
