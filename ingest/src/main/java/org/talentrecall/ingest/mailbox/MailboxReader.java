package org.talentrecall.ingest.mailbox;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.intake.Intake;
import org.talentrecall.archive.intake.RawStore;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.ingest.document.DocumentReader;
import org.talentrecall.ingest.source.IntakeFeed;
import org.talentrecall.ingest.source.Since;
import org.talentrecall.ingest.source.SourceProblem;

/** The mail sources of an installation and the way their messages are read. */
public final class MailboxReader implements IntakeFeed.Opener {
    private final Intake intake;
    private final MessageReadings readings;
    private final ArchivedMessages archived;
    private final List<Mailbox> mailboxes;
    private final long messageLimit;

    /** @param messageLimit bytes of a message that are read; larger ones are rejected */
    public MailboxReader(
            Intake intake,
            RawStore raw,
            DocumentReader documents,
            MailMeaning meaning,
            OwnDomains own,
            long messageLimit,
            List<Mailbox> mailboxes) {
        this.intake = intake;
        this.readings = new MessageReadings(raw, documents, meaning, own);
        this.archived = new ArchivedMessages(intake, raw);
        this.messageLimit = messageLimit;
        this.mailboxes = List.copyOf(mailboxes);
    }

    @Override
    public IntakeFeed open(Predicate<SourceId> wanted, @Nullable Since since, Consumer<SourceProblem> problems) {
        List<MailSource> sources = new ArrayList<>();
        for (Mailbox mailbox : mailboxes) {
            if (wanted.test(mailbox.source())) {
                sources.add(source(mailbox));
            }
        }
        return new MailFeed(intake, readings, sources, since, problems);
    }

    private MailSource source(Mailbox mailbox) {
        SourceId id = mailbox.source();
        String hint = mailbox.folderHint();
        if (mailbox.place() instanceof Mailbox.Account remote) {
            return new ImapSource(id, remote, hint, messageLimit, archived);
        }
        Mailbox.Files files = (Mailbox.Files) mailbox.place();
        return switch (files.form()) {
            case MBOX -> new MboxSource(id, files.path(), hint, messageLimit);
            case MAILDIR -> new MaildirSource(id, files.path(), hint, messageLimit);
            case EML -> new EmlSource(id, files.path(), hint, messageLimit);
        };
    }
}
