package org.talentrecall.ingest.spreadsheet.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RowsAheadTest {
    private static final int ROWS_OF_A_SHEET = 1_000;

    private final Given given = new Given();

    @Test
    void gives_all_rows_in_order() throws Exception {
        given.sheets = 3;
        try (WorkbookRows ahead = new RowsAhead(given)) {
            List<String> places = new ArrayList<>();
            for (SheetRow row = ahead.next(); row != null; row = ahead.next()) {
                places.add(row.sheetIndex() + ":" + row.number());
            }
            assertThat(places).hasSize(3 * ROWS_OF_A_SHEET);
            assertThat(places.get(0)).isEqualTo("0:1");
            assertThat(places.get(ROWS_OF_A_SHEET)).isEqualTo("1:1");
            assertThat(places).isEqualTo(given.places());
            assertThat(ahead.next()).isNull();
            assertThat(ahead.next()).isNull();
        }
    }

    @Test
    void tells_the_hidden_columns_of_the_sheet_whose_row_came_last() throws Exception {
        given.sheets = 2;
        try (WorkbookRows ahead = new RowsAhead(given)) {
            for (SheetRow row = ahead.next(); row != null; row = ahead.next()) {
                assertThat(ahead.hiddenColumns()).containsExactly(Columns.name(row.sheetIndex()));
            }
        }
    }

    @Test
    void tells_of_damage_behind_the_rows_before_it_and_gives_nothing_more() throws Exception {
        UnreadableWorkbook damage = new UnreadableWorkbook(UnreadableWorkbook.Code.BROKEN, "is damaged");
        given.damage = damage;
        try (WorkbookRows ahead = new RowsAhead(given)) {
            for (int i = 0; i < ROWS_OF_A_SHEET; i++) {
                assertThat(ahead.next()).isNotNull();
            }
            assertThatThrownBy(ahead::next).isSameAs(damage);
            assertThatThrownBy(ahead::next).isSameAs(damage);
        }
    }

    @Test
    void passes_on_whatever_else_is_thrown() throws Exception {
        for (Throwable thrown :
                List.of(new IOException("disk"), new IllegalStateException("fault"), new StackOverflowError())) {
            Given broken = new Given();
            broken.damage = thrown;
            try (WorkbookRows ahead = new RowsAhead(broken)) {
                for (int i = 0; i < ROWS_OF_A_SHEET; i++) {
                    assertThat(ahead.next()).isNotNull();
                }
                assertThatThrownBy(ahead::next).isSameAs(thrown);
            }
        }
    }

    @Test
    void reads_no_further_ahead_than_a_few_batches() throws Exception {
        given.sheets = 100;
        try (WorkbookRows ahead = new RowsAhead(given)) {
            assertThat(ahead.next()).isNotNull();
            given.awaitStandstill();
            assertThat(given.read.get()).isLessThan(10 * 256);
        }
    }

    @Test
    void reads_fewer_rows_ahead_when_they_are_long() throws Exception {
        given.sheets = 100;
        given.text = "长".repeat(32_767);
        try (WorkbookRows ahead = new RowsAhead(given)) {
            assertThat(ahead.next()).isNotNull();
            given.awaitStandstill();
            assertThat(given.read.get()).isLessThan(20);
        }
    }

    @Test
    void has_ended_its_thread_when_it_is_closed() throws Exception {
        given.sheets = 100;
        WorkbookRows ahead = new RowsAhead(given);
        assertThat(ahead.next()).isNotNull();
        ahead.close();
        assertThat(given.closed).isTrue();
        int read = given.read.get();
        Thread.sleep(50);
        assertThat(given.read.get()).isEqualTo(read);
        assertThat(given.reader).isNotNull();
        assertThat(given.reader.isAlive()).isFalse();
    }

    @Test
    void reads_nothing_before_it_is_asked() throws Exception {
        WorkbookRows ahead = new RowsAhead(given);
        assertThat(ahead.sheetNames()).containsExactly("一", "二");
        assertThat(ahead.savedOn()).isEqualTo(LocalDate.of(2026, 11, 23));
        ahead.close();
        assertThat(given.read.get()).isZero();
        assertThat(given.closed).isTrue();
    }

    @Test
    void gives_up_when_it_is_interrupted() throws Exception {
        given.wait = true;
        try (WorkbookRows ahead = new RowsAhead(given)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(ahead::next).isInstanceOf(IOException.class);
            assertThat(Thread.interrupted()).isTrue();
            given.wait = false;
        }
    }

    /** Rows of some sheets, then damage. */
    private static final class Given implements WorkbookRows {
        private int sheets = 1;
        private String text = "王建国";
        private @Nullable Throwable damage;
        private volatile boolean wait;
        private volatile boolean closed;
        private volatile @Nullable Thread reader;
        private final AtomicInteger read = new AtomicInteger();

        @Override
        public @Nullable SheetRow next() throws UnreadableWorkbook, IOException {
            reader = Thread.currentThread();
            while (wait) {
                Thread.onSpinWait();
            }
            if (closed) {
                throw new IOException("closed while it was read");
            }
            if (read.get() == sheets * ROWS_OF_A_SHEET) {
                if (damage instanceof UnreadableWorkbook unreadable) {
                    throw unreadable;
                } else if (damage instanceof IOException broken) {
                    throw broken;
                } else if (damage instanceof RuntimeException fault) {
                    throw fault;
                } else if (damage instanceof Error error) {
                    throw error;
                }
                return null;
            }
            int at = read.getAndIncrement();
            return new SheetRow(
                    "s",
                    at / ROWS_OF_A_SHEET,
                    false,
                    at % ROWS_OF_A_SHEET + 1,
                    List.of(new SheetCell("A", new CellValue.Text(text))));
        }

        List<String> places() {
            List<String> places = new ArrayList<>();
            for (int i = 0; i < sheets * ROWS_OF_A_SHEET; i++) {
                places.add(i / ROWS_OF_A_SHEET + ":" + (i % ROWS_OF_A_SHEET + 1));
            }
            return places;
        }

        void awaitStandstill() throws InterruptedException {
            long last = System.nanoTime();
            int before = -1;
            while (System.nanoTime() - last < Duration.ofMillis(200).toNanos()) {
                Thread.sleep(5);
                if (read.get() != before) {
                    before = read.get();
                    last = System.nanoTime();
                }
            }
        }

        @Override
        public @Nullable LocalDate savedOn() {
            return LocalDate.of(2026, 11, 23);
        }

        @Override
        public List<String> sheetNames() {
            return List.of("一", "二");
        }

        @Override
        public Set<String> hiddenColumns() {
            return Set.of(Columns.name((read.get() - 1) / ROWS_OF_A_SHEET));
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
