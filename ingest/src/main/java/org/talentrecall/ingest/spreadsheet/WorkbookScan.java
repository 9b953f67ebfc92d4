package org.talentrecall.ingest.spreadsheet;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.intake.Reading;
import org.talentrecall.archive.record.ContentHash;
import org.talentrecall.archive.record.Disposition;
import org.talentrecall.archive.record.RecordId;
import org.talentrecall.archive.record.RecordKind;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.archive.record.SourceRecord;
import org.talentrecall.ingest.document.DocumentMeaning;
import org.talentrecall.ingest.notes.RejectionClassifier;
import org.talentrecall.ingest.spreadsheet.MappingPreview.Skipped;
import org.talentrecall.ingest.spreadsheet.file.Passwords;
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

    private final Place place;
    private final TableFinder finder;
    private final WorkbookRows rows;
    private final SheetRows sheetRows;
    private final OwnWorkbook.@Nullable Rows own;
    private final boolean ours;
    private final boolean mayMerge;
    private final DittoMarks ditto = new DittoMarks();
    private final @Nullable DocumentMeaning forms;
    private MergedRows merged = new MergedRows(List.of());
    private final Deque<SheetRow> ahead = new ArrayDeque<>();
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

    private @Nullable UnreadableWorkbook damage;
    private @Nullable String problem;
    private boolean ended;

    private WorkbookScan(Place place, Rules rules, WorkbookRows rows, boolean mayMerge, OwnWorkbook.Sent sent) {
        this.mayMerge = mayMerge;
        this.place = place;
        this.finder = new TableFinder(rules.mappings());
        this.rows = rows;
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
    public static WorkbookScan open(Path file, Place place, Rules rules) throws UnreadableWorkbook, IOException {
        return open(file, place, rules, new OwnWorkbook.Sent(null, null));
    }

    /**
     * Opens a file of which it is known who sent it; where it is not known when, the file's own word counts.
     *
     * @throws UnreadableWorkbook as above
     */
    public static WorkbookScan open(Path file, Place place, Rules rules, OwnWorkbook.Sent sent)
            throws UnreadableWorkbook, IOException {
        WorkbookRows rows = WorkbookFile.open(file, rules.passwords());
        Instant at = sent.at() == null ? rows.savedAt() : sent.at();
        boolean large = Files.size(file) > LARGEST_WITH_MERGES;
        return new WorkbookScan(
                place, rules, large ? new RowsAhead(rows) : rows, !large, new OwnWorkbook.Sent(sent.by(), at));
    }

    /** The reading of a file that cannot be read. */
    public static Reading refused(Place place, UnreadableWorkbook why) {
        return Reading.rejected(place.record("#file"), why.code().name(), sentence(place, why));
    }

    static String sentence(Place place, UnreadableWorkbook why) {
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
        SheetRow row = ahead.isEmpty() ? further() : ahead.poll();
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

    private @Nullable SheetRow further() throws IOException, UnreadableWorkbook {
        if (damage != null) {
            throw damage;
        }
        return rows.next();
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

    /** Takes this row and the next ones of its sheet, and leaves what follows them for later. */
    private List<SheetRow> window(SheetRow from, int most) throws IOException {
        List<SheetRow> window = new ArrayList<>();
        window.add(from);
        for (SheetRow row : ahead) {
            if (window.size() < most && row.sheetIndex() == from.sheetIndex()) {
                window.add(row);
            }
        }
        boolean complete = window.size() <= ahead.size();
        try {
            while (!complete && window.size() < most && damage == null) {
                SheetRow row = rows.next();
                if (row == null) {
                    break;
                }
                ahead.add(row);
                complete = row.sheetIndex() != from.sheetIndex();
                if (!complete) {
                    window.add(row);
                }
            }
        } catch (UnreadableWorkbook why) {
            // The rows before the damage are good; it is told when they are through.
            damage = why;
        }
        return window;
    }

    private void begin(SheetRow row) throws IOException {
        first = row;
        foundHere = false;
        heading = "";
        last = row.number();
        merged = merges();
        List<SheetRow> beginning = window(row, TableFinder.ROWS);
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
        beginning.stream().skip(1).forEach(row -> ahead.poll());
        SheetRow lastRow = beginning.get(beginning.size() - 1);
        ready.add(new Step(
                List.of(sheetRows.form(beginning.get(0), form, forms)), lastRow.sheetIndex(), lastRow.number(), true));
        elsewhere.add(new Skipped(beginning.get(0).sheet(), 0, "FORM"));
        foundHere = true;
        last = lastRow.number();
        return true;
    }

    /** The merged cells of the sheet whose first row came last. */
    private MergedRows merges() throws IOException {
        try {
            return new MergedRows(mayMerge ? rows.merges() : List.of());
        } catch (UnreadableWorkbook damagedThere) {
            // What the cells say does not depend on it; rows that cannot be read tell of the damage themselves.
            return new MergedRows(List.of());
        }
    }

    /** Puts aside the rows of headers, and those before them. */
    private void drop(List<SheetRow> window, Table found) {
        int gone = 0;
        for (SheetRow row : window) {
            if (row.number() <= found.headerRow()) {
                gone++;
            }
        }
        if (found.headerRow() == 0) {
            ahead.addFirst(window.get(0));
            return;
        }
        for (int i = 1; i < gone; i++) {
            SheetRow header = ahead.poll();
            last = header == null ? last : header.number();
        }
    }

    /** Begins another table where this row is its header, or passes over headers that are said again. */
    private boolean beginNext(SheetRow row) throws IOException {
        List<SheetRow> window = window(row, ROWS_OF_NEXT);
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
     * Which file is read.
     *
     * @param path as the container is called, relative to the source; natural keys begin with it
     * @param content hash of the whole file
     * @param file as locators call it
     * @param letter the message that brought it; null for a file that lies in a folder
     */
    public record Place(
            SourceId source,
            String path,
            ContentHash content,
            String file,
            @Nullable Letter letter) {
        /** A file that locators call by its path. */
        public Place(SourceId source, String path, ContentHash content) {
            this(source, path, content, path, null);
        }

        /** The record of the file as a whole. */
        SourceRecord record(String what) {
            return record(path + what, content, null);
        }

        /** The record of a part of it. */
        SourceRecord record(String naturalKey, ContentHash hash, @Nullable Instant saidAt) {
            return record(naturalKey, hash, saidAt, null);
        }

        /** @param twin same for records that say the same, wherever they came from; null when that cannot be told */
        SourceRecord record(String naturalKey, ContentHash hash, @Nullable Instant saidAt, @Nullable String twin) {
            Letter by = letter;
            if (by == null) {
                return SourceRecord.of(source, RecordKind.ROW, naturalKey, hash, saidAt);
            }
            Instant said = saidAt == null ? by.sentAt() : saidAt;
            return new SourceRecord(
                    RecordId.of(source, naturalKey), source, RecordKind.ROW, naturalKey, hash, said, by.body(), twin);
        }

        ContentHash hash(String words) {
            return ContentHash.of((path + '\n' + words).getBytes(StandardCharsets.UTF_8));
        }

        @Nullable
        LocalDate sentOn(ZoneId zone) {
            return letter == null || letter.sentAt() == null ? null : LocalDate.ofInstant(letter.sentAt(), zone);
        }
    }

    /**
     * The message with which a workbook came.
     *
     * @param body the record of its body
     */
    public record Letter(RecordId body, @Nullable Instant sentAt) {}

    /**
     * How files are read.
     *
     * @param zone where the dates of cells are days
     * @param ownReaders who reads the program's own workbooks; those that nobody reads are left out
     * @param passwords tried on protected workbooks
     * @param forms reads sheets that are a form about one person; null to look for tables alone
     */
    public record Rules(
            List<SheetMapping> mappings,
            RejectionClassifier classifier,
            ZoneId zone,
            List<OwnWorkbook.Reader> ownReaders,
            Passwords passwords,
            @Nullable DocumentMeaning forms) {
        public Rules {
            mappings = List.copyOf(mappings);
            ownReaders = List.copyOf(ownReaders);
        }

        /** Without passwords. */
        public Rules(
                List<SheetMapping> mappings,
                RejectionClassifier classifier,
                ZoneId zone,
                List<OwnWorkbook.Reader> ownReaders) {
            this(mappings, classifier, zone, ownReaders, Passwords.NONE, null);
        }

        /** Without anybody who reads the program's own workbooks. */
        public Rules(List<SheetMapping> mappings, RejectionClassifier classifier, ZoneId zone) {
            this(mappings, classifier, zone, List.of(), Passwords.NONE, null);
        }
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
