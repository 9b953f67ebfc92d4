package org.talentrecall.ingest.spreadsheet;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.Application;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.intake.Reading;
import org.talentrecall.archive.record.ContentHash;
import org.talentrecall.archive.record.Disposition;
import org.talentrecall.archive.record.Locator;
import org.talentrecall.archive.record.RecordId;
import org.talentrecall.archive.record.SourceRecord;
import org.talentrecall.archive.record.Subject;
import org.talentrecall.ingest.document.DocumentMeaning;
import org.talentrecall.ingest.document.DocumentText;
import org.talentrecall.ingest.spreadsheet.file.SheetRow;

/** Makes readings of the rows of one file's tables, and of what stands outside of them. Not safe for use by several threads. */
final class SheetRows {
    private final WorkbookPlace place;
    private final RowReader reader;
    private final ZoneId zone;
    private final RowKeys keys;

    SheetRows(WorkbookPlace place, RowReader reader, ZoneId zone) {
        this.place = place;
        this.reader = reader;
        this.zone = zone;
        this.keys = new RowKeys(place.path());
    }

    /** @param names what stands around the table and may tell its time */
    OpenTable open(SheetRow first, Table table, boolean alone, List<String> names) {
        CellMeaning meaning = new CellMeaning(reader.savedOn(), SheetPeriod.middle(names));
        return new OpenTable(first, table, alone, meaning);
    }

    /**
     * Counts a row with those of its table and file, and gives what makes the reading of it, for those who need it; null
     * when nothing stands in the table's columns.
     */
    @Nullable
    Supplier<Reading> take(SheetRow row, OpenTable open) {
        TableRow seen = new TableRow(place.file(), row, open.table(), open.meaning());
        String leftOut = open.leftOut(row, seen);
        if (leftOut != null) {
            open.countSkipped(row.number(), leftOut);
            SourceRecord record = byContent(row);
            return () -> Reading.suppressed(record, leftOut);
        }
        if (seen.isBlank()) {
            return null;
        }
        RowReading reading = reader.read(seen);
        if (reading instanceof RowReading.LeftOut left) {
            open.countSkipped(row.number(), left.code());
            SourceRecord record = byContent(row);
            return () -> Reading.suppressed(record, left.code());
        }
        open.countRow(row);
        if (reading instanceof RowReading.Refused refused) {
            open.countRejected();
            SourceRecord record = byContent(row);
            return () -> Reading.rejected(record, refused.code(), refused.sentence());
        }
        RowReading.Facts facts = (RowReading.Facts) reading;
        String identity = facts.identity().isBlank() ? row.content().value() : facts.identity();
        RowKeys.Key key = keys.key(row.sheet(), identity, seen);
        if (key.repeats() != null) {
            open.countRepeated();
        }
        return () -> read(row, facts, key, open);
    }

    private Reading read(SheetRow row, RowReading.Facts facts, RowKeys.Key key, OpenTable open) {
        ContentHash content = row.content();
        Instant saidAt = facts.said() == null
                ? null
                : facts.said().earliest().atStartOfDay(zone).toInstant();
        // A list that is sent round every week says most of what it says again.
        String twin = "row:" + open.understood()
                + key.natural().substring(place.path().length()) + ':' + content;
        SourceRecord record = place.record(key.natural(), content, saidAt, twin);
        String repeats = key.repeats();
        if (repeats != null) {
            RecordId into = RecordId.of(place.source(), repeats);
            return new Reading(record, Subject.NONE, List.of(), List.of(), new Disposition.Merged(into));
        }
        return Reading.stored(record, facts.subject(), facts.facts(), List.of());
    }

    /** A row that is left out, with its reason. */
    Reading leftOut(SheetRow row, String code) {
        return Reading.suppressed(byContent(row), code);
    }

    private SourceRecord byContent(SheetRow row) {
        ContentHash content = row.content();
        return place.record(
                keys.key(row.sheet(), content.value(), content.value()).natural(), content, null);
    }

    /** What a sheet that is a form about one person says. */
    Reading form(SheetRow first, FormSheet form, DocumentMeaning meaning) {
        DocumentText text = form.text();
        String key = place.path() + "!" + first.sheet() + "#form";
        String twin = "form:" + ContentHash.of(text.whole().getBytes(StandardCharsets.UTF_8));
        SourceRecord record = place.record(key, place.hash(text.whole()), null, twin);
        DocumentMeaning.Told told = meaning.read(text, (page, line) -> {
            SheetRow row = form.row(line == null ? 1 : line);
            return new Locator.Cell(
                    place.file(), row.sheet(), row.number(), row.cells().get(0).column());
        });
        if (told instanceof DocumentMeaning.AboutNobody nobody) {
            return nobody.open()
                    ? Reading.rejected(record, nobody.code(), nobody.sentence())
                    : Reading.suppressed(record, nobody.code());
        }
        List<StatedFact> facts = new ArrayList<>(((DocumentMeaning.AboutOne) told).facts());
        FormSheet.Post post = form.post();
        if (post != null) {
            Locator at = new Locator.Cell(
                    place.file(), post.row().sheet(), post.row().number(), post.column());
            facts.add(new StatedFact(new Application(post.title(), null, null), at, FactList.UNDERSTOOD));
        }
        return Reading.stored(record, Subject.PERSON, facts, List.of());
    }

    /** A sheet in which no table was found. */
    Reading withoutTable(SheetRow first) {
        SourceRecord record =
                place.record(place.path() + "!" + first.sheet() + "#sheet", place.hash(first.sheet()), null);
        if (first.hidden()) {
            return Reading.suppressed(record, "HIDDEN_SHEET");
        }
        return Reading.rejected(
                record,
                "NO_TABLE",
                "No table was found in " + where(first) + ": looked in its first " + TableFinder.HEADER_ROWS
                        + " rows for headers such as 姓名, 手机, 应聘岗位, 岗位名称, 沟通内容 or Name, Phone, Position;"
                        + " name the columns in the settings if it is one, or leave the sheet as it is.");
    }

    /** A table whose mapping must not be guessed. */
    Reading unsure(SheetRow first, Table table) {
        String headers = table.headerRow() + String.join("|", table.others().values());
        SourceRecord record = place.record(
                keys.key(first.sheet(), "table " + headers, headers).natural(), place.hash(headers), null);
        boolean headless = table.headerRow() == 0;
        String what = headless
                ? "The table in " + where(first) + " has no headers"
                : "What the columns of " + where(first) + ", row " + table.headerRow()
                        + ", hold cannot be told for certain";
        return Reading.rejected(
                record,
                headless ? "NO_HEADERS" : "UNSURE_MAPPING",
                what + " (" + Math.round(table.confidence() * 100) + " %): " + MappingSettings.told(table)
                        + ". Add to the source in the settings, and correct where it is wrong: "
                        + MappingSettings.line(first.sheet(), table));
    }

    /** A table of nothing but headers. */
    Reading empty(SheetRow first, OpenTable open) {
        String headers = String.join(
                "|",
                open.table().columns().values().stream()
                        .map(Table.Column::header)
                        .toList());
        SourceRecord record = place.record(
                keys.key(first.sheet(), "empty " + headers, headers).natural(), place.hash(headers), null);
        return Reading.suppressed(record, "EMPTY_TABLE");
    }

    private String where(SheetRow first) {
        return first.sheet().isEmpty() ? "the file " + place.path() : "sheet " + first.sheet() + " of " + place.path();
    }
}
