package org.talentrecall.ingest.mailbox;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.intake.Container;
import org.talentrecall.ingest.source.SourceFiles;
import org.talentrecall.ingest.source.SourceUnreadable;

/** The messages of an mbox file in gzip; its cursor is the offset in what it unpacks to. */
final class PackedMbox implements MailContainer.Messages {
    private final FolderSource owner;
    private final SourceFiles.Found found;
    private final Container start;
    private final InputStream input;
    private final MboxScanner scanner;

    private PackedMbox(
            FolderSource owner, SourceFiles.Found found, Container start, InputStream input, MboxScanner scanner) {
        this.owner = owner;
        this.found = found;
        this.start = start;
        this.input = input;
        this.scanner = scanner;
    }

    static PackedMbox open(FolderSource owner, SourceFiles.Found found, Container start) throws SourceUnreadable {
        try {
            InputStream input = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(found.file())));
            long offset = start.cursor().isEmpty() ? 0 : Long.parseLong(start.cursor());
            input.skipNBytes(offset);
            return new PackedMbox(owner, found, start, input, new MboxScanner(input, offset, owner.messageLimit()));
        } catch (IOException e) {
            throw new SourceUnreadable(SourceFiles.problem(owner.id(), found.file(), e));
        }
    }

    @Override
    public Container start() {
        return start;
    }

    @Override
    public @Nullable RawMessage next() throws SourceUnreadable {
        try {
            MboxScanner.Cut cut = scanner.next();
            return cut == null
                    ? null
                    : new RawMessage(cut.content(), cut.whole(), Long.toString(cut.end()), false)
                            .arrived(cut.arrived());
        } catch (IOException e) {
            throw new SourceUnreadable(SourceFiles.problem(owner.id(), found.file(), e));
        }
    }

    @Override
    public void close() {
        try {
            input.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
