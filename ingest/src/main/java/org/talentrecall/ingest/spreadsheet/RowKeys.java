package org.talentrecall.ingest.spreadsheet;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.talentrecall.archive.record.ContentHash;
import org.talentrecall.ingest.spreadsheet.file.SheetCell;
import org.talentrecall.ingest.spreadsheet.file.SheetRow;

/**
 * Natural keys of one file's rows. A key comes from what identifies the row, not from where it stands, so that a row keeps
 * it when others are inserted above; rows that say the same are told apart by counting. Takes 8 to 16 bytes a row.
 */
final class RowKeys {
    private static final int DIGITS = 16;
    private static final int FIRST_SIZE = 1 << 10;

    private final String file;
    /** Open addressing; 0 is free. */
    private long[] seen = new long[FIRST_SIZE];

    private int size;
    private final Map<Long, Integer> repeated = new HashMap<>();

    RowKeys(String file) {
        this.file = file;
    }

    /** The key of a row that is identified by these words within its sheet. */
    String key(String sheet, String identity) {
        String digest = ContentHash.of((sheet + '\n' + identity).getBytes(StandardCharsets.UTF_8))
                .value()
                .substring(0, DIGITS);
        int occurrence = occurrence(Long.parseUnsignedLong(digest, 16));
        return file + "!" + sheet + "#" + digest + (occurrence == 1 ? "" : "~" + occurrence);
    }

    /** Hash over the row's cells, wherever the row stands. */
    static ContentHash content(SheetRow row) {
        StringBuilder cells = new StringBuilder();
        for (SheetCell cell : row.cells()) {
            cells.append(cell.column())
                    .append('\t')
                    .append(cell.value().shown())
                    .append('\u001f');
        }
        return ContentHash.of(cells.toString().getBytes(StandardCharsets.UTF_8));
    }

    private int occurrence(long hash) {
        long entry = hash == 0 ? 1 : hash;
        if (size * 2 >= seen.length) {
            grow();
        }
        if (put(entry)) {
            size++;
            return 1;
        }
        return repeated.merge(entry, 2, (before, two) -> before + 1);
    }

    private void grow() {
        long[] before = seen;
        seen = new long[before.length * 2];
        Arrays.stream(before).filter(entry -> entry != 0).forEach(this::put);
    }

    private boolean put(long entry) {
        int mask = seen.length - 1;
        int at = (int) (entry ^ (entry >>> 32)) & mask;
        while (seen[at] != 0) {
            if (seen[at] == entry) {
                return false;
            }
            at = (at + 1) & mask;
        }
        seen[at] = entry;
        return true;
    }
}
