package org.talentrecall.ingest.mailbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.intake.Container;
import org.talentrecall.archive.intake.Intake;
import org.talentrecall.archive.intake.KnownRecord;
import org.talentrecall.archive.intake.Reading;
import org.talentrecall.archive.record.ContentHash;
import org.talentrecall.archive.record.RecordId;
import org.talentrecall.archive.record.SourceId;

/**
 * Chooses what the records of a message are called: its Message-ID, and for each further place or message of that
 * Message-ID in one source {@code ~2}, {@code ~3}… So a copy in another folder is a record of its own, which the archive
 * counts and merges; and a message met again in its own folder keeps its name, also after the folder was rebuilt.
 */
final class MessageKeys {
    /** More than the records of one transaction, of which the archive does not know yet. */
    private static final int GIVEN_LATELY = 2_000;

    private final Intake intake;
    private final Map<RecordId, KnownRecord> givenLately = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<RecordId, KnownRecord> eldest) {
            return size() > GIVEN_LATELY;
        }
    };

    MessageKeys(Intake intake) {
        this.intake = intake;
    }

    static String copy(String messageId, int copy) {
        return copy == 1 ? messageId : messageId + '~' + copy;
    }

    static RecordId body(SourceId source, String key) {
        return RecordId.of(source, key + "#body");
    }

    /**
     * The key of a message.
     *
     * @param progress of the container it lies in
     * @param again whether the message was read in this scan already and is read again on purpose
     * @param rewritten whether a message may have changed where it lies, as in files whose mail program notes flags in them
     * @param content asked for only when the Message-ID is known
     */
    String key(Container progress, boolean again, boolean rewritten, String messageId, Supplier<ContentHash> content) {
        SourceId source = progress.source();
        ContentHash hash = null;
        String changed = null;
        for (int copy = 1; ; copy++) {
            String key = copy(messageId, copy);
            KnownRecord known = known(body(source, key));
            if (known == null) {
                return changed == null ? key : changed;
            }
            if (hash == null) {
                hash = content.get();
            }
            if (known.container().equals(progress.path()) && (again || known.scan() != progress.scan())) {
                if (known.content().equals(hash)) {
                    return key;
                }
                if (rewritten && changed == null) {
                    changed = key;
                }
            }
        }
    }

    /** Remembers what was made of a message until the archive knows it. */
    void give(List<Reading> readings, Container progress) {
        for (Reading reading : readings) {
            givenLately.put(
                    reading.record().id(),
                    new KnownRecord(
                            progress.path(),
                            progress.scan(),
                            reading.record().content(),
                            reading.record().saidAt()));
        }
    }

    /** How many of these records the container's present scan has not counted yet. */
    long uncounted(List<Reading> readings, Container progress) {
        return readings.stream()
                .map(reading -> known(reading.record().id()))
                .filter(known ->
                        known == null || !known.container().equals(progress.path()) || known.scan() != progress.scan())
                .count();
    }

    private @Nullable KnownRecord known(RecordId record) {
        KnownRecord given = givenLately.get(record);
        return given != null ? given : intake.known(List.of(record)).get(record);
    }
}
