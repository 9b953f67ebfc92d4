package org.talentrecall.ingest.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.talentrecall.ingest.spreadsheet.file.CellValue;
import org.talentrecall.ingest.spreadsheet.file.SheetCell;
import org.talentrecall.ingest.spreadsheet.file.SheetRow;

/** Holds headers-spec.tsv: name of a sheet and its headers, and what is understood of them. */
class HeaderSpecTest {
    private static final TableFinder FINDER = new TableFinder(List.of());

    private static SheetRow row(String sheet, int number, String... cells) {
        List<SheetCell> filled = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) {
            if (!cells[i].isBlank()) {
                filled.add(new SheetCell(String.valueOf((char) ('A' + i)), new CellValue.Text(cells[i])));
            }
        }
        return new SheetRow(sheet, 0, false, number, filled);
    }

    private static String understood(SheetRow row) {
        return FINDER.find(List.of(row), "list.xlsx").stream()
                .map(table -> (table.isSure() ? "" : "unsure ") + table.kind() + " "
                        + table.columns().values().stream()
                                .map(HeaderSpecTest::shown)
                                .collect(Collectors.joining(" ")))
                .findFirst()
                .orElse("-");
    }

    private static String shown(Table.Column column) {
        String fields = column.fields().stream().map(Field::name).collect(Collectors.joining("+"));
        return (column.round() == null ? "" : column.round() + ":") + fields;
    }

    @Test
    void understands_the_headers_of_the_table() throws Exception {
        List<String> wrong = new ArrayList<>();
        int cases = 0;
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("headers-spec.tsv"))) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                String[] columns = line.split("\t", -1);
                String found = understood(row(columns[0], 1, columns[1].split("\\|", -1)));
                cases++;
                if (!found.equals(columns[2])) {
                    wrong.add(columns[0] + " / " + columns[1] + " -> " + found);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(cases).isGreaterThan(25);
    }

    @Test
    void finds_the_header_below_titles_and_above_rows() {
        Table table = FINDER.find(
                        List.of(
                                row("", 1, "远图集团面试记录表"),
                                row("", 2, "内部资料", "请勿外传"),
                                row("", 5, "姓名", "手机", "面试时间", "结果"),
                                row("", 6, "王建国", "13800001234", "2025-10-15", "通过")),
                        "list.xlsx")
                .get(0);
        assertThat(table.headerRow()).isEqualTo(5);
        assertThat(table.isSure()).isTrue();
    }

    @Test
    void lets_an_explicit_mapping_win() {
        SheetMapping mapping = new SheetMapping(
                "Blatt1",
                SheetKind.CANDIDATES,
                Map.of(Field.NAME, List.of("Kandidat"), Field.PHONE, List.of("Rufnummer (mobil)")),
                null);
        List<SheetRow> rows = List.of(row("Blatt1", 1, "Kandidat", "Rufnummer", "Position"));
        Table table = new TableFinder(List.of(mapping)).find(rows, "list.xlsx").get(0);
        assertThat(table.kind()).isEqualTo(SheetKind.CANDIDATES);
        assertThat(table.columns().get("A").field()).isEqualTo(Field.NAME);
        assertThat(table.columns().get("B").field()).isEqualTo(Field.PHONE);
        assertThat(FINDER.find(rows, "list.xlsx")).isEmpty();
    }
}
