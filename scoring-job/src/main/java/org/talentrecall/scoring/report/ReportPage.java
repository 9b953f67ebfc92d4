package org.talentrecall.scoring.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talentrecall.scoring.recommendation.Messages;
import org.talentrecall.scoring.recommendation.Text;
import org.talentrecall.scoring.report.RenderedReport.Opening;
import org.talentrecall.scoring.report.RenderedReport.Recommended;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;

/**
 * {@code report.html}, which is also the mail's body: tables and inline styles only, so that Outlook shows it, one column
 * that a phone can read, no pictures and nothing from outside. The template asks this class for all it shows.
 */
public final class ReportPage {
    private static final int FIRST = 8;
    private static final int REVIEW_SHOWN = 10;
    private static final int CHANGES = 4;
    private static final int EVIDENCE = 5;
    private static final int OTHERS = 2;

    private final RenderedReport report;
    private final Messages texts;

    private ReportPage(RenderedReport report) {
        this.report = report;
        this.texts = ReportTexts.of(report);
    }

    /** Writes the page with the template {@code report.html}. */
    static String write(RenderedReport report, TemplateEngine templates) {
        ReportPage page = new ReportPage(report);
        Context context = new Context(Locale.forLanguageTag(report.language()));
        context.setVariable("r", report);
        context.setVariable("t", page.texts);
        context.setVariable("page", page);
        return templates.process("report", context);
    }

    /**
     * A person of the list at the top.
     *
     * @param because the one sentence that says why now
     */
    public record First(Opening opening, Recommended recommended, String because) {}

    /** One component's bar. */
    public record Bar(String label, int value) {}

    public String title() {
        return ReportTexts.title(report);
    }

    public String summary() {
        return ReportTexts.summary(report);
    }

    /** Whom to contact first over all openings, each person once, for the opening that fits best. */
    public List<First> first() {
        return report.openings().stream()
                .flatMap(opening -> opening.recommendations().stream()
                        .filter(ReportPage::urgent)
                        .filter(one -> one.alsoFor().stream().noneMatch(RenderedReport.AlsoFor::first))
                        .map(one -> new First(opening, one, because(one))))
                .sorted(Comparator.comparingInt(
                                (First one) -> -one.recommended().score())
                        .thenComparing(one -> one.recommended().candidateId()))
                .limit(FIRST)
                .toList();
    }

    /** The one sentence that says why now. */
    public String because(Recommended one) {
        return one.changedSince().stream()
                .findFirst()
                .map(RenderedReport.Change::what)
                .orElse(one.when().why());
    }

    /** Openings with anything to say. */
    public List<Opening> filled() {
        return report.openings().stream().filter(ReportPage::says).toList();
    }

    /** Openings for which there is nobody. */
    public List<Opening> empty() {
        return report.openings().stream().filter(opening -> !says(opening)).toList();
    }

    private static boolean says(Opening opening) {
        return !opening.recommendations().isEmpty() || !opening.nearMisses().isEmpty();
    }

    public String nobodyFor() {
        return render("nobody.for", empty().stream().map(Opening::title).toList());
    }

    /** Background of a score's badge. */
    public String colour(Recommended one) {
        return switch (one.band()) {
            case "CONTACT" -> "#0b7a4b";
            case "WATCH" -> "#a86a00";
            default -> "#7b8794";
        };
    }

    /** The band in words. */
    public String advice(Recommended one) {
        return texts.label("band." + one.band());
    }

    /** Those to contact: shown in full, with the draft. */
    public List<Recommended> urgent(Opening opening) {
        return opening.recommendations().stream().filter(ReportPage::urgent).toList();
    }

    /** The others: a line each. */
    public List<Recommended> watched(Opening opening) {
        return opening.recommendations().stream().filter(one -> !urgent(one)).toList();
    }

    private static boolean urgent(Recommended one) {
        return one.band().equals("CONTACT");
    }

    public List<RenderedReport.Change> changes(Recommended one) {
        return one.changedSince().stream().limit(CHANGES).toList();
    }

    /** The first claims; the workbook and the document hold them all. */
    public List<RenderedReport.Evidence> evidence(Recommended one) {
        return one.evidence().stream().limit(EVIDENCE).toList();
    }

    /** What the page leaves to the workbook; empty when it leaves nothing. */
    public String evidenceMore(Recommended one) {
        int more = one.evidence().size() - EVIDENCE;
        return more > 0 ? render("evidence.more", more) : "";
    }

    /** Other openings: the better one, and the next best. */
    public List<RenderedReport.AlsoFor> others(Recommended one) {
        return one.alsoFor().stream().limit(OTHERS).toList();
    }

    /** What to find out first; empty when nothing. */
    public String question(Recommended one) {
        return one.confirmFirst().stream().findFirst().orElse("");
    }

    public String standing(Recommended one) {
        return render(
                "standing", texts.label("standing." + one.reason().standing()), Math.round(one.confidence() * 100));
    }

    public List<Bar> bars(Recommended one) {
        return List.of(
                new Bar(texts.label("requirement"), one.components().requirement()),
                new Bar(texts.label("career"), one.components().career()),
                new Bar(texts.label("salary"), one.components().salary()),
                new Bar(texts.label("opinion"), one.components().opinion()));
    }

    public String dated(@Nullable String date, String text) {
        return date == null ? text : date + " " + text;
    }

    public String also(RenderedReport.AlsoFor also) {
        return render(also.first() ? "also.first" : "also.other", also.title(), also.score());
    }

    public List<String> lines(String draft) {
        return draft.lines().filter(line -> !line.isBlank()).toList();
    }

    public String scores(RenderedReport.NearMiss miss) {
        return render("nearmiss.scores", miss.score(), miss.without());
    }

    public String suppressed(Opening opening) {
        List<Object> parts = new ArrayList<>();
        opening.suppressed()
                .forEach((reason, count) ->
                        parts.add(Text.of("suppressed.one", ReportTexts.reason(texts, reason), count)));
        return render("suppressed", parts);
    }

    public String reviewTitle() {
        return render("review", report.review().size());
    }

    public List<RenderedReport.Review> reviewShown() {
        return report.review().stream().limit(REVIEW_SHOWN).toList();
    }

    /** What the list of questions leaves to the workbook; empty when it leaves nothing. */
    public String reviewMore() {
        int more = report.review().size() - REVIEW_SHOWN;
        return more > 0 ? render("review.more", more) : "";
    }

    public List<String> balanceHeads() {
        return Stream.of("read", "stored", "merged", "rejected", "suppressed.short")
                .map(texts::label)
                .toList();
    }

    public String archiveLine() {
        return ReportTexts.archive(report);
    }

    private String render(String key, Object... arguments) {
        return texts.render(Text.of(key, arguments));
    }
}
