package org.talentrecall.bench.mailbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;
import org.talentrecall.bench.HeapGrowth;
import org.talentrecall.ingest.source.IntakeFeed;
import org.talentrecall.ingest.source.NothingKept;

/** What reading a mailbox holds in memory, by the number of its messages. */
public final class MailboxHeap {
    private static final int FEW = 2_000;
    private static final int MANY = 20_000;
    private static final int LOOKS = 20;

    private MailboxHeap() {}

    public static HeapGrowth measure() {
        try (MailboxIntake intake = new MailboxIntake()) {
            // Vocabulary and tables are loaded once, whatever is read.
            live(intake, FEW / LOOKS);
            return new HeapGrowth("messages", FEW, live(intake, FEW), MANY, live(intake, MANY));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The largest of twenty sizes of all living objects, measured at even distances while the mailbox is being read. */
    private static long live(MailboxIntake intake, int messages) throws IOException {
        Path folder = Files.createTempDirectory("mailbox-heap");
        long most = 0;
        try {
            Path mbox = folder.resolve("recruiting.mbox");
            FictionalMailbox.write(messages, mbox);
            int read = 0;
            try (IntakeFeed feed = intake.open(mbox, NothingKept.INTAKE, NothingKept.RAW)) {
                while (feed.next() != null) {
                    read++;
                    if (read % (messages / LOOKS) == 0) {
                        most = Math.max(most, HeapGrowth.live());
                    }
                }
            }
            if (read < messages) {
                throw new IllegalStateException(read + " items of " + messages + " messages");
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
        return most;
    }
}
