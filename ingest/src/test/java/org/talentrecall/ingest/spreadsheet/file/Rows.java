package org.talentrecall.ingest.spreadsheet.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Rows of a file as short lines for comparison: {@code Sheet!3 A:text=… B:figure=…}. */
final class Rows {
    private Rows() {}

    static List<String> of(Path file) throws IOException, UnreadableWorkbook {
        List<String> lines = new ArrayList<>();
        try (WorkbookRows rows = WorkbookFile.open(file)) {
            for (SheetRow row = rows.next(); row != null; row = rows.next()) {
                lines.add(row.sheet() + (row.hidden() ? "(hidden)" : "") + "!" + row.number() + " "
                        + row.cells().stream().map(Rows::line).collect(Collectors.joining(" ")));
            }
        }
        return lines;
    }

    private static String line(SheetCell cell) {
        String kind = cell.value().getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
        return cell.column() + ":" + kind + "=" + cell.value().shown();
    }
}
