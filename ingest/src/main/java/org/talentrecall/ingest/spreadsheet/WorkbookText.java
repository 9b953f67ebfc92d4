package org.talentrecall.ingest.spreadsheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.talentrecall.archive.record.Locator;
import org.talentrecall.ingest.document.DocumentText;
import org.talentrecall.ingest.document.PlaceNamer;
import org.talentrecall.ingest.spreadsheet.file.SheetRow;
import org.talentrecall.ingest.spreadsheet.file.UnreadableWorkbook;
import org.talentrecall.ingest.spreadsheet.file.WorkbookRows;

/** The rows of a workbook as the lines of a document, cells parted by tabs; those that are hidden are left out. Immutable. */
public final class WorkbookText {
    /** No resume has more rows; what comes behind them is not read. */
    private static final int MOST_ROWS = 2_000;

    private final List<SheetRow> rows;

    private WorkbookText(List<SheetRow> rows) {
        this.rows = List.copyOf(rows);
    }

    /** @throws UnreadableWorkbook when they cannot be read so far */
    public static WorkbookText of(WorkbookRows rows) throws IOException, UnreadableWorkbook {
        List<SheetRow> shown = new ArrayList<>();
        int looked = 0;
        for (SheetRow row = rows.next(); row != null && looked < MOST_ROWS; row = rows.next()) {
            looked++;
            if (!row.hidden() && !row.rowHidden()) {
                shown.add(row);
            }
        }
        return new WorkbookText(shown);
    }

    /** One page. */
    public DocumentText text() {
        return DocumentText.of(rows.stream().map(WorkbookText::line).collect(Collectors.joining("\n")));
    }

    static String line(SheetRow row) {
        return row.cells().stream()
                .map(cell -> cell.value().shown().strip().replaceAll("\\s*[\\r\\n]+\\s*", " "))
                .collect(Collectors.joining("\t"));
    }

    /**
     * Names the cells that lines came from.
     *
     * @param file as locators call the workbook
     */
    public PlaceNamer places(String file) {
        return (page, line) -> {
            SheetRow row = rows.get(Math.min(Math.max(line == null ? 1 : line, 1), rows.size()) - 1);
            return new Locator.Cell(
                    file, row.sheet(), row.number(), row.cells().get(0).column());
        };
    }
}
