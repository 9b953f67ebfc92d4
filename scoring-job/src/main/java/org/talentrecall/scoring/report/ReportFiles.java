package org.talentrecall.scoring.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.FileTemplateResolver;

/**
 * A night's report files in {@code data/reports/<date>/}. The same report gives the same bytes. Each file appears whole or
 * not at all.
 */
public final class ReportFiles {
    private static final String PAGE = "report.html";
    private static final String WORKBOOK = "report.xlsx";
    private static final String DOCUMENT = "report.json";
    private static final String REVIEW = "review.xlsx";

    private final Path reports;
    private final TemplateEngine templates;

    /**
     * @param reports the folder of all reports
     * @param ownTemplates folder whose {@code report.html} replaces the built-in template; null for none
     */
    public ReportFiles(Path reports, @Nullable Path ownTemplates) {
        this.reports = reports;
        this.templates = templates(ownTemplates);
    }

    /** Writes page, workbooks and JSON document; returns the night's folder. */
    public Path write(RenderedReport report) throws IOException {
        Path folder = reports.resolve(report.date().toString());
        Files.createDirectories(folder);
        put(folder.resolve(PAGE), ReportPage.write(report, templates).getBytes(StandardCharsets.UTF_8));
        put(folder.resolve(WORKBOOK), ReportWorkbook.write(report));
        put(folder.resolve(DOCUMENT), ReportJson.write(report));
        if (report.review().isEmpty()) {
            Files.deleteIfExists(folder.resolve(REVIEW));
        } else {
            put(folder.resolve(REVIEW), review(report));
        }
        return folder;
    }

    /** The workbook that takes the answers to a report's questions. */
    public static byte[] review(RenderedReport report) throws IOException {
        return ReviewWorkbook.write(report.date(), Locale.forLanguageTag(report.language()), report.review());
    }

    /** What a night's folder holds, for the mail. */
    public Written read(java.time.LocalDate night) throws IOException {
        Path folder = reports.resolve(night.toString());
        RenderedReport report = ReportJson.read(Files.readString(folder.resolve(DOCUMENT)), RenderedReport.class);
        return new Written(
                report,
                folder,
                ReportPlainText.write(report),
                Files.readString(folder.resolve(PAGE)),
                folder.resolve(WORKBOOK),
                Files.exists(folder.resolve(REVIEW)) ? folder.resolve(REVIEW) : null);
    }

    /**
     * A report as it was written.
     *
     * @param text its essence as plain text
     * @param page the HTML page
     * @param review the workbook with the night's questions, or null when there are none
     */
    public record Written(
            RenderedReport report,
            Path folder,
            String text,
            String page,
            Path workbook,
            @Nullable Path review) {}

    /** Writes beside the file first, then moves: a killed run leaves no half file. */
    public static void put(Path file, byte[] content) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        Files.write(beside, content);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static TemplateEngine templates(@Nullable Path own) {
        TemplateEngine engine = new TemplateEngine();
        if (own != null) {
            FileTemplateResolver files = new FileTemplateResolver();
            files.setPrefix(own.toAbsolutePath() + "/");
            files.setSuffix(".html");
            files.setTemplateMode(TemplateMode.HTML);
            files.setCharacterEncoding("UTF-8");
            files.setCheckExistence(true);
            files.setOrder(1);
            engine.addTemplateResolver(files);
        }
        ClassLoaderTemplateResolver builtIn = new ClassLoaderTemplateResolver(ReportFiles.class.getClassLoader());
        builtIn.setPrefix("org/talentrecall/scoring/report/");
        builtIn.setSuffix(".html");
        builtIn.setTemplateMode(TemplateMode.HTML);
        builtIn.setCharacterEncoding("UTF-8");
        builtIn.setOrder(2);
        engine.addTemplateResolver(builtIn);
        return engine;
    }
}
