package org.talentrecall.ingest.spreadsheet.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows of a temporary file, which is deleted when they are closed. */
final class TemporaryRows implements WorkbookRows {
    private final WorkbookRows rows;
    private final Path file;

    TemporaryRows(WorkbookRows rows, Path file) {
        this.rows = rows;
        this.file = file;
    }

    @Override
    public @Nullable SheetRow next() throws UnreadableWorkbook, IOException {
        return rows.next();
    }

    @Override
    public @Nullable LocalDate savedOn() {
        return rows.savedOn();
    }

    @Override
    public @Nullable Instant savedAt() {
        return rows.savedAt();
    }

    @Override
    public List<String> sheetNames() {
        return rows.sheetNames();
    }

    @Override
    public List<MergedCells> merges() throws UnreadableWorkbook, IOException {
        return rows.merges();
    }

    @Override
    public Set<String> hiddenColumns() {
        return rows.hiddenColumns();
    }

    @Override
    public void close() throws IOException {
        try {
            rows.close();
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
