package org.talentrecall.ingest.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.intake.Container;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.ingest.source.SourceFiles;
import org.talentrecall.ingest.source.SourceUnreadable;

/**
 * A file that is one message: a container of its own, because folders of files have no order in which new ones come. It is
 * read again when the fingerprint differs.
 *
 * @param path stable while the message is the same
 */
record MessageFile(
        SourceId source, String path, String mailbox, java.nio.file.Path file, String fingerprint, long limit)
        implements MailContainer {
    private static final int KEPT_OF_TOO_LARGE = 64 * 1024;

    @Override
    public boolean grows() {
        return false;
    }

    @Override
    public @Nullable Messages open(Optional<Container> known) {
        Container start = known.map(
                        before -> before.fingerprint().equals(fingerprint) ? before : before.again(fingerprint))
                .orElseGet(() -> Container.first(source, path, fingerprint));
        return start.complete() ? null : new Single(this, start);
    }

    private byte[] bytes(boolean whole) throws IOException {
        if (whole) {
            return Files.readAllBytes(file);
        }
        try (InputStream input = Files.newInputStream(file)) {
            return input.readNBytes(KEPT_OF_TOO_LARGE);
        }
    }

    private static final class Single implements Messages {
        private final MessageFile file;
        private final Container start;
        private boolean given;

        Single(MessageFile file, Container start) {
            this.file = file;
            this.start = start;
        }

        @Override
        public Container start() {
            return start;
        }

        @Override
        public @Nullable RawMessage next() throws SourceUnreadable {
            if (given) {
                return null;
            }
            given = true;
            try {
                boolean whole = Files.size(file.file()) <= file.limit();
                return new RawMessage(file.bytes(whole), whole, "1", true);
            } catch (IOException e) {
                throw new SourceUnreadable(SourceFiles.problem(file.source(), file.file(), e));
            }
        }

        @Override
        public void close() {
            // Nothing stays open between messages.
        }
    }
}
