package org.talentrecall.ingest.spreadsheet;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.intake.Reading;
import org.talentrecall.archive.record.Disposition;
import org.talentrecall.ingest.document.DocumentMeaning;
import org.talentrecall.ingest.spreadsheet.MappingPreview.Skipped;
import org.talentrecall.ingest.spreadsheet.file.RowsAhead;
import org.talentrecall.ingest.spreadsheet.file.SheetRow;
import org.talentrecall.ingest.spreadsheet.file.UnreadableWorkbook;
import org.talentrecall.ingest.spreadsheet.file.WorkbookFile;
import org.talentrecall.ingest.spreadsheet.file.WorkbookRows;

/**
 * Reads one file from top to bottom into readings: one for each row of a table, one for a row that is left out, one for a
 * sheet or table that cannot be understood. Deterministic: the same file gives the same readings. Not safe for use by
 * several threads.
 */
public final class WorkbookScan implements Closeable {
    /** So many rows are looked at where another table may begin. */
    private static final int ROWS_OF_NEXT = 12;
    /**
     * In larger files nobody merged cells by hand, and looking for merges costs a second reading of the sheet. Reading them
     * in a thread of its own pays.
     */
    private static final long LARGEST_WITH_MERGES = 4L << 20;

    private final WorkbookPlace place;
    private final TableFinder finder;
    private final UpcomingRows rows;
    private final SheetRows sheetRows;
    private final OwnWorkbook.@Nullable Rows own;
    private final boolean ours;
    private final DittoMarks ditto = new DittoMarks();
    private final @Nullable DocumentMeaning forms;
    private MergedRows merged = new MergedRows(List.of());
    private final Deque<Step> ready = new ArrayDeque<>();
    private final List<OpenTable> tables = new ArrayList<>();
    private final List<Skipped> elsewhere = new ArrayList<>();
    private List<OpenTable> here = List.of();
    /** Told of each row of a table that is rejected. */
    private BiConsumer<SheetRow, RejectedForm> refusals = (row, form) -> {};

    private @Nullable SheetRow first;
    private boolean foundHere;
    private int last;
    /** The only cell of the row before, which may be the title of a table. */
    private String heading = "";

    /** The place up to which everything is known; null from the beginning. */
    private @Nullable Known known;

    private @Nullable String problem;
    private boolean ended;

    private WorkbookScan(
            WorkbookPlace place, WorkbookRules rules, WorkbookRows rows, boolean mayMerge, OwnWorkbook.Sent sent) {
        this.place = place;
        this.finder = new TableFinder(rules.mappings());
        this.rows = new UpcomingRows(rows, mayMerge);
        this.forms = rules.forms();
        LocalDate told = rows.savedOn() != null ? rows.savedOn() : SheetPeriod.day(place.file());
        LocalDate saved = told != null ? told : place.sentOn(rules.zone());
        this.sheetRows = new SheetRows(place, new RowReader(rules.classifier(), saved), rules.zone());
        OwnWorkbook marked = OwnWorkbook.of(rows.sheetNames()).orElse(null);
        this.ours = marked != null;
        this.own = marked == null
                ? null
                : rules.ownReaders().stream()
                        .filter(reader -> reader.kind().equals(marked.kind()))
                        .map(reader -> reader.begin(place, sent))
                        .findFirst()
                        .orElse(null);
    }

    /**
     * Opens a file.
     *
     * @throws UnreadableWorkbook when it is no workbook that can be read; {@link #refused} makes a reading of it
     */
    public static WorkbookScan open(Path file, WorkbookPlace place, WorkbookRules rules)
            throws UnreadableWorkbook, IOException {
        return open(file, place, rules, new OwnWorkbook.Sent(null, null));
    }

    /**
     * Opens a file of which it is known who sent it; where it is not known when, the file's own word counts.
     *
     * @throws UnreadableWorkbook as above
     */
    public static WorkbookScan open(Path file, WorkbookPlace place, WorkbookRules rules, OwnWorkbook.Sent sent)
            throws UnreadableWorkbook, IOException {
        WorkbookRows rows = WorkbookFile.open(file, rules.passwords());
        Instant at = sent.at() == null ? rows.savedAt() : sent.at();
        boolean large = Files.size(file) > LARGEST_WITH_MERGES;
        return new WorkbookScan(
                place, rules, large ? new RowsAhead(rows) : rows, !large, new OwnWorkbook.Sent(sent.by(), at));
    }

    /** Reads the rows of a file that somebody has opened, as {@link #open} does. Closes them. */
    public static WorkbookScan of(WorkbookRows rows, WorkbookPlace place, WorkbookRules rules, OwnWorkbook.Sent sent) {
        Instant at = sent.at() == null ? rows.savedAt() : sent.at();
        return new WorkbookScan(place, rules, rows, true, new OwnWorkbook.Sent(sent.by(), at));
    }

    /** The reading of a file that cannot be read. */
    public static Reading refused(WorkbookPlace place, UnreadableWorkbook why) {
        return Reading.rejected(place.record("#file"), why.code().name(), sentence(place, why));
    }

    static String sentence(WorkbookPlace place, UnreadableWorkbook why) {
        return "The file " + place.path() + " " + why.getMessage() + ".";
    }

    /**
     * Leaves out all up to this place, of which the readings are known. Its rows are read, but understood no further than
     * it takes to tell later ones from them: what comes behind the place is the same as without. To be called before the
     * first step.
     *
     * @param sheet as {@link Step#sheet}
     * @param row as {@link Step#row}
     */
    public void passOver(int sheet, int row) {
        known = new Known(sheet, row);
    }

    private record Known(int sheet, int row) {
        boolean includes(int otherSheet, int otherRow) {
            return otherSheet < sheet || otherSheet == sheet && otherRow <= row;
        }
    }

    private boolean isKnown(int sheet, int row) {
        return known != null && known.includes(sheet, row);
    }

    /** The next readings with their place, or null at the end. */
    public @Nullable Step next() throws IOException {
        try {
            while (ready.isEmpty() && !ended) {
                advance();
                ready.removeIf(step -> isKnown(step.sheet(), step.row()));
            }
        } catch (UnreadableWorkbook why) {
            ended = true;
            problem = sentence(place, why);
            return isKnown(Integer.MAX_VALUE, 0) ? null : new Step(List.of(refused(place, why)), Integer.MAX_VALUE, 0);
        }
        return ready.poll();
    }

    private void advance() throws IOException, UnreadableWorkbook {
        SheetRow row = rows.next();
        if (row == null) {
            end();
        } else if (ours) {
            ofOwn(row);
        } else if (first == null || row.sheetIndex() != first.sheetIndex()) {
            endSheet();
            begin(row);
        } else {
            boolean afterGap = row.number() > last + 1 || !heading.isEmpty() || here.isEmpty();
            last = row.number();
            if (!finder.mayBeHeaders(row, afterGap) || !beginNext(row)) {
                read(ditto.fill(merged.fill(row)));
            }
            heading = row.cells().size() == 1 ? row.cells().get(0).value().shown() : "";
        }
    }

    private void end() {
        ended = true;
        if (ours && own == null) {
            ready.add(new Step(List.of(Reading.suppressed(place.record("#file"), "OWN_WORKBOOK")), 0, 0));
        } else if (first == null && !ours) {
            problem = "The file " + place.path() + " has no rows; save it again with its data, or take it away.";
            ready.add(new Step(List.of(Reading.rejected(place.record("#file"), "NO_ROWS", problem)), 0, 0));
        } else {
            endSheet();
        }
    }

    private void ofOwn(SheetRow row) {
        List<Reading> readings = own == null ? List.of() : own.read(row);
        if (!readings.isEmpty()) {
            ready.add(new Step(readings, row.sheetIndex(), row.number()));
        }
    }

    private void begin(SheetRow row) throws IOException {
        first = row;
        foundHere = false;
        heading = "";
        last = row.number();
        merged = new MergedRows(rows.merges());
        List<SheetRow> beginning = rows.window(row, TableFinder.ROWS);
        if (isForm(beginning)) {
            return;
        }
        List<Table> found = finder.find(beginning, place.file());
        if (found.isEmpty()) {
            List<Table> guessed = finder.guess(beginning);
            if (!guessed.isEmpty()) {
                open(beginning, guessed);
            }
            return;
        }
        int headers = found.get(0).headerRow() - found.get(0).headerRows() + 1;
        int at = 0;
        while (at < beginning.size() && beginning.get(at).number() < headers) {
            SheetRow title = beginning.get(at);
            ready.add(new Step(List.of(sheetRows.leftOut(title, "TITLE")), title.sheetIndex(), title.number()));
            elsewhere.add(new Skipped(title.sheet(), title.number(), "TITLE"));
            at++;
        }
        drop(beginning, found.get(0));
        open(beginning, found);
    }

    /** Reads the sheet whose rows these are as a form about one person, if it is one. */
    private boolean isForm(List<SheetRow> beginning) {
        FormSheet form =
                forms == null ? null : finder.form(beginning, place.file()).orElse(null);
        if (form == null || forms == null) {
            return false;
        }
        rows.skip(beginning.size() - 1);
        SheetRow lastRow = beginning.get(beginning.size() - 1);
        ready.add(new Step(
                List.of(sheetRows.form(beginning.get(0), form, forms)), lastRow.sheetIndex(), lastRow.number(), true));
        elsewhere.add(new Skipped(beginning.get(0).sheet(), 0, "FORM"));
        foundHere = true;
        last = lastRow.number();
        return true;
    }

    /** Puts aside the rows of headers, and those before them. */
    private void drop(List<SheetRow> window, Table found) {
        if (found.headerRow() == 0) {
            rows.putBack(window.get(0));
            return;
        }
        int gone = 0;
        for (SheetRow row : window) {
            gone += row.number() <= found.headerRow() ? 1 : 0;
        }
        if (gone > 1) {
            rows.skip(gone - 1);
            last = window.get(gone - 1).number();
        }
    }

    /** Begins another table where this row is its header, or passes over headers that are said again. */
    private boolean beginNext(SheetRow row) throws IOException {
        List<SheetRow> window = rows.window(row, ROWS_OF_NEXT);
        List<Table> found = finder.findNext(window, place.file(), heading);
        if (found.isEmpty() || !found.get(0).isSure()) {
            return false;
        }
        drop(window, found.get(0));
        boolean again = here.size() == found.size();
        for (int i = 0; again && i < here.size(); i++) {
            again = here.get(i).table().saysTheSameAs(found.get(i));
        }
        if (again) {
            here.forEach(open -> open.countSkipped(row.number(), "HEADER_AGAIN"));
        } else {
            endTables(row.number());
            open(window, found);
        }
        return true;
    }

    private void open(List<SheetRow> window, List<Table> found) {
        SheetRow from = window.get(0);
        foundHere = true;
        ditto.begin();
        List<OpenTable> opened = new ArrayList<>();
        for (Table table : found) {
            OpenTable open =
                    sheetRows.open(from, table, found.size() == 1, TableFinder.names(window, table, place.file()));
            tables.add(open);
            if (table.isSure()) {
                opened.add(open);
            } else {
                ready.add(new Step(
                        List.of(sheetRows.unsure(from, table)), from.sheetIndex(), Math.max(0, table.headerRow())));
            }
        }
        here = List.copyOf(opened);
    }

    private void read(SheetRow row) {
        boolean passedOver = isKnown(row.sheetIndex(), row.number());
        List<Reading> readings = new ArrayList<>();
        for (OpenTable open : here) {
            SheetRow part = open.part(row);
            Supplier<Reading> meaning = part == null ? null : sheetRows.take(part, open);
            if (meaning != null && !passedOver) {
                Reading reading = meaning.get();
                readings.add(reading);
                if (part != null && reading.disposition() instanceof Disposition.Rejected) {
                    refusals.accept(
                            row, RejectedForm.of(reading.record().id(), place, part, open.table(), open.meaning()));
                }
            }
        }
        if (!readings.isEmpty()) {
            ready.add(new Step(readings, row.sheetIndex(), row.number()));
        }
    }

    private void endTables(int row) {
        for (OpenTable open : here) {
            if (open.isEmpty()) {
                SheetRow from = Objects.requireNonNull(first);
                ready.add(new Step(List.of(sheetRows.empty(from, open)), from.sheetIndex(), row));
            }
        }
        here = List.of();
    }

    private void endSheet() {
        endTables(last + 1);
        SheetRow of = first;
        if (of != null && !foundHere) {
            Reading reading = sheetRows.withoutTable(of);
            ready.add(new Step(List.of(reading), of.sheetIndex(), last + 1));
            elsewhere.add(new Skipped(of.sheet(), 0, of.hidden() ? "HIDDEN_SHEET" : "NO_TABLE"));
        }
    }

    /** Whom to tell of each row of a table that is rejected, with all its cells, merged ones filled. */
    void onRefusal(BiConsumer<SheetRow, RejectedForm> told) {
        refusals = told;
    }

    /** How the file was understood as far as it has been read, for people who want to see it. */
    public MappingPreview preview() {
        return new MappingPreview(
                place.path(), problem, tables.stream().map(OpenTable::preview).toList(), elsewhere);
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    /**
     * Readings with their place in the file; places grow from step to step.
     *
     * @param readings of one row: several where tables stand side by side
     * @param row behind the last one for what is told of a sheet as a whole
     * @param form whether it is a sheet that was read as a form about one person
     */
    public record Step(List<Reading> readings, int sheet, int row, boolean form) {
        public Step {
            readings = List.copyOf(readings);
        }

        Step(List<Reading> readings, int sheet, int row) {
            this(readings, sheet, row, false);
        }
    }
}
