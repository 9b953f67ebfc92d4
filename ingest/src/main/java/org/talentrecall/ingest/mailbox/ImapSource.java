package org.talentrecall.ingest.mailbox;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.ingest.source.SourceProblem;
import org.talentrecall.ingest.source.SourceProblem.Code;
import org.talentrecall.ingest.source.SourceUnreadable;

/** Folders of an IMAP account. Opened read-only and fetched by BODY.PEEK: nothing in the account changes, not even Seen. */
final class ImapSource implements MailSource {
    private static final Logger LOG = LoggerFactory.getLogger(ImapSource.class);

    private final SourceId id;
    private final ImapAccount account;
    private final List<String> folders;
    private final @Nullable String folderHint;
    private final long messageLimit;
    private @Nullable IMAPStore store;

    /** @param folders their full names; none for INBOX */
    ImapSource(SourceId id, ImapAccount account, List<String> folders, @Nullable String folderHint, long messageLimit) {
        this.id = id;
        this.account = account;
        this.folders = folders.isEmpty() ? List.of("INBOX") : List.copyOf(folders);
        this.folderHint = folderHint;
        this.messageLimit = messageLimit;
    }

    @Override
    public SourceId id() {
        return id;
    }

    @Override
    public @Nullable String folderHint() {
        return folderHint;
    }

    long messageLimit() {
        return messageLimit;
    }

    @Override
    public List<ImapFolder> containers(Consumer<SourceProblem> problems) throws SourceUnreadable {
        try {
            connected();
        } catch (MessagingException e) {
            throw unreadable(e);
        }
        List<ImapFolder> containers = new ArrayList<>();
        folders.forEach(name -> containers.add(new ImapFolder(this, name)));
        return containers;
    }

    /** Opens a folder for reading; connects again when the connection has been lost. */
    Folder folder(String name) throws MessagingException, SourceUnreadable {
        Folder folder = connected().getFolder(name);
        if (!folder.exists()) {
            throw new SourceUnreadable(
                    id,
                    Code.MISSING,
                    "Source " + id + " has no folder " + name + " on " + account.host()
                            + ": correct the folders in recall.ingest.sources.");
        }
        folder.open(Folder.READ_ONLY);
        return folder;
    }

    private IMAPStore connected() throws MessagingException, SourceUnreadable {
        if (store != null && store.isConnected()) {
            return store;
        }
        IMAPStore fresh = (IMAPStore) Session.getInstance(account.properties()).getStore(account.protocol());
        fresh.connect(account.host(), account.port(), account.user(), password());
        // 163, 126 and QQ refuse clients that do not say who they are (RFC 2971).
        if (fresh.hasCapability("ID")) {
            Map<String, String> who = new LinkedHashMap<>();
            who.put("name", "Talent Recall");
            who.put("vendor", "talentrecall.org");
            fresh.id(who);
        }
        store = fresh;
        return fresh;
    }

    private String password() throws SourceUnreadable {
        try {
            return account.password().get();
        } catch (IOException e) {
            throw new SourceUnreadable(
                    id,
                    Code.FORBIDDEN,
                    "Source " + id + ": its password-file cannot be read ("
                            + e.getClass().getSimpleName()
                            + "): correct the path in recall.ingest.sources or the file's rights.");
        }
    }

    SourceUnreadable unreadable(MessagingException failure) {
        LOG.debug("Source {} failed", id, failure);
        if (failure instanceof AuthenticationFailedException) {
            return new SourceUnreadable(
                    id,
                    Code.REFUSED,
                    "Source " + id + ": " + account.host()
                            + " refuses the sign-in: check user and password (163, 126 and QQ want an authorisation code).");
        }
        boolean begun = store != null;
        return new SourceUnreadable(
                id,
                begun ? Code.BROKEN_OFF : Code.UNREACHABLE,
                "Source " + id + ": the connection to " + account.host() + " port " + account.port()
                        + (begun ? " broke off" : " could not be made") + " ("
                        + failure.getClass().getSimpleName()
                        + "): check host, port and security; the next run goes on.");
    }

    @Override
    public void release() {
        if (store == null) {
            return;
        }
        try {
            store.close();
        } catch (MessagingException e) {
            LOG.debug("Source {} did not sign off", id, e);
        }
        store = null;
    }
}
