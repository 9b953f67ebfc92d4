package org.talentrecall.ingest.mailbox;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.intake.Intake;
import org.talentrecall.archive.intake.RawStore;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.ingest.document.DocumentReader;
import org.talentrecall.ingest.notes.MailReader;
import org.talentrecall.ingest.notes.RejectionClassifier;
import org.talentrecall.ingest.source.IntakeFeed;
import org.talentrecall.ingest.source.Since;
import org.talentrecall.ingest.source.SourceProblem;
import org.talentrecall.ingest.spreadsheet.WorkbookRules;
import org.talentrecall.ingest.spreadsheet.file.Passwords;

/** The mail sources of an installation and the way their messages are read. */
public final class MailboxReader implements IntakeFeed.Opener {
    private final Intake intake;
    private final RawStore raw;
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

    /** A reader that takes lists from colleagues alone. */
    public MailboxReader(
            Intake intake,
            RawStore raw,
            DocumentReader documents,
            MailMeaning meaning,
            OwnDomains own,
            MailLimits limits,
            List<Mailbox> mailboxes) {
        this(
                intake,
                raw,
                documents,
                meaning,
                own,
                ListSenders.NOBODY,
                new WorkbookRules(
                        List.of(), new RejectionClassifier(), ZoneOffset.UTC, List.of(), Passwords.NONE, meaning),
                limits,
                mailboxes);
    }

    /**
     * @param lists who may send lists of people besides colleagues
     * @param rules for workbooks that are attached or lie in folders
     */
    public MailboxReader(
            Intake intake,
            RawStore raw,
            DocumentReader documents,
            MailMeaning meaning,
            OwnDomains own,
            ListSenders lists,
            WorkbookRules rules,
            MailLimits limits,
            List<Mailbox> mailboxes) {
        this.intake = intake;
        this.raw = raw;
        this.readings = new MessageReadings(raw, documents, meaning, own, lists, rules, limits);
        this.documents = documents;
        this.limits = limits;
        this.archived = new ArchivedMessages(intake, raw);
        this.mailboxes = List.copyOf(mailboxes);
    }

    /**
     * Messages of any source whose kind somebody has told since they were read, as what they are. Read before {@link #open}.
     *
     * @param wanted of which sources
     */
    public IntakeFeed answered(Predicate<SourceId> wanted) {
        return new AnsweredMails(intake, raw, readings, wanted);
    }

    @Override
    public IntakeFeed open(Predicate<SourceId> wanted, @Nullable Since since, Consumer<SourceProblem> problems) {
        readings.telling(intake.answers(MailReader.WHICH_KIND));
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
