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
import org.talentrecall.ingest.spreadsheet.OwnWorkbook;

/** The mail sources of an installation and the way their messages are read. */
public final class MailboxReader implements IntakeFeed.Opener {
    private final Intake intake;
    private final MessageReadings readings;
    private final ArchivedMessages archived;
    private final List<Mailbox> mailboxes;
    private final DocumentReader documents;
    private final MailLimits limits;

    /** A reader within the usual limits, but for the size of a message. */
    public MailboxReader(
            Intake intake,
            RawStore raw,
            DocumentReader documents,
            MailMeaning meaning,
            OwnDomains own,
            long messageLimit,
            List<Mailbox> mailboxes) {
        this(intake, raw, documents, meaning, own, MailLimits.ofSize(messageLimit), mailboxes);
    }

    public MailboxReader(
            Intake intake,
            RawStore raw,
            DocumentReader documents,
            MailMeaning meaning,
            OwnDomains own,
            MailLimits limits,
            List<Mailbox> mailboxes) {
        this.intake = intake;
        this.readings = new MessageReadings(raw, documents, meaning, own, limits);
        this.documents = documents;
        this.limits = limits;
        this.archived = new ArchivedMessages(intake, raw);
        this.mailboxes = List.copyOf(mailboxes);
    }

    /** The same reader, which also reads attached workbooks that the program wrote itself. */
    public MailboxReader reading(List<OwnWorkbook.Reader> readers) {
        readings.reading(readers);
        return this;
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
        long messageLimit = limits.bytes();
        if (mailbox.place() instanceof Mailbox.Account remote) {
            return new ImapSource(id, remote, hint, messageLimit, archived);
        }
        Mailbox.Files files = (Mailbox.Files) mailbox.place();
        return switch (files.form()) {
            case MBOX -> new MboxSource(id, files.path(), hint, messageLimit);
            case MAILDIR -> new MaildirSource(id, files.path(), hint, messageLimit);
            case FOLDER -> new FolderSource(id, files.path(), files.wanted(), hint, messageLimit, documents);
        };
    }
}
