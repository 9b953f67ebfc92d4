package org.talentrecall.ingest.mailbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.intake.Container;
import org.talentrecall.ingest.document.Deadline;
import org.talentrecall.ingest.document.DocumentReader;
import org.talentrecall.ingest.document.DocumentReading.Why;
import org.talentrecall.ingest.document.PackedEntry;
import org.talentrecall.ingest.document.PackedFile;
import org.talentrecall.ingest.source.SourceFiles;
import org.talentrecall.ingest.source.SourceUnreadable;

/** The files of a packed file in a folder, one item each, so that one with a thousand resumes is no long step; its cursor counts them. */
final class PackedFolder implements MailContainer.Messages {
    private final FolderSource owner;
    private final SourceFiles.Found found;
    private final FilePlace.Loose place;
    private final Container start;
    private final PackedFile packed;
    private final Iterator<PackedEntry> entries;
    private final Set<String> names = new HashSet<>();
    private long count;
    private boolean ended;

    private PackedFolder(
            FolderSource owner, SourceFiles.Found found, FilePlace.Loose place, Container start, PackedFile packed) {
        this.owner = owner;
        this.found = found;
        this.place = place;
        this.start = start;
        this.packed = packed;
        this.entries = packed.entries().iterator();
    }

    /** @param type one that can be unpacked */
    static PackedFolder open(
            FolderSource owner, SourceFiles.Found found, FilePlace.Loose place, Container start, String type)
            throws SourceUnreadable {
        DocumentReader documents = owner.documents();
        try {
            PackedFile packed = documents.unpack(
                    Files.readAllBytes(found.file()),
                    type,
                    found.path().substring(found.path().lastIndexOf('/') + 1),
                    documents.packedLimits().entries(),
                    documents.packedLimits().expandedBytes(),
                    Deadline.in(documents.time()));
            PackedFolder folder = new PackedFolder(owner, found, place, start, packed);
            long read = start.cursor().isEmpty() ? 0 : Long.parseLong(start.cursor());
            while (folder.count < read && folder.entries.hasNext()) {
                folder.place(folder.entries.next());
            }
            return folder;
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
            if (entries.hasNext()) {
                PackedEntry entry = entries.next();
                FilePlace.Loose inner = place(entry);
                Path file = entry.file();
                byte[] content = file == null ? new byte[0] : Files.readAllBytes(file);
                Why fault = file == null && entry.fault() == null ? Why.CORRUPT : entry.fault();
                return fault == null
                        ? RawMessage.file(inner, content, true, Long.toString(count), false)
                        : RawMessage.fault(inner, content, fault, Long.toString(count), false);
            }
            Why fault = packed.fault() == null && packed.entries().isEmpty() ? Why.EMPTY : packed.fault();
            if (fault == null || ended) {
                return null;
            }
            ended = true;
            byte[] whole = Files.readAllBytes(found.file());
            return RawMessage.fault(place, whole, fault, Long.toString(count), true);
        } catch (IOException e) {
            throw new SourceUnreadable(SourceFiles.problem(owner.id(), found.file(), e));
        }
    }

    private FilePlace.Loose place(PackedEntry entry) {
        count++;
        String name = entry.name();
        for (int copy = 2; !names.add(name); copy++) {
            name = entry.name() + '~' + copy;
        }
        return place.within(name);
    }

    @Override
    public void close() {
        packed.close();
    }
}
