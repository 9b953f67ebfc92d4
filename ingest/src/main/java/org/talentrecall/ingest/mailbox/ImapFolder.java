package org.talentrecall.ingest.mailbox;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.intake.Container;
import org.talentrecall.ingest.imap.ExaminedFolder;
import org.talentrecall.ingest.source.Since;
import org.talentrecall.ingest.source.SourceUnreadable;

/**
 * One folder of an IMAP account. Fingerprint: UIDVALIDITY; cursor: the last UID read (RFC 3501 2.3.1.1). A folder whose
 * UIDVALIDITY changed is read again from its beginning; messages of it that the archive holds are not downloaded again.
 *
 * @param hint what the operator says lies in this folder, or null
 */
record ImapFolder(ImapSource owner, String name, @Nullable String hint) implements MailContainer {
    @Override
    public String path() {
        return name;
    }

    @Override
    public String mailbox() {
        return owner.id().value() + '/' + name;
    }

    @Override
    public @Nullable String folderHint() {
        return hint;
    }

    @Override
    public boolean grows() {
        return true;
    }

    @Override
    public boolean rewritten() {
        return false;
    }

    @Override
    public boolean choosesDays() {
        return true;
    }

    /** A message that was just read in another folder is not downloaded again. */
    @Override
    public boolean asksArchive() {
        return true;
    }

    /** Days are the server's: when it received a message (RFC 3501 6.4.4, SINCE). */
    @Override
    public @Nullable Messages again(Since since, Container progress) throws SourceUnreadable {
        if (progress.cursor().isEmpty()) {
            return null;
        }
        ExaminedFolder folder = owner.connection().examine(name);
        if (!progress.fingerprint().equals(Long.toString(folder.validity()))) {
            folder.close();
            throw new SourceUnreadable(folder.rebuilt());
        }
        return ImapMessages.again(owner, folder, progress, since.day());
    }

    @Override
    public @Nullable Messages open(Optional<Container> known) throws SourceUnreadable {
        ExaminedFolder folder = owner.connection().examine(name);
        String validity = Long.toString(folder.validity());
        Container start = Container.resumed(known, owner.id(), name, validity);
        ImapMessages messages = new ImapMessages(owner, folder, start);
        if (messages.any() || !start.complete()) {
            return messages;
        }
        messages.close();
        return null;
    }
}
