package org.talentrecall.ingest.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.intake.Container;
import org.talentrecall.archive.record.ContentHash;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.ingest.source.SourceFiles;
import org.talentrecall.ingest.source.SourceProblem.Code;
import org.talentrecall.ingest.source.SourceUnreadable;

/**
 * One mbox file. Its fingerprint is length and hash of its head, its cursor the offset behind the last message with a hash
 * of the bytes before: a file in which both still fit has only grown and is read on; any other has been rebuilt (mail
 * programs do that when they compact folders) and is read again from its beginning.
 *
 * @param lenient whether a file that is no mbox is passed over in silence
 */
record MboxFile(SourceId source, SourceFiles.Found found, String mailbox, boolean lenient, long messageLimit)
        implements MailContainer {
    private static final int HEAD = 4096;
    private static final int TAIL = 512;
    private static final int HASH_DIGITS = 16;

    @Override
    public String path() {
        return found.path();
    }

    @Override
    public boolean grows() {
        return true;
    }

    @Override
    public @Nullable Messages open(Optional<Container> known) throws SourceUnreadable {
        try {
            FileChannel channel = FileChannel.open(found.file(), StandardOpenOption.READ);
            try {
                Messages messages = open(channel, known);
                if (messages == null) {
                    channel.close();
                }
                return messages;
            } catch (IOException | SourceUnreadable e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new SourceUnreadable(SourceFiles.problem(source, found.file(), e));
        }
    }

    private @Nullable Messages open(FileChannel channel, Optional<Container> known)
            throws IOException, SourceUnreadable {
        long offset = known.isPresent() ? resume(channel, known.get()) : 0;
        if (offset >= 0
                && offset == channel.size()
                && known.isPresent()
                && known.get().complete()) {
            return null;
        }
        MboxScanner scanner = scanner(channel, Math.max(offset, 0));
        boolean begins = scanner.begins();
        if (!begins && offset > 0 && channel.size() > offset) {
            // What was appended does not begin a message: the last one had been read while it was still being written.
            offset = -1;
            scanner = scanner(channel, 0);
            begins = scanner.begins();
        }
        if (!begins && channel.size() > Math.max(offset, 0)) {
            if (lenient) {
                return null;
            }
            throw new SourceUnreadable(
                    source,
                    Code.NOT_OF_ITS_KIND,
                    "Source " + source + " is not an mbox file (" + found.path()
                            + " does not begin with a From line): correct its kind in recall.ingest.sources.");
        }
        Container start = known.isEmpty()
                ? Container.first(source, path(), fingerprint(channel))
                : offset >= 0 ? known.get() : known.get().again(fingerprint(channel));
        return new OpenMbox(this, channel, scanner, start);
    }

    private MboxScanner scanner(FileChannel channel, long offset) throws IOException {
        channel.position(offset);
        InputStream input = Channels.newInputStream(channel);
        return new MboxScanner(input, offset, messageLimit);
    }

    /** The offset to go on at, or -1 when the file is another than before. */
    private static long resume(FileChannel channel, Container known) throws IOException {
        String[] head = known.fingerprint().split(":", 2);
        int length = Integer.parseInt(head[0]);
        if (!head[1].equals(hash(channel, 0, length))) {
            return -1;
        }
        if (known.cursor().isEmpty()) {
            return 0;
        }
        String[] cursor = known.cursor().split(":", 2);
        long offset = Long.parseLong(cursor[0]);
        return channel.size() >= offset && cursor[1].equals(tail(channel, offset)) ? offset : -1;
    }

    private static String fingerprint(FileChannel channel) throws IOException {
        int length = (int) Math.min(HEAD, channel.size());
        return length + ":" + hash(channel, 0, length);
    }

    private static String tail(FileChannel channel, long offset) throws IOException {
        int length = (int) Math.min(TAIL, offset);
        return hash(channel, offset - length, length);
    }

    private static String hash(FileChannel channel, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        int read = 0;
        while (bytes.hasRemaining() && read >= 0) {
            read = channel.read(bytes, from + bytes.position());
        }
        byte[] present = java.util.Arrays.copyOf(bytes.array(), bytes.position());
        return ContentHash.of(present).value().substring(0, HASH_DIGITS);
    }

    /** An open file. */
    private record OpenMbox(MboxFile file, FileChannel channel, MboxScanner scanner, Container start)
            implements Messages {
        @Override
        public @Nullable RawMessage next() throws SourceUnreadable {
            try {
                MboxScanner.Cut cut = scanner.next();
                if (cut == null) {
                    return null;
                }
                return new RawMessage(cut.content(), cut.whole(), cut.end() + ":" + tail(channel, cut.end()), false)
                        .arrived(cut.arrived());
            } catch (IOException e) {
                throw new SourceUnreadable(
                        SourceFiles.problem(file.source(), file.found().file(), e));
            }
        }

        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
