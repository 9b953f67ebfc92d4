package org.talentrecall.ingest.spreadsheet.file;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a large file in a thread of its own, a little ahead of the one that understands them, so that the two
 * share a machine's processors. Rows and failures come in the file's order; what is read ahead is bounded by its words and
 * not by its rows. Merged ranges are not told: they would have to be read while the rows are. The thread begins with the
 * first row asked for and has ended when {@link #close} returns.
 */
public final class RowsAhead implements WorkbookRows {
    private static final int BATCHES = 4;
    private static final int ROWS = 64;
    /** Characters of a batch, counting some for each cell. */
    private static final int CHARACTERS = 1 << 16;

    private static final int CHARACTERS_OF_A_CELL = 16;
    private static final long GLANCE_MILLIS = 50;

    private final WorkbookRows rows;
    private final List<String> sheetNames;
    private final @Nullable LocalDate savedOn;
    private final @Nullable Instant savedAt;
    private final BlockingQueue<Batch> batches = new ArrayBlockingQueue<>(BATCHES);
    private final Deque<SheetRow> ready = new ArrayDeque<>();
    private Set<String> hiddenColumns = Set.of();
    private @Nullable Batch last;
    private @Nullable Thread reader;
    private volatile boolean stopped;

    /** @param rows nobody else may use them any more */
    public RowsAhead(WorkbookRows rows) {
        this.rows = rows;
        this.sheetNames = rows.sheetNames();
        this.savedOn = rows.savedOn();
        this.savedAt = rows.savedAt();
    }

    /**
     * Rows of one sheet.
     *
     * @param hidden the sheet's hidden columns
     * @param failure what came behind these rows, or null
     * @param end whether nothing comes behind them
     */
    private record Batch(
            List<SheetRow> rows,
            Set<String> hidden,
            @Nullable Throwable failure,
            boolean end) {}

    @Override
    public @Nullable SheetRow next() throws UnreadableWorkbook, IOException {
        while (ready.isEmpty()) {
            Batch before = last;
            if (before != null && before.failure() != null) {
                throwAgain(before.failure());
            }
            if (before != null && before.end()) {
                return null;
            }
            Batch next = take();
            ready.addAll(next.rows());
            hiddenColumns = next.hidden();
            last = next;
        }
        return ready.poll();
    }

    private Batch take() throws InterruptedIOException {
        if (reader == null) {
            Thread thread = new Thread(this::read, "rows-ahead");
            thread.setDaemon(true);
            thread.start();
            reader = thread;
        }
        try {
            return batches.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException stop = new InterruptedIOException("Stopped while a workbook was read");
            stop.initCause(e);
            throw stop;
        }
    }

    private static void throwAgain(Throwable failure) throws UnreadableWorkbook, IOException {
        if (failure instanceof UnreadableWorkbook unreadable) {
            throw unreadable;
        }
        if (failure instanceof IOException broken) {
            throw broken;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }

    /** The thread's work. */
    private void read() {
        List<SheetRow> batch = new ArrayList<>();
        Set<String> hidden = Set.of();
        int characters = 0;
        @Nullable Throwable failure = null;
        try {
            for (SheetRow row = rows.next(); row != null && !stopped; row = rows.next()) {
                boolean full = batch.size() == ROWS || characters >= CHARACTERS;
                if (full || !batch.isEmpty() && batch.get(0).sheetIndex() != row.sheetIndex()) {
                    hand(new Batch(batch, hidden, null, false));
                    batch = new ArrayList<>();
                    characters = 0;
                }
                if (batch.isEmpty()) {
                    hidden = rows.hiddenColumns();
                }
                // Every row is asked for it in the end, and here its words are at hand.
                row.content();
                batch.add(row);
                characters += characters(row);
            }
        } catch (UnreadableWorkbook | IOException | RuntimeException | Error thrown) {
            // Whatever it is, it belongs to the thread that asks for the rows, and is thrown again there.
            failure = thrown;
        }
        hand(new Batch(batch, hidden, failure, true));
    }

    private static int characters(SheetRow row) {
        int characters = 0;
        for (SheetCell cell : row.cells()) {
            characters += CHARACTERS_OF_A_CELL;
            characters +=
                    cell.value() instanceof CellValue.Text text ? text.shown().length() : 0;
        }
        return characters;
    }

    /** Waits for a place without being interrupted, which would close the file under the one that reads it. */
    private void hand(Batch batch) {
        boolean handed = false;
        boolean interrupted = false;
        while (!handed && !stopped) {
            try {
                handed = batches.offer(batch, GLANCE_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public List<String> sheetNames() {
        return sheetNames;
    }

    @Override
    public @Nullable LocalDate savedOn() {
        return savedOn;
    }

    @Override
    public @Nullable Instant savedAt() {
        return savedAt;
    }

    @Override
    public Set<String> hiddenColumns() {
        return hiddenColumns;
    }

    @Override
    public void close() throws IOException {
        stopped = true;
        batches.clear();
        Thread thread = reader;
        boolean interrupted = false;
        while (thread != null && thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        rows.close();
    }
}
