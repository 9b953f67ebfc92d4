package org.talentrecall.ingest.mailbox;

import java.time.Duration;
import org.talentrecall.ingest.message.MessageLimits;

/**
 * What one message may cost.
 *
 * @param bytes its size; of larger ones only the beginning is kept, as the rejected record's content
 * @param time for everything in it together; parts that would be begun later are rejected
 * @param message how much of its form is read
 * @param rows how many rows a workbook may have that came with it
 */
public record MailLimits(long bytes, Duration time, MessageLimits message, int rows) {
    private static final int USUAL_ROWS = 20_000;

    public MailLimits {
        if (bytes < 1 || rows < 1 || time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("Limits of mails must be above zero");
        }
    }

    /** Limits whose further parts are the usual ones. */
    public static MailLimits ofSize(long bytes) {
        return new MailLimits(bytes, Duration.ofSeconds(60), MessageLimits.USUAL, USUAL_ROWS);
    }
}
