package org.talentrecall.ingest.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
record MessageFile(SourceId source, String path, String mailbox, Path file, String fingerprint, long limit)
        implements MailContainer {
    private static final Pattern DELIVERED = Pattern.compile("(\\d{9,10})\\.");
    private static final int KEPT_OF_TOO_LARGE = 64 * 1024;

    @Override
    public boolean grows() {
        return false;
    }

    @Override
    public @Nullable Messages open(Optional<Container> known) {
        Container start = Container.resumed(known, source, path, fingerprint);
        return start.complete() ? null : new Single(source, file, limit, start, null, delivered());
    }

    /** Unique names in a Maildir begin with the second of the delivery, which copying the file does not change. */
    private @Nullable Instant delivered() {
        Matcher named = DELIVERED.matcher(fingerprint);
        return named.lookingAt() ? Instant.ofEpochSecond(Long.parseLong(named.group(1))) : null;
    }

    /** The one item of a file that is one. */
    static final class Single implements Messages {
        private final SourceId source;
        private final Path file;
        private final long limit;
        private final Container start;
        private final FilePlace.@Nullable Loose loose;
        private final @Nullable Instant arrived;
        private boolean given;

        /**
         * @param loose where it lies, when it may be something else than a message
         * @param arrived when it came there; null for when the file was last changed
         */
        Single(
                SourceId source,
                Path file,
                long limit,
                Container start,
                FilePlace.@Nullable Loose loose,
                @Nullable Instant arrived) {
            this.source = source;
            this.file = file;
            this.limit = limit;
            this.start = start;
            this.loose = loose;
            this.arrived = arrived;
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
                boolean whole = Files.size(file) <= limit;
                return RawMessage.file(loose, bytes(whole), whole, "1", true)
                        .arrived(
                                arrived == null
                                        ? Files.getLastModifiedTime(file).toInstant()
                                        : arrived);
            } catch (IOException e) {
                throw new SourceUnreadable(SourceFiles.problem(source, file, e));
            }
        }

        private byte[] bytes(boolean whole) throws IOException {
            if (whole) {
                return Files.readAllBytes(file);
            }
            try (InputStream input = Files.newInputStream(file)) {
                return input.readNBytes(KEPT_OF_TOO_LARGE);
            }
        }

        @Override
        public void close() {
            // Nothing stays open between messages.
        }
    }
}
