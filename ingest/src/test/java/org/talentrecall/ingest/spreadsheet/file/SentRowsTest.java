package org.talentrecall.ingest.spreadsheet.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SentRowsTest {
    @TempDir
    Path folder;

    private List<SentRows.Piece> sent(Path file) throws Exception {
        List<SentRows.Piece> pieces = new ArrayList<>();
        SentRows.send(SentRows.request("rows", file, Passwords.NONE), bytes -> pieces.add(SentRows.Piece.read(bytes)));
        return pieces;
    }

    private Path workbook() throws Exception {
        Path file = folder.resolve("a.xlsx");
        try (Workbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            CellStyle days = workbook.createCellStyle();
            days.setDataFormat((short) 14);
            for (String name : List.of("候选人", "Other")) {
                Sheet sheet = workbook.createSheet(name);
                sheet.setColumnHidden(2, true);
                sheet.addMergedRegion(new CellRangeAddress(0, 1, 0, 0));
                for (int i = 0; i < 150; i++) {
                    Row row = sheet.createRow(i);
                    row.createCell(0).setCellValue("顾小满 " + i);
                    row.createCell(1).setCellValue(i + 0.5);
                    row.createCell(2).setCellValue(i % 2 == 0);
                    row.createCell(3).setCellValue(LocalDateTime.of(2025, 3, 4, 14, 30));
                    row.getCell(3).setCellStyle(days);
                    row.createCell(4).setCellErrorValue((byte) 42);
                }
            }
            workbook.write(out);
        }
        return file;
    }

    @Test
    void arrive_as_they_were_read() throws Exception {
        Path file = workbook();
        List<SentRows.Piece> pieces = sent(file);

        List<SheetRow> arrived = new ArrayList<>();
        List<List<MergedCells>> merges = new ArrayList<>();
        for (SentRows.Piece piece : pieces.subList(1, pieces.size())) {
            SentRows.Batch batch = (SentRows.Batch) piece;
            assertThat(batch.hiddenColumns()).containsExactly("C");
            assertThat(batch.rows())
                    .extracting(SheetRow::sheetIndex)
                    .containsOnly(batch.rows().get(0).sheetIndex());
            arrived.addAll(batch.rows());
            merges.add(batch.merges());
        }
        try (WorkbookRows rows = WorkbookFile.open(file)) {
            assertThat(pieces.get(0)).isEqualTo(new SentRows.Head(rows.savedOn(), rows.savedAt(), rows.sheetNames()));
            for (SheetRow row : arrived) {
                SheetRow here = rows.next();
                assertThat(row.cells()).isEqualTo(here.cells());
                assertThat(row.content()).isEqualTo(here.content());
                assertThat(List.of(row.sheet(), row.sheetIndex(), row.number(), row.hidden(), row.rowHidden()))
                        .isEqualTo(List.of(
                                here.sheet(), here.sheetIndex(), here.number(), here.hidden(), here.rowHidden()));
            }
            assertThat(rows.next()).isNull();
        }
        MergedCells merged = new MergedCells(1, 2, "A", "A");
        assertThat(merges)
                .containsExactly(List.of(merged), List.of(), List.of(), List.of(merged), List.of(), List.of());
    }

    @Test
    void what_is_no_workbook_is_damage_from_the_beginning() throws Exception {
        Path file = Files.write(folder.resolve("a.xlsx"), new byte[0]);

        assertThat(sent(file))
                .singleElement()
                .isInstanceOfSatisfying(
                        SentRows.Damage.class,
                        damage -> assertThat(damage.why().code()).isEqualTo(UnreadableWorkbook.Code.EMPTY));
    }

    @Test
    void rows_before_a_row_without_end_are_good() throws Exception {
        Path file = Files.writeString(
                folder.resolve("a.csv"), "a,b\n1,2\n3," + ("x".repeat(30_000) + ",").repeat(20) + "\n4,5\n");

        List<SentRows.Piece> pieces = sent(file);

        assertThat(pieces).hasSize(3);
        assertThat(((SentRows.Batch) pieces.get(1)).rows()).hasSize(2);
        assertThat(((SentRows.Damage) pieces.get(2)).why().code()).isEqualTo(UnreadableWorkbook.Code.TOO_LARGE);
    }
}
