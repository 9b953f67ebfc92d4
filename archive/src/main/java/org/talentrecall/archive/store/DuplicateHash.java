package org.talentrecall.archive.store;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.record.ContentHash;
import org.talentrecall.archive.record.Correction;
import org.talentrecall.archive.record.RecordId;

/**
 * The short form by which records are settled among each other. Records that say the same share the hash of their duplicate
 * key; a rejected record and its corrections, whether they could be read or not, share the rejected one's id.
 */
final class DuplicateHash {
    private static final int DIGITS = 24;

    private DuplicateHash() {}

    /** @return null for a record that has nothing to settle */
    static @Nullable String of(RecordId record, Standing outcome, @Nullable String duplicateKey) {
        if (outcome != Standing.STORED && outcome != Standing.REJECTED) {
            return null;
        }
        Optional<Correction> correction = Correction.read(duplicateKey);
        if (correction.isPresent()) {
            return correction.get().of().value();
        }
        if (outcome == Standing.REJECTED) {
            return record.value();
        }
        return duplicateKey == null
                ? null
                : ContentHash.of(duplicateKey.getBytes(StandardCharsets.UTF_8))
                        .value()
                        .substring(0, DIGITS);
    }
}
