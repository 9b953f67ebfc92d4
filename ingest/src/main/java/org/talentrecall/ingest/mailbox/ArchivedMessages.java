package org.talentrecall.ingest.mailbox;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.intake.Intake;
import org.talentrecall.archive.intake.KnownRecord;
import org.talentrecall.archive.intake.RawStore;
import org.talentrecall.archive.record.ContentHash;
import org.talentrecall.archive.record.RecordId;
import org.talentrecall.archive.record.SourceId;

/**
 * The bytes of messages that the archive holds already, so that a message that was moved or copied to another folder, or
 * whose folder was renamed or rebuilt, is not downloaded again.
 */
final class ArchivedMessages {
    /** Copies of one message that are looked at; a further one is downloaded. */
    private static final int COPIES = 3;

    private final Intake intake;
    private final RawStore raw;

    ArchivedMessages(Intake intake, RawStore raw) {
        this.intake = intake;
        this.raw = raw;
    }

    /** For each Message-ID that a source has brought already, the hashes of the messages that bear it. */
    Map<String, Set<ContentHash>> of(SourceId source, Set<String> messageIds) {
        Map<RecordId, String> wanted = new HashMap<>();
        for (String messageId : messageIds) {
            for (int copy = 1; copy <= COPIES; copy++) {
                wanted.put(MessageKeys.body(source, MessageKeys.copy(messageId, copy)), messageId);
            }
        }
        Map<String, Set<ContentHash>> contents = new HashMap<>();
        for (Map.Entry<RecordId, KnownRecord> known :
                intake.known(wanted.keySet()).entrySet()) {
            String messageId = wanted.get(known.getKey());
            if (messageId != null) {
                contents.computeIfAbsent(messageId, id -> new LinkedHashSet<>())
                        .add(known.getValue().content());
            }
        }
        return contents;
    }

    /**
     * The archived message that has exactly this size and begins with exactly these headers, or null when none has. Bytes
     * that agree in Message-ID, all headers and length are those of one message.
     */
    byte @Nullable [] same(Set<ContentHash> contents, long size, byte[] headers) throws IOException {
        for (ContentHash content : contents) {
            byte[] message = bytes(content, size);
            if (message.length == size && Arrays.mismatch(headers, message) == headers.length) {
                return message;
            }
        }
        return null;
    }

    /** At most one byte more than the size that is looked for. */
    private byte[] bytes(ContentHash content, long size) throws IOException {
        try (InputStream input = raw.open(content)) {
            return input.readNBytes((int) Math.min(Integer.MAX_VALUE - 8L, size + 1));
        } catch (FileNotFoundException e) {
            // Somebody has cleared the store; then it is downloaded again.
            return new byte[0];
        }
    }
}
