package org.talentrecall.ingest.spreadsheet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.talentrecall.archive.text.Found;
import org.talentrecall.archive.text.MailAddresses;
import org.talentrecall.archive.text.PhoneNumbers;
import org.talentrecall.ingest.spreadsheet.file.CellValue;
import org.talentrecall.ingest.spreadsheet.file.SheetCell;

/**
 * Cuts a cell apart whose header names several things ("姓名/电话", "学校、专业"). The parts keep the cell's column. A cell that
 * does not fall into as many parts goes to the first field as it is.
 */
final class CompositeCell {
    private static final List<Pattern> CUTS = List.of(
            Pattern.compile("\\s*[/|\uff0f]\\s*"),
            Pattern.compile("\\s*\\R\\s*"),
            Pattern.compile("\\s*[、,;\uff0c\uff1b]\\s*"),
            Pattern.compile("\\s*[-\u2013\u2014]\\s*"),
            Pattern.compile("\\s+"));
    private static final Pattern EDGES =
            Pattern.compile("^[\\s/|、,;:\uff0c\uff1b\uff1a\uff0f-]+|[\\s/|、,;:\uff0c\uff1b\uff1a\uff0f-]+$");

    private CompositeCell() {}

    static Map<Field, SheetCell> parts(List<Field> fields, SheetCell cell) {
        String text = cell.value().shown().strip();
        Map<Field, SheetCell> parts = new LinkedHashMap<>();
        if (fields.stream().anyMatch(Field.CONTACTS::contains)) {
            return withContacts(fields, cell, text);
        }
        for (Pattern cut : CUTS) {
            String[] pieces = cut.split(text, -1);
            if (pieces.length == fields.size()) {
                for (int i = 0; i < pieces.length; i++) {
                    put(parts, fields.get(i), cell, pieces[i]);
                }
                return parts;
            }
        }
        parts.put(fields.get(0), cell);
        return parts;
    }

    /** Numbers and addresses are found wherever they stand; the rest is the other field's. */
    private static Map<Field, SheetCell> withContacts(List<Field> fields, SheetCell cell, String text) {
        Map<Field, SheetCell> parts = new LinkedHashMap<>();
        StringBuilder rest = new StringBuilder(text);
        List<Found> found = new java.util.ArrayList<>(PhoneNumbers.findAll(text));
        found.addAll(MailAddresses.findAll(text));
        found.sort(java.util.Comparator.comparingInt(Found::start).reversed());
        for (Found one : found) {
            rest.replace(one.start(), one.end(), "/");
        }
        Field contact =
                fields.stream().filter(Field.CONTACTS::contains).findFirst().orElseThrow();
        List<Field> others =
                fields.stream().filter(field -> !Field.CONTACTS.contains(field)).toList();
        if (!others.isEmpty()) {
            put(parts, others.get(0), cell, EDGES.matcher(rest).replaceAll(""));
        }
        if (!found.isEmpty()) {
            parts.put(contact, cell);
        }
        return parts;
    }

    private static void put(Map<Field, SheetCell> parts, Field field, SheetCell cell, String piece) {
        String bare = piece.strip();
        if (!TableRow.isPlaceholder(bare)) {
            parts.putIfAbsent(field, new SheetCell(cell.column(), new CellValue.Text(bare)));
        }
    }
}
