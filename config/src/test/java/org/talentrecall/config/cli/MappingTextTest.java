package org.talentrecall.config.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.talentrecall.ingest.spreadsheet.Field;
import org.talentrecall.ingest.spreadsheet.MappingPreview;
import org.talentrecall.ingest.spreadsheet.MappingPreview.ColumnPreview;
import org.talentrecall.ingest.spreadsheet.MappingPreview.Skipped;
import org.talentrecall.ingest.spreadsheet.MappingPreview.TablePreview;
import org.talentrecall.ingest.spreadsheet.Recognition;
import org.talentrecall.ingest.spreadsheet.SheetKind;

class MappingTextTest {
    private static final MappingPreview PREVIEW = new MappingPreview(
            "log.xlsx",
            null,
            List.of(new TablePreview(
                    "面试记录",
                    false,
                    SheetKind.INTERVIEWS,
                    0.97,
                    true,
                    3,
                    2,
                    List.of(
                            new ColumnPreview("A", "姓名", List.of(Field.NAME), null, 0.97, Recognition.SYNONYM),
                            new ColumnPreview(
                                    "B", "一面/日期", List.of(Field.INTERVIEW_DATE), "一面", 0.95, Recognition.PARENT),
                            new ColumnPreview("C", "其他情况", List.of(), null, 0, null)),
                    12,
                    1,
                    2,
                    3,
                    List.of(new Skipped("面试记录", 16, "SUM")),
                    1,
                    "sheets:\n  - sheet: 面试记录\n")),
            List.of(new Skipped("面试记录", 1, "TITLE"), new Skipped("说明", 0, "NO_TABLE")));

    @Test
    void tells_columns_with_why_and_what_is_left_out() {
        assertThat(MappingText.of(new Texts(Locale.ENGLISH), PREVIEW).lines())
                .containsExactly(
                        "  Table in 面试记录: interviews (97 %), headers in row 3; 12 rows, 1 of them rejected, 2 said before",
                        "    A  姓名 → name  97 %, by its header",
                        "    B  一面/日期 → 一面 interview-date  95 %, by the two lines of its header",
                        "    C  其他情况 → not read",
                        "    3 of the rows are hidden and read all the same",
                        "    1 rows left out: 16 SUM",
                        "    To fix it like this, write below the source in the settings:",
                        "      sheets:",
                        "        - sheet: 面试记录",
                        "  Outside of tables: 1 TITLE, 说明 NO_TABLE");
    }

    @Test
    void tells_the_same_in_chinese() {
        assertThat(MappingText.of(new Texts(Locale.SIMPLIFIED_CHINESE), PREVIEW))
                .contains("工作表“面试记录”中的表格：interviews（97 %），表头在第 3 行", "A  姓名 → name  97 %，依据：表头", "C  其他情况 → 不读取");
    }
}
