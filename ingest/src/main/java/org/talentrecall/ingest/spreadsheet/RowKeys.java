package org.talentrecall.ingest.spreadsheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talentrecall.ingest.spreadsheet.file.WordsHash;

/**
 * Natural keys of one file's rows. A key comes from what identifies the row, not from where it stands, so that a row keeps
 * it when others are inserted above. Rows of one identity that say different things are told apart by counting; one that
 * says the same as another is its repetition. Takes 24 to 48 bytes a row. Not safe for use by several threads.
 */
final class RowKeys {
    private static final int FIRST_SIZE = 1 << 10;

    private final String file;
    private final WordsHash words = new WordsHash();
    /** Open addressing by identity; 0 is free. */
    private long[] identities = new long[FIRST_SIZE];
    /** What the first row of the identity at the same place says. */
    private long[] firstSaid = new long[FIRST_SIZE];

    private int size;
    /** What the second and further rows of an identity say. */
    private final Map<Long, List<Long>> furtherSaid = new HashMap<>();

    RowKeys(String file) {
        this.file = file;
    }

    /**
     * Where a row lies.
     *
     * @param natural its natural key
     * @param repeats natural key of the row that said the same before, or null
     */
    record Key(String natural, @Nullable String repeats) {}

    /**
     * The key of something that is told of a sheet, or of a row that is understood no further.
     *
     * @param identity tells it from the others of its sheet
     * @param said all that it says
     */
    Key key(String sheet, String identity, String said) {
        return key(sheet, identity, words.add(said).beginning());
    }

    /** The key of a row of a table. */
    Key key(String sheet, String identity, TableRow row) {
        row.say(words);
        return key(sheet, identity, words.beginning());
    }

    private Key key(String sheet, String identity, long hashOfSaid) {
        long named = words.add(sheet).add((byte) '\n').add(identity).beginning();
        long hash = nonZero(named);
        long said = nonZero(hashOfSaid);
        String base = file + "!" + sheet + "#" + HexFormat.of().toHexDigits(named);
        if (size * 2 >= identities.length) {
            grow();
        }
        int at = place(hash);
        if (identities[at] == 0) {
            identities[at] = hash;
            firstSaid[at] = said;
            size++;
            return new Key(base, null);
        }
        List<Long> further = furtherSaid.computeIfAbsent(hash, first -> new ArrayList<>(1));
        int before = firstSaid[at] == said ? 1 : further.indexOf(said) + 2;
        further.add(said);
        String repeats = before == 1 ? null : base + "~" + before;
        return new Key(base + "~" + (further.size() + 1), firstSaid[at] == said ? base : repeats);
    }

    private static long nonZero(long hash) {
        return hash == 0 ? 1 : hash;
    }

    /** Where the hash is, or else the free place for it. */
    private int place(long hash) {
        int mask = identities.length - 1;
        int at = (int) (hash ^ (hash >>> 32)) & mask;
        while (identities[at] != 0 && identities[at] != hash) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void grow() {
        long[] hashes = identities;
        long[] words = firstSaid;
        identities = new long[hashes.length * 2];
        firstSaid = new long[hashes.length * 2];
        for (int i = 0; i < hashes.length; i++) {
            if (hashes[i] != 0) {
                int at = place(hashes[i]);
                identities[at] = hashes[i];
                firstSaid[at] = words[i];
            }
        }
    }
}
