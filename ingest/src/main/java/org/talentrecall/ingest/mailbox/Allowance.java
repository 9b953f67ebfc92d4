package org.talentrecall.ingest.mailbox;

import java.time.Duration;
import org.talentrecall.ingest.document.Deadline;
import org.talentrecall.ingest.document.PackedLimits;

/** What is left of the limits of one message, loose file or packed file, with all that lies within it. */
final class Allowance {
    private final PackedLimits limits;
    private final Duration time;
    private Deadline end;
    private int files;
    private long bytes;

    Allowance(PackedLimits limits, Duration time) {
        this.limits = limits;
        this.time = time;
        this.end = Deadline.in(time);
        this.files = limits.entries();
        this.bytes = limits.expandedBytes();
    }

    /** Begins the next file of the same packed file: it has its own time, but shares what else is left. */
    void next() {
        end = Deadline.in(time);
    }

    /** Counts time that was used beforehand for what is being read now. */
    void spend(Duration used) {
        end = end.sooner(used);
    }

    /** Whether a message or packed file that lies within {@code depth} others may still be opened. */
    boolean reaches(int depth) {
        return depth < limits.depth();
    }

    Deadline end() {
        return end;
    }

    int files() {
        return files;
    }

    long bytes() {
        return bytes;
    }

    /** Takes a file that came out of a packed one. */
    void take(long size) {
        files--;
        bytes -= size;
    }
}
