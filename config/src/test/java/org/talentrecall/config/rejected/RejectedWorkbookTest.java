package org.talentrecall.config.rejected;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talentrecall.config.Recalled;
import org.talentrecall.config.SampleHome;

class RejectedWorkbookTest {
    /** What a program takes for a formula that meets it in text, some of it behind a sign that it skips. */
    private static final List<String> LIKE_FORMULAS = List.of(
            "=cmd|' /C calc'!A0",
            "+SUM(A1:A9)",
            "-2+3+cmd|' /C calc'!A0",
            "@SUM(1+1)*cmd|' /C calc'!A0",
            "\t=1+1",
            "\r=1+1",
            "\n=1+1",
            "=HYPERLINK(\"http://example.com\";\"x\")");

    @TempDir
    Path folder;

    @Test
    void words_that_begin_like_formulas_are_given_back_as_words() throws IOException {
        StringBuilder list = new StringBuilder("姓名,手机,应聘岗位,当前公司,\"=1+1\"\n");
        LIKE_FORMULAS.forEach(words -> list.append(",13800007101,\"")
                .append(words.replace("\"", "\"\""))
                .append("\",测试公司,x\n"));
        Path file = Files.writeString(folder.resolve("候选人.csv"), list);
        Path home = folder.resolve("home");
        SampleHome.write(home, "recall: {language: zh-CN}\n");
        assertThat(Recalled.with(home, "import", file.toString()).code()).isEqualTo(3);
        Path back = folder.resolve("back.xlsx");
        assertThat(Recalled.with(home, "rejected", "--xlsx", back.toString()).code())
                .isZero();

        List<String> words = new ArrayList<>();
        try (InputStream in = Files.newInputStream(back);
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        words.add(text(cell));
                    }
                }
            }
        }
        assertThat(words).contains("=1+1").contains(LIKE_FORMULAS.toArray(String[]::new));
    }

    private static String text(Cell cell) {
        if (cell.getCellType() == CellType.BLANK) {
            return "";
        }
        assertThat(cell.getCellType()).as(cell.getAddress().toString()).isEqualTo(CellType.STRING);
        String words = cell.getStringCellValue();
        if (!words.isEmpty() && "=+-@\t\r\n".indexOf(words.charAt(0)) >= 0) {
            // What keeps Excel from taking the words for a formula when somebody edits the cell.
            assertThat(cell.getCellStyle().getQuotePrefixed()).as(words).isTrue();
        }
        return words;
    }
}
