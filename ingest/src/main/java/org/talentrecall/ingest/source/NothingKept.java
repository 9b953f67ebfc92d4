package org.talentrecall.ingest.source;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.talentrecall.archive.intake.AskingRecord;
import org.talentrecall.archive.intake.Container;
import org.talentrecall.archive.intake.ImportId;
import org.talentrecall.archive.intake.Intake;
import org.talentrecall.archive.intake.KnownRecord;
import org.talentrecall.archive.intake.RawStore;
import org.talentrecall.archive.intake.Reading;
import org.talentrecall.archive.record.ContentHash;
import org.talentrecall.archive.record.RecordId;
import org.talentrecall.archive.record.SourceId;

/** Stands in for the archive when something is only to be looked at: knows nothing, and keeps nothing. */
public final class NothingKept {
    /** An archive that was never read into. */
    public static final Intake INTAKE = new Empty();

    /** Only hashes what it is given. */
    public static final RawStore RAW = new Hashing();

    private NothingKept() {}

    private static final class Empty implements Intake {
        @Override
        public Optional<Container> container(SourceId source, String path) {
            return Optional.empty();
        }

        @Override
        public List<Container> containers(SourceId source) {
            return List.of();
        }

        @Override
        public Map<RecordId, Integer> lastScans(Collection<RecordId> records) {
            return Map.of();
        }

        @Override
        public Map<RecordId, KnownRecord> known(Collection<RecordId> records) {
            return Map.of();
        }

        /** What is only looked at is read as if it were new: whatever was rejected still is. */
        @Override
        public Set<RecordId> rejected(Collection<RecordId> records) {
            return Set.copyOf(records);
        }

        @Override
        public Map<RecordId, String> answers(String question) {
            return Map.of();
        }

        @Override
        public List<AskingRecord> reanswered(String question) {
            return List.of();
        }

        @Override
        public List<AskingRecord> asking(String question, Collection<RecordId> records) {
            return List.of();
        }

        @Override
        public void accept(ImportId importId, List<Reading> readings, Container progress, boolean appended) {
            throw new UnsupportedOperationException("What is only looked at is not stored");
        }

        @Override
        public void withdraw(ImportId importId, Container gone) {
            throw new UnsupportedOperationException("What is only looked at is not stored");
        }
    }

    private static final class Hashing implements RawStore {
        @Override
        public ContentHash put(InputStream content) throws IOException {
            MessageDigest digest = ContentHash.digest();
            try (DigestInputStream hashed = new DigestInputStream(content, digest)) {
                hashed.transferTo(OutputStream.nullOutputStream());
            }
            return new ContentHash(HexFormat.of().formatHex(digest.digest()));
        }

        @Override
        public InputStream open(ContentHash hash) throws FileNotFoundException {
            throw new FileNotFoundException("Nothing is kept of what is only looked at: " + hash);
        }
    }
}
