package org.talentrecall.ingest.spreadsheet;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talentrecall.ingest.spreadsheet.file.MergedCells;
import org.talentrecall.ingest.spreadsheet.file.SheetRow;
import org.talentrecall.ingest.spreadsheet.file.UnreadableWorkbook;
import org.talentrecall.ingest.spreadsheet.file.WorkbookRows;

/**
 * A file's rows, of which the next ones can be looked at before they are taken. Damage is told behind the last good row,
 * however far anybody looked ahead. Not safe for use by several threads.
 */
final class UpcomingRows implements Closeable {
    private final WorkbookRows rows;
    private final boolean mayMerge;
    private final Deque<SheetRow> ahead = new ArrayDeque<>();
    private @Nullable UnreadableWorkbook damage;

    /** @param mayMerge whether cells may be merged in it, so that looking for them is worth the time */
    UpcomingRows(WorkbookRows rows, boolean mayMerge) {
        this.rows = rows;
        this.mayMerge = mayMerge;
    }

    /** Takes the next row; null at the end. */
    @Nullable
    SheetRow next() throws IOException, UnreadableWorkbook {
        SheetRow known = ahead.poll();
        if (known != null) {
            return known;
        }
        if (damage != null) {
            throw damage;
        }
        return rows.next();
    }

    /** This row, which was taken last, and the next ones of its sheet, which stay to be taken. */
    List<SheetRow> window(SheetRow from, int most) throws IOException {
        List<SheetRow> window = new ArrayList<>();
        window.add(from);
        for (SheetRow row : ahead) {
            if (window.size() < most && row.sheetIndex() == from.sheetIndex()) {
                window.add(row);
            }
        }
        boolean complete = window.size() <= ahead.size();
        try {
            while (!complete && window.size() < most && damage == null) {
                SheetRow row = rows.next();
                if (row == null) {
                    break;
                }
                ahead.add(row);
                complete = row.sheetIndex() != from.sheetIndex();
                if (!complete) {
                    window.add(row);
                }
            }
        } catch (UnreadableWorkbook why) {
            // The rows before the damage are good; it is told when they are through.
            damage = why;
        }
        return window;
    }

    /** Passes over so many rows that were looked at. */
    void skip(int count) {
        for (int i = 0; i < count; i++) {
            ahead.poll();
        }
    }

    /** Has a row that was taken be the next one again. */
    void putBack(SheetRow row) {
        ahead.addFirst(row);
    }

    /** The merged cells of the sheet of the row that was taken last, before any other sheet is looked at. */
    List<MergedCells> merges() throws IOException {
        try {
            return mayMerge ? rows.merges() : List.of();
        } catch (UnreadableWorkbook damagedThere) {
            // What the cells say does not depend on it; rows that cannot be read tell of the damage themselves.
            return List.of();
        }
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
