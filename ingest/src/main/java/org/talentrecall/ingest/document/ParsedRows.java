package org.talentrecall.ingest.document;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talentrecall.ingest.child.ChildAnswer;
import org.talentrecall.ingest.child.ChildProcesses;
import org.talentrecall.ingest.document.DocumentReading.Why;
import org.talentrecall.ingest.spreadsheet.file.MergedCells;
import org.talentrecall.ingest.spreadsheet.file.SentRows;
import org.talentrecall.ingest.spreadsheet.file.SheetRow;
import org.talentrecall.ingest.spreadsheet.file.UnreadableWorkbook;
import org.talentrecall.ingest.spreadsheet.file.WorkbookRows;

/**
 * The rows of a workbook that a child process reads, a little ahead of the one that understands them. What is waited for
 * them is bounded, and what of them is held here is one batch. Not safe for use by several threads.
 */
public final class ParsedRows implements WorkbookRows {
    /** A child that is nearly through is kept for the next piece of work. */
    private static final int NEARLY_THROUGH = 4;

    private final ChildProcesses.Conversation conversation;
    private final Deadline end;
    private final SentRows.Head head;
    private final Deque<SheetRow> ready = new ArrayDeque<>();
    private Duration left;
    private Set<String> hiddenColumns = Set.of();
    private List<MergedCells> merges = List.of();
    private @Nullable Why lost;
    private @Nullable UnreadableWorkbook damage;
    private boolean over;
    private boolean closed;

    /**
     * @param time that may be waited for all of them
     * @throws UnreadableWorkbook when it is no workbook; the conversation is closed then
     */
    ParsedRows(ChildProcesses.Conversation conversation, Duration time, Deadline end) throws UnreadableWorkbook {
        this.conversation = conversation;
        this.left = time;
        this.end = end;
        SentRows.Piece first = piece();
        this.head = first instanceof SentRows.Head known ? known : new SentRows.Head(null, null, List.of());
        if (damage != null && lost == null) {
            close();
            throw damage;
        }
    }

    /** The next piece; null when there is none, with the damage if that is the reason. */
    private SentRows.@Nullable Piece piece() {
        long begun = System.nanoTime();
        ChildAnswer answer = conversation.next(end.left(left));
        left = left.minusNanos(System.nanoTime() - begun);
        if (answer instanceof ChildAnswer.Value value) {
            SentRows.Piece piece = SentRows.Piece.read(value.bytes());
            if (piece instanceof SentRows.Damage told) {
                damage = told.why();
                return null;
            }
            return piece;
        }
        over = true;
        if (!(answer instanceof ChildAnswer.End)) {
            lost = DocumentReader.reason(answer);
            damage = new UnreadableWorkbook(
                    code(lost),
                    "cannot be read within recall.ingest.limits.document-time and parser-memory; raise them or split it");
        }
        return null;
    }

    private static UnreadableWorkbook.Code code(Why why) {
        return switch (why) {
            case ENCRYPTED -> UnreadableWorkbook.Code.ENCRYPTED;
            case TOO_LARGE, TOO_SLOW, OUT_OF_MEMORY -> UnreadableWorkbook.Code.TOO_LARGE;
            case UNSUPPORTED -> UnreadableWorkbook.Code.UNSUPPORTED;
            default -> UnreadableWorkbook.Code.BROKEN;
        };
    }

    /** Why the child did not come to the end of what it can read; null when it did. */
    public @Nullable Why lost() {
        return lost;
    }

    @Override
    public @Nullable SheetRow next() throws UnreadableWorkbook {
        while (ready.isEmpty()) {
            if (damage != null) {
                throw damage;
            }
            SentRows.Piece piece = over ? null : piece();
            if (piece instanceof SentRows.Batch batch) {
                ready.addAll(batch.rows());
                hiddenColumns = batch.hiddenColumns();
                merges = batch.merges();
            } else if (damage == null) {
                return null;
            }
        }
        return ready.poll();
    }

    @Override
    public @Nullable LocalDate savedOn() {
        return head.savedOn();
    }

    @Override
    public @Nullable Instant savedAt() {
        return head.savedAt();
    }

    @Override
    public List<String> sheetNames() {
        return head.sheetNames();
    }

    @Override
    public List<MergedCells> merges() {
        return merges;
    }

    @Override
    public Set<String> hiddenColumns() {
        return hiddenColumns;
    }

    /** May be closed again by those who read them and by those who opened them. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        for (int more = 0; more < NEARLY_THROUGH && !over; more++) {
            piece();
        }
        conversation.close();
    }
}
