package org.talentrecall.ingest.mailbox;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.intake.Container;
import org.talentrecall.ingest.document.DocumentReading.Why;
import org.talentrecall.ingest.document.StoredMessages;
import org.talentrecall.ingest.outlook.OutlookStore;
import org.talentrecall.ingest.source.SourceFiles;
import org.talentrecall.ingest.source.SourceProblem;
import org.talentrecall.ingest.source.SourceUnreadable;

/** The messages of a PST or OST file; its cursor is their number so far. */
final class StoreMessages implements MailContainer.Messages {
    private final FolderSource owner;
    private final SourceFiles.Found found;
    private final Container start;
    private final StoredMessages messages;
    private long count;

    private StoreMessages(FolderSource owner, SourceFiles.Found found, Container start, long count) {
        this.owner = owner;
        this.found = found;
        this.start = start;
        this.count = count;
        this.messages = owner.documents().store(found.file(), count);
    }

    static StoreMessages open(FolderSource owner, SourceFiles.Found found, Container start) {
        return new StoreMessages(owner, found, start, start.cursor().isEmpty() ? 0 : Long.parseLong(start.cursor()));
    }

    @Override
    public Container start() {
        return start;
    }

    @Override
    public @Nullable RawMessage next() throws SourceUnreadable {
        OutlookStore.Kept kept = messages.next();
        if (kept != null) {
            count++;
            byte[] mime = kept.mime().length == 0 ? damaged() : kept.mime();
            return RawMessage.within(kept.folder(), mime, mime.length <= owner.messageLimit(), Long.toString(count));
        }
        Why fault = messages.fault();
        if (fault != null) {
            throw new SourceUnreadable(new SourceProblem(
                    owner.id(),
                    SourceProblem.Code.NOT_OF_ITS_KIND,
                    "The Outlook data file " + found.path() + " in source " + owner.id()
                            + " could not be read behind message "
                            + count + " (" + fault.name()
                            + "): repair it with Outlook's scanpst, or export its folders as"
                            + " .msg files."));
        }
        return null;
    }

    /** Something without headers, so that the damaged message is counted and rejected as no message. */
    private byte[] damaged() {
        return ("damaged message " + count + " of an Outlook data file\n").getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        messages.close();
    }
}
