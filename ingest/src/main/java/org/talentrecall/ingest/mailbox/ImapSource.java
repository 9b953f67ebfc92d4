package org.talentrecall.ingest.mailbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.ingest.imap.FolderPattern;
import org.talentrecall.ingest.imap.ImapConnection;
import org.talentrecall.ingest.imap.ImapConnection.Listed;
import org.talentrecall.ingest.source.SourceProblem;
import org.talentrecall.ingest.source.SourceUnreadable;

/**
 * Folders of an IMAP account. Opened read-only and fetched by BODY.PEEK: nothing in the account changes, not even Seen.
 * Patterns are matched anew in each run, so folders that were made since are found.
 */
final class ImapSource implements MailSource {
    private final SourceId id;
    private final Mailbox.Account account;
    private final @Nullable String folderHint;
    private final long messageLimit;
    private final ArchivedMessages archived;
    private final ImapConnection connection;

    ImapSource(
            SourceId id,
            Mailbox.Account account,
            @Nullable String folderHint,
            long messageLimit,
            ArchivedMessages archived) {
        this.id = id;
        this.account = account;
        this.folderHint = folderHint;
        this.messageLimit = messageLimit;
        this.archived = archived;
        this.connection = new ImapConnection(id, account.account(), account.backoff());
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

    ArchivedMessages archived() {
        return archived;
    }

    ImapConnection connection() {
        return connection;
    }

    @Override
    public List<ImapFolder> containers(Consumer<SourceProblem> problems) throws SourceUnreadable {
        Map<String, Listed> found = new LinkedHashMap<>();
        for (FolderPattern pattern : account.folders()) {
            List<Listed> matching = connection.folders(pattern);
            if (matching.isEmpty()) {
                problems.accept(connection.missing(pattern));
            }
            matching.forEach(folder -> found.putIfAbsent(folder.name(), folder));
        }
        return found.values().stream()
                .filter(folder -> account.excluded().stream()
                        .noneMatch(pattern -> pattern.matches(folder.name(), folder.separator())))
                .map(folder -> new ImapFolder(this, folder.name(), hint(folder)))
                .toList();
    }

    private @Nullable String hint(Listed folder) {
        return account.hints().stream()
                .filter(hint -> hint.folders().matches(folder.name(), folder.separator()))
                .map(Mailbox.FolderHint::hint)
                .findFirst()
                .orElse(folderHint);
    }

    @Override
    public void release() {
        connection.close();
    }
}
