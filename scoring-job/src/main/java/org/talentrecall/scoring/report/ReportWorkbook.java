package org.talentrecall.scoring.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.talentrecall.scoring.recommendation.Messages;
import org.talentrecall.scoring.report.RenderedReport.Change;
import org.talentrecall.scoring.report.RenderedReport.Evidence;
import org.talentrecall.scoring.report.RenderedReport.NearMiss;
import org.talentrecall.scoring.report.RenderedReport.Opening;
import org.talentrecall.scoring.report.RenderedReport.Recommended;

/** {@code report.xlsx}: one sheet a list, filters on, and a chart of what the best scores are made of. */
final class ReportWorkbook {
    /** Name of the sheet by which intake knows a report that is sent on, and does not read its lists as news of people. */
    static final String MARK = "_talent_recall_report";

    private final RenderedReport report;
    private final Messages texts;

    private ReportWorkbook(RenderedReport report) {
        this.report = report;
        this.texts = ReportTexts.of(report);
    }

    /** The workbook's bytes; the same for the same report. */
    static byte[] write(RenderedReport report) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            new ReportWorkbook(report).fill(workbook);
            workbook.write(bytes);
            return StableZip.rewrite(bytes.toByteArray());
        }
    }

    private void fill(XSSFWorkbook workbook) {
        Date night = Date.from(report.date().atStartOfDay(ZoneOffset.UTC).toInstant());
        workbook.getProperties().getCoreProperties().setCreated(Optional.of(night));
        workbook.getProperties().getCoreProperties().setModified(Optional.of(night));
        workbook.getProperties().getCoreProperties().setTitle(ReportTexts.title(report));
        SheetWriter sheets = new SheetWriter(workbook);
        SheetWriter.Table recommendations = recommendations(sheets);
        nearMisses(sheets);
        followUps(sheets);
        review(sheets);
        left(sheets);
        health(sheets);
        new ScoreChart(texts).draw(recommendations, workbook.createSheet(texts.label("sheet.chart")));
        workbook.createSheet(MARK).createRow(0).createCell(0).setCellValue(MARK);
        workbook.setSheetVisibility(workbook.getSheetIndex(MARK), SheetVisibility.VERY_HIDDEN);
    }

    private SheetWriter.Table recommendations(SheetWriter sheets) {
        SheetWriter.Table table = sheets.sheet(
                texts.label("sheet.recommendations"),
                labels(
                        "column.opening",
                        "column.title",
                        "column.rank",
                        "column.name",
                        "column.score",
                        "column.band",
                        "column.movement",
                        "requirement",
                        "career",
                        "salary",
                        "opinion",
                        "column.reason",
                        "column.changed",
                        "column.when",
                        "column.how",
                        "column.confirm",
                        "column.subject",
                        "column.draft",
                        "column.evidence",
                        "column.candidate"),
                12,
                20,
                6,
                12,
                8,
                10,
                8,
                7,
                7,
                7,
                7,
                34,
                44,
                30,
                30,
                30,
                30,
                60,
                70,
                18);
        for (Opening opening : report.openings()) {
            for (Recommended one : opening.recommendations()) {
                table.row(recommended(opening, one));
            }
        }
        return table;
    }

    private Object[] recommended(Opening opening, Recommended one) {
        return new Object[] {
            opening.id(),
            opening.title(),
            one.rank(),
            one.name(),
            one.score(),
            texts.label("band." + one.band()),
            texts.label("movement." + one.movement()),
            one.components().requirement(),
            one.components().career(),
            one.components().salary(),
            one.components().opinion(),
            dated(one.reason().date(), one.reason().text()),
            changes(one.changedSince()),
            (one.when().now() ? texts.label("now") : one.when().date().toString()) + "\n"
                    + one.when().why(),
            String.join("\n", one.how().steps()),
            String.join("\n", one.confirmFirst()),
            one.how().subject(),
            one.how().draft(),
            evidence(one.evidence()),
            one.candidateId()
        };
    }

    private void nearMisses(SheetWriter sheets) {
        SheetWriter.Table table = sheets.sheet(
                texts.label("sheet.nearmisses"),
                labels(
                        "column.opening",
                        "column.title",
                        "column.name",
                        "column.score",
                        "column.without",
                        "column.blocking",
                        "column.reason",
                        "column.changed",
                        "column.confirm",
                        "column.evidence",
                        "column.candidate"),
                12,
                20,
                12,
                8,
                8,
                44,
                34,
                40,
                40,
                70,
                18);
        for (Opening opening : report.openings()) {
            for (NearMiss miss : opening.nearMisses()) {
                table.row(
                        opening.id(),
                        opening.title(),
                        miss.name(),
                        miss.score(),
                        miss.without(),
                        miss.blocking(),
                        dated(miss.reason().date(), miss.reason().text()),
                        changes(miss.changedSince()),
                        String.join("\n", miss.confirmFirst()),
                        evidence(miss.evidence()),
                        miss.candidateId());
            }
        }
    }

    private void followUps(SheetWriter sheets) {
        SheetWriter.Table table = sheets.sheet(
                texts.label("sheet.followups"),
                labels("column.due", "column.name", "column.text", "column.place", "column.candidate"),
                12,
                12,
                60,
                50,
                18);
        report.followUps()
                .forEach(one -> table.row(
                        one.due(), one.name(), one.text(), one.evidence().locator(), one.candidateId()));
    }

    private void review(SheetWriter sheets) {
        SheetWriter.Table table = sheets.sheet(
                texts.label("sheet.review"),
                labels("column.name", "column.question", "column.evidence", "column.place", "column.candidate"),
                12,
                60,
                50,
                50,
                18);
        report.review()
                .forEach(one -> table.row(
                        one.name(),
                        one.question(),
                        one.evidence().claim(),
                        one.evidence().locator(),
                        one.candidateId()));
    }

    private void left(SheetWriter sheets) {
        SheetWriter.Table table = sheets.sheet(
                texts.label("sheet.left"),
                labels(
                        "column.opening",
                        "column.title",
                        "column.name",
                        "column.rank",
                        "column.score",
                        "column.why",
                        "column.candidate"),
                12,
                20,
                12,
                8,
                8,
                60,
                18);
        report.left()
                .forEach(one -> table.row(
                        one.openingId(),
                        one.title(),
                        one.name(),
                        one.rank(),
                        one.score(),
                        one.why(),
                        one.candidateId()));
    }

    private void health(SheetWriter sheets) {
        SheetWriter.Table table = sheets.sheet(
                texts.label("sheet.health"),
                labels("source", "read", "stored", "merged", "rejected", "suppressed.short"),
                28,
                10,
                10,
                10,
                10,
                10);
        report.reconciliation()
                .sources()
                .forEach(line -> table.row(
                        line.source(), line.read(), line.stored(), line.merged(), line.rejected(), line.suppressed()));
        table.row(ReportTexts.archive(report));
    }

    private List<String> labels(String... keys) {
        return List.of(keys).stream().map(texts::label).toList();
    }

    private static String changes(List<Change> changes) {
        return changes.stream()
                .map(change -> dated(change.date(), change.what()) + " ← " + change.source())
                .collect(Collectors.joining("\n"));
    }

    private static String evidence(List<Evidence> evidence) {
        return evidence.stream().map(one -> one.claim() + " ← " + one.locator()).collect(Collectors.joining("\n"));
    }

    private static String dated(@Nullable String date, String text) {
        return date == null ? text : date + " " + text;
    }
}
