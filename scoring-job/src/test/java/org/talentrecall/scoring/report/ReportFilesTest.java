package org.talentrecall.scoring.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportFilesTest {
    @TempDir
    Path folder;

    private Path written(Locale language) throws IOException {
        return new ReportFiles(folder, null).write(new Rendering(language).of(SampleNight.night()));
    }

    @Test
    void json_has_the_documented_shape() throws IOException {
        JsonNode report = JsonMapper.shared()
                .readTree(Files.readAllBytes(written(Locale.SIMPLIFIED_CHINESE).resolve("report.json")));
        assertEquals("2026-11-23", report.at("/date").stringValue());
        JsonNode first = report.at("/openings/0/recommendations/0");
        for (String field : List.of(
                "rank",
                "candidateId",
                "name",
                "score",
                "band",
                "components",
                "reason",
                "changedSince",
                "when",
                "how",
                "evidence",
                "movement")) {
            assertTrue(first.has(field), field);
        }
        assertEquals("CONTACT", first.at("/band").stringValue());
        assertEquals(95, first.at("/components/requirement").intValue());
        assertEquals("HEADCOUNT_FROZEN", first.at("/reason/code").stringValue());
        assertEquals("2026-10-08", first.at("/changedSince/0/date").stringValue());
        assertEquals("openings.xlsx 岗位!K5", first.at("/changedSince/0/source").stringValue());
        assertTrue(first.at("/how/draft").stringValue().contains("新增3条生产线"));
        assertEquals(2, report.at("/openings/0/suppressed/JOINED").intValue());
        assertEquals(10, report.at("/reconciliation/sources/0/read").intValue());
        assertTrue(report.at("/reconciliation/balanced").booleanValue());
    }

    @Test
    void equal_reports_give_equal_bytes() throws IOException {
        Path one = written(Locale.SIMPLIFIED_CHINESE);
        byte[] page = Files.readAllBytes(one.resolve("report.html"));
        byte[] workbook = Files.readAllBytes(one.resolve("report.xlsx"));
        byte[] document = Files.readAllBytes(one.resolve("report.json"));
        Path two = new ReportFiles(folder.resolve("again"), null)
                .write(new Rendering(Locale.SIMPLIFIED_CHINESE).of(SampleNight.night()));
        assertArrayEquals(page, Files.readAllBytes(two.resolve("report.html")));
        assertArrayEquals(workbook, Files.readAllBytes(two.resolve("report.xlsx")));
        assertArrayEquals(document, Files.readAllBytes(two.resolve("report.json")));
    }

    @Test
    void page_shows_the_list_and_fetches_nothing_from_outside() throws IOException {
        Document page =
                Jsoup.parse(Files.readString(written(Locale.SIMPLIFIED_CHINESE).resolve("report.html")));
        assertEquals("zh-CN", page.selectXpath("/html").attr("lang"));
        assertTrue(page.text().contains("岗位已开放:产能扩张,新增3条生产线"), page.text());
        assertTrue(page.text().contains("期望 48K,预算上限 45K"));
        assertTrue(page.text().contains("林<某>"), "names are escaped, not interpreted");
        assertTrue(page.select("img,script,link,iframe,svg,object").isEmpty());
        assertEquals(
                List.of("mailto:someone@example.com?subject=hello"),
                page.select("a[href]").eachAttr("href"));
        assertFalse(page.html().contains(" th:"), "no template attribute is left");
    }

    @Test
    void page_is_written_in_english_too() throws IOException {
        Document page = Jsoup.parse(Files.readString(written(Locale.ENGLISH).resolve("report.html")));
        assertTrue(page.text().contains("Contact first"), page.text());
        assertTrue(page.text().contains("2 joined"), page.text());
    }

    @Test
    void workbook_holds_every_list_and_no_formula() throws IOException {
        try (InputStream in =
                        Files.newInputStream(written(Locale.SIMPLIFIED_CHINESE).resolve("report.xlsx"));
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            assertEquals(
                    List.of("推荐名单", "只差一步", "到期跟进", "待审核", "不再推荐", "运行情况", "图表", "_talent_recall_report"),
                    StreamSupport.stream(workbook.spliterator(), false)
                            .map(Sheet::getSheetName)
                            .toList());
            Sheet list = workbook.getSheetAt(0);
            assertEquals("魏某", list.getRow(1).getCell(3).getStringCellValue());
            assertEquals(91, list.getRow(1).getCell(4).getNumericCellValue());
            assertEquals(CellType.STRING, list.getRow(2).getCell(3).getCellType());
            assertTrue(list.getRow(2).getCell(3).getCellStyle().getQuotePrefixed());
            workbook.forEach(sheet -> sheet.forEach(row -> row.forEach(cell ->
                    assertFalse(cell.getCellType() == CellType.FORMULA, sheet.getSheetName() + cell.getAddress()))));
            assertEquals(
                    1, workbook.getSheetAt(6).getDrawingPatriarch().getCharts().size());
        }
    }
}
