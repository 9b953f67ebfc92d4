package org.talentrecall.ingest.mailbox;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.intake.Container;
import org.talentrecall.ingest.document.DocumentReader;
import org.talentrecall.ingest.source.Since;
import org.talentrecall.ingest.source.SourceFiles;
import org.talentrecall.ingest.source.SourceUnreadable;

/** A file in a folder of anything. Its fingerprint is size and time, but that of a mailbox is what its form has. */
final class FolderFile implements MailContainer {
    private static final int HEAD = 4096;
    private static final Pattern MBOX =
            Pattern.compile("\\s{0,20}From [^\\n]{1,500}\\n(?:[!-9;-~]{1,100}[ \\t]*:|>From ).*", Pattern.DOTALL);
    private static final String PST = "!BDN";

    private final FolderSource owner;
    private final SourceFiles.Found found;
    private boolean grows;

    FolderFile(FolderSource owner, SourceFiles.Found found) {
        this.owner = owner;
        this.found = found;
    }

    @Override
    public String path() {
        return found.path();
    }

    @Override
    public String mailbox() {
        return owner.id().value() + '/' + found.path();
    }

    /** Only known when it has been opened. */
    @Override
    public boolean grows() {
        return grows;
    }

    @Override
    public @Nullable Messages open(Optional<Container> known) throws SourceUnreadable {
        boolean read = known.filter(Container::complete)
                .filter(before -> before.fingerprint().equals(found.fingerprint()))
                .isPresent();
        if (read) {
            return null;
        }
        String head = head(false);
        if (head.startsWith(PST)) {
            grows = true;
            return StoreMessages.open(owner, found, start(known));
        }
        if (MBOX.matcher(head).matches()) {
            grows = true;
            return new MboxFile(owner.id(), found, mailbox(), true, owner.messageLimit()).open(known);
        }
        if (head.startsWith("\u001F\u008B") && MBOX.matcher(head(true)).matches()) {
            grows = true;
            return PackedMbox.open(owner, found, start(known));
        }
        FilePlace.Loose place = new FilePlace.Loose(
                owner.id(), owner.folderHint(), found.path(), Instant.ofEpochMilli(found.modified()));
        Container start = start(known);
        if (start.complete()) {
            return null;
        }
        String type = packedType(head);
        if (type != null && found.size() <= owner.documents().packedLimits().packedBytes()) {
            return PackedFolder.open(owner, found, place, start, type);
        }
        return new MessageFile.Single(owner.id(), found.file(), limit(), start, place, null);
    }

    @Override
    public @Nullable Messages again(Since since, Container progress) throws SourceUnreadable {
        // Mails have days of their own; of other files the day is that of the file.
        return since.includes(Instant.ofEpochMilli(found.modified())) || grows ? open(Optional.empty()) : null;
    }

    /** Packed files may be larger than a message; what is in them is held to its own limit. */
    private long limit() {
        return Math.max(owner.messageLimit(), owner.documents().packedLimits().packedBytes());
    }

    /** What can be unpacked, also when a zip must first be looked into to tell it from a Word document; else null. */
    private @Nullable String packedType(String head) throws SourceUnreadable {
        DocumentReader documents = owner.documents();
        byte[] beginning = head.getBytes(StandardCharsets.ISO_8859_1);
        String type = documents.typeByBeginning(beginning);
        try {
            if (DocumentReader.isPacked(type)
                    && found.size() <= documents.packedLimits().packedBytes()) {
                String whole = type.equals("application/zip") ? documents.type(Files.readAllBytes(found.file())) : type;
                return DocumentReader.isPacked(whole) ? whole : null;
            }
        } catch (IOException e) {
            throw new SourceUnreadable(SourceFiles.problem(owner.id(), found.file(), e));
        }
        return null;
    }

    private Container start(Optional<Container> known) {
        return Container.resumed(known, owner.id(), found.path(), found.fingerprint());
    }

    private String head(boolean packed) throws SourceUnreadable {
        try (InputStream input = new BufferedInputStream(Files.newInputStream(found.file()));
                InputStream plain = packed ? new GZIPInputStream(input) : input) {
            return new String(plain.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            if (packed) {
                // A damaged one; it is no mailbox and will say so when it is unpacked.
                return "";
            }
            throw new SourceUnreadable(SourceFiles.problem(owner.id(), found.file(), e));
        }
    }
}
