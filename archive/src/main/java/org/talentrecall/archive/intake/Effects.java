package org.talentrecall.archive.intake;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.record.ContentHash;
import org.talentrecall.archive.record.RecordId;
import org.talentrecall.archive.record.SourceId;

/** What an import did, file by file and record by record. Asked inside its transaction, also what it is about to do. */
public interface Effects {
    /** Each file, folder or page that the import has touched, by source and path. */
    List<FileEffect> files(ImportId id);

    /** Each record that the import changed (not those that are new), by id. Streams. */
    void changes(ImportId id, Consumer<RecordChange> action);

    /**
     * The raw bytes of the files that the import has read, so far as a file is kept whole: workbooks, and files that are one
     * record.
     */
    List<Original> originals(ImportId id);

    /**
     * A file as it was read.
     *
     * @param modified when the file was last changed, where the archive knows it
     */
    record Original(
            SourceId source,
            String path,
            ContentHash content,
            @Nullable Instant modified) {}

    /**
     * One file.
     *
     * @param added records that nobody knew
     * @param changed records that say something else than before
     * @param same records that were met again as they were
     * @param merged of all these, records that say the same as another one
     * @param rejected of all these, records that cannot be read as they should
     * @param suppressed of all these, records left out on purpose
     * @param withdrawn records that are no longer there
     */
    record FileEffect(
            SourceId source,
            String path,
            long added,
            long changed,
            long same,
            long merged,
            long rejected,
            long suppressed,
            long withdrawn) {}

    /** One record before and after. */
    record RecordChange(RecordId id, SourceId source, String naturalKey, Said before, Said after) {}

    /**
     * What a record said.
     *
     * @param outcome {@code STORED}, {@code REJECTED}, {@code SUPPRESSED} or {@code WITHDRAWN}
     */
    record Said(
            String outcome, @Nullable String code, @Nullable String sentence, List<StatedFact> facts) {
        public Said {
            facts = List.copyOf(facts);
        }
    }
}
