package org.talentrecall.ingest.spreadsheet;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.talentrecall.ingest.document.DocumentText;
import org.talentrecall.ingest.spreadsheet.file.CellValue;
import org.talentrecall.ingest.spreadsheet.file.SheetCell;
import org.talentrecall.ingest.spreadsheet.file.SheetRow;

/**
 * A sheet that is a form about one person (应聘登记表) and no table: labels with their values beside them, 姓名 | 张三 | 性别 | 男.
 * It is read as a resume is, its rows being the lines. Immutable.
 */
final class FormSheet {
    /** A form of more rows is none. */
    static final int MOST_ROWS = TableFinder.ROWS - 1;

    private static final int FEWEST_LABELS = 4;
    private static final int FEWEST_ROWS = 2;
    private static final int LONGEST_NAME = 30;

    private final List<SheetRow> rows;
    private final @Nullable Post post;

    private FormSheet(List<SheetRow> rows, @Nullable Post post) {
        this.rows = List.copyOf(rows);
        this.post = post;
    }

    /** What the form applies for, and the row and column of its label. */
    record Post(String title, SheetRow row, String column) {}

    /**
     * The form that these rows are, or empty when they are none.
     *
     * @param rows all rows of a sheet
     */
    static Optional<FormSheet> of(List<SheetRow> rows, HeaderWords words) {
        if (rows.size() > MOST_ROWS) {
            return Optional.empty();
        }
        Set<Field> labels = EnumSet.noneOf(Field.class);
        int labelled = 0;
        boolean named = false;
        Post post = null;
        for (SheetRow row : rows) {
            int before = labels.size();
            List<SheetCell> cells = row.cells();
            for (int at = 0; at < cells.size(); at++) {
                String text = cells.get(at).value().shown().strip();
                Optional<Field> label = label(text, words);
                if (label.isEmpty()) {
                    continue;
                }
                String value = beside(text, cells, at, words);
                if (value.isEmpty()) {
                    continue;
                }
                labels.add(label.get());
                if (label.get() == Field.POST && post == null) {
                    post = new Post(value, row, cells.get(at).column());
                }
                named |= label.get() == Field.NAME && isName(value);
            }
            labelled += labels.size() > before ? 1 : 0;
        }
        labels.remove(Field.IGNORED);
        boolean form = named && labels.size() >= FEWEST_LABELS && labelled >= FEWEST_ROWS;
        return form ? Optional.of(new FormSheet(rows, post)) : Optional.empty();
    }

    /** The field that a label names: 姓名, 姓名：, or 姓名：张三. */
    private static Optional<Field> label(String text, HeaderWords words) {
        int colon = colon(text);
        String label = colon < 0 ? text : text.substring(0, colon);
        return label.isEmpty() || label.length() > LONGEST_NAME
                ? Optional.empty()
                : words.read(label)
                        .filter(meaning -> meaning.confidence() >= Certainty.SYNONYM)
                        .map(HeaderMeaning::field);
    }

    /** What stands behind a label in its own cell, or in the next one if that is no label; empty for nothing. */
    private static String beside(String text, List<SheetCell> cells, int at, HeaderWords words) {
        int colon = colon(text);
        if (colon >= 0 && colon < text.length() - 1) {
            return text.substring(colon + 1).strip();
        }
        if (at + 1 == cells.size()) {
            return "";
        }
        SheetCell next = cells.get(at + 1);
        String value = next.value().shown().strip();
        boolean blank = next.value() instanceof CellValue.Failure || TableRow.isPlaceholder(value);
        return blank || label(value, words).isPresent() ? "" : value;
    }

    private static int colon(String text) {
        int full = text.indexOf('：');
        return full >= 0 ? full : text.indexOf(':');
    }

    private static boolean isName(String value) {
        return value.length() <= LONGEST_NAME && NameCell.of(value).name() != null;
    }

    /** What it applies for, or null when it does not say. */
    @Nullable
    Post post() {
        return post;
    }

    /** Its rows as lines, cells parted by tabs as in any document's table. */
    DocumentText text() {
        return DocumentText.of(rows.stream().map(WorkbookText::line).collect(Collectors.joining("\n")));
    }

    /** The row that became this line, counted from 1. */
    SheetRow row(int line) {
        return rows.get(Math.min(Math.max(line, 1), rows.size()) - 1);
    }
}
