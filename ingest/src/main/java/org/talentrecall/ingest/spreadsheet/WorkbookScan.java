package org.talentrecall.ingest.spreadsheet;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.intake.Reading;
import org.talentrecall.archive.record.ContentHash;
import org.talentrecall.archive.record.RecordKind;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.archive.record.SourceRecord;
import org.talentrecall.ingest.notes.RejectionClassifier;
import org.talentrecall.ingest.spreadsheet.file.SheetRow;
import org.talentrecall.ingest.spreadsheet.file.UnreadableWorkbook;
import org.talentrecall.ingest.spreadsheet.file.WorkbookFile;
import org.talentrecall.ingest.spreadsheet.file.WorkbookRows;

/**
 * Reads one file from top to bottom into readings: one for each row of a table, one for a sheet without a table, one for
 * what cannot be read. Deterministic: the same file gives the same readings. Not safe for use by several threads.
 */
public final class WorkbookScan implements Closeable {
    private final SourceId source;
    private final String path;
    private final ContentHash file;
    private final TableFinder finder;
    private final RowReader reader;
    private final ZoneId zone;
    private final WorkbookRows rows;
    private final RowKeys keys;
    private final Deque<SheetRow> ahead = new ArrayDeque<>();
    private final List<FoundTable> tables = new ArrayList<>();
    private @Nullable Table table;
    private int sheet = -1;
    private @Nullable UnreadableWorkbook damage;
    private boolean ended;

    private WorkbookScan(Place place, Rules rules, WorkbookRows rows) {
        this.source = place.source();
        this.path = place.path();
        this.file = place.content();
        this.finder = new TableFinder(rules.mappings());
        this.reader = new RowReader(rules.classifier(), rows.savedOn());
        this.zone = rules.zone();
        this.rows = rows;
        this.keys = new RowKeys(path);
    }

    /**
     * Opens a file.
     *
     * @throws UnreadableWorkbook when it is no workbook that can be read; {@link #refused} makes a reading of it
     */
    public static WorkbookScan open(Path file, Place place, Rules rules) throws UnreadableWorkbook, IOException {
        return new WorkbookScan(place, rules, WorkbookFile.open(file));
    }

    /** The reading of a file that cannot be read. */
    public static Reading refused(Place place, UnreadableWorkbook why) {
        SourceRecord record =
                SourceRecord.of(place.source(), RecordKind.ROW, place.path() + "#file", place.content(), null);
        return Reading.rejected(record, why.code().name(), "The file " + place.path() + " " + why.getMessage() + ".");
    }

    /** The next reading with its place, or null at the end. */
    public @Nullable Step next() throws IOException {
        try {
            return ended ? null : step();
        } catch (UnreadableWorkbook why) {
            ended = true;
            return new Step(refused(new Place(source, path, file), why), Integer.MAX_VALUE, 0);
        }
    }

    private @Nullable Step step() throws IOException, UnreadableWorkbook {
        while (true) {
            SheetRow row = ahead.isEmpty() ? further() : ahead.poll();
            if (row == null) {
                ended = true;
                return null;
            }
            if (row.sheetIndex() != sheet) {
                Step without = begin(row);
                if (without != null) {
                    return without;
                }
                continue;
            }
            Table here = table;
            if (here != null && row.number() > here.headerRow() && !here.isHeaderAgain(row)) {
                Optional<Reading> reading = read(row, here);
                if (reading.isPresent()) {
                    return new Step(reading.get(), row.sheetIndex(), row.number());
                }
            }
        }
    }

    private @Nullable SheetRow further() throws IOException, UnreadableWorkbook {
        if (damage != null) {
            throw damage;
        }
        return rows.next();
    }

    /** Looks at the beginning of a sheet; gives a step when it has no table. */
    private @Nullable Step begin(SheetRow first) throws IOException {
        sheet = first.sheetIndex();
        List<SheetRow> beginning = new ArrayList<>();
        beginning.add(first);
        try {
            SheetRow row = rows.next();
            while (row != null && row.sheetIndex() == sheet) {
                beginning.add(row);
                row = beginning.size() < TableFinder.ROWS ? rows.next() : null;
            }
            if (row != null) {
                ahead.add(row);
            }
        } catch (UnreadableWorkbook why) {
            // The rows before the damage are good; it is told when they are through.
            damage = why;
        }
        Optional<Table> found = finder.find(beginning);
        table = found.orElse(null);
        if (found.isPresent()) {
            tables.add(new FoundTable(first.sheet(), found.get()));
            for (int i = beginning.size() - 1; i >= 0; i--) {
                ahead.addFirst(beginning.get(i));
            }
            return null;
        }
        return new Step(withoutTable(first), sheet, 0);
    }

    private Reading withoutTable(SheetRow first) {
        ContentHash content = ContentHash.of((path + '\n' + first.sheet()).getBytes(StandardCharsets.UTF_8));
        SourceRecord record =
                SourceRecord.of(source, RecordKind.ROW, path + "!" + first.sheet() + "#sheet", content, null);
        if (first.hidden()) {
            return Reading.suppressed(record, "HIDDEN_SHEET");
        }
        String where = first.sheet().isEmpty() ? "the file " + path : "sheet " + first.sheet() + " of " + path;
        return Reading.rejected(
                record,
                "NO_TABLE",
                "No table was found in " + where + ": looked in its first " + TableFinder.ROWS
                        + " rows for headers such as 姓名, 手机, 应聘岗位, 岗位名称, 沟通内容 or Name, Phone, Position;"
                        + " name the columns in the settings if it is one, or leave the sheet as it is.");
    }

    private Optional<Reading> read(SheetRow row, Table here) {
        TableRow seen = reader.see(path, row, here);
        if (seen.isBlank()) {
            return Optional.empty();
        }
        ContentHash content = RowKeys.content(row);
        if (here.isFooter(row)) {
            return Optional.of(Reading.suppressed(record(row, content.value(), content, null), "FOOTER"));
        }
        RowReading reading = reader.read(seen);
        if (reading instanceof RowReading.Refused refused) {
            return Optional.of(
                    Reading.rejected(record(row, content.value(), content, null), refused.code(), refused.sentence()));
        }
        RowReading.Facts facts = (RowReading.Facts) reading;
        SourceRecord record = record(
                row,
                facts.identity().isBlank() ? content.value() : facts.identity(),
                content,
                facts.said() == null
                        ? null
                        : facts.said().earliest().atStartOfDay(zone).toInstant());
        return Optional.of(Reading.stored(record, facts.subject(), facts.facts(), List.of()));
    }

    private SourceRecord record(
            SheetRow row, String identity, ContentHash content, java.time.@Nullable Instant saidAt) {
        return SourceRecord.of(source, RecordKind.ROW, keys.key(row.sheet(), identity), content, saidAt);
    }

    /** The tables met so far, for people who want to see how a file is understood. */
    public List<FoundTable> tables() {
        return List.copyOf(tables);
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    /**
     * Which file is read.
     *
     * @param path as the container is called, relative to the source
     * @param content hash of the whole file
     */
    public record Place(SourceId source, String path, ContentHash content) {}

    /**
     * How files are read.
     *
     * @param zone where the dates of cells are days
     */
    public record Rules(List<SheetMapping> mappings, RejectionClassifier classifier, ZoneId zone) {
        public Rules {
            mappings = List.copyOf(mappings);
        }
    }

    /** A table and the sheet it stands in. */
    public record FoundTable(String sheet, Table table) {}

    /**
     * A reading with its place in the file; places grow from step to step.
     *
     * @param row 0 for a sheet as a whole
     */
    public record Step(Reading reading, int sheet, int row) {}
}
