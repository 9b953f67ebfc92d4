package org.talentrecall.ingest.resume;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.Project;
import org.talentrecall.archive.text.DateRange;

/** Reads projects: by a span of time with a name behind it, or by the label of the name. */
final class Projects {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_DESCRIPTION = 1_000;
    private static final int MOST = 60;

    private final List<Row> rows;
    private final List<Found> found = new ArrayList<>();

    private Projects(List<Row> rows) {
        this.rows =
                rows.stream().filter(row -> row.section() == Section.PROJECT).toList();
    }

    static List<Found> read(List<Row> rows) {
        Projects projects = new Projects(rows);
        for (int i = 0; i < projects.rows.size() && projects.found.size() < MOST; i++) {
            projects.readAt(i);
        }
        return projects.found;
    }

    private void readAt(int index) {
        Row row = rows.get(index);
        if (row.heading()) {
            return;
        }
        boolean span = row.isAnchor() && row.labels().stream().noneMatch(label -> label.field() == Field.DUTY);
        Line name = labelled(row, Field.PROJECT);
        if (span && name == null) {
            name = nameNear(index);
        }
        if (name == null || name.text().length() > LONGEST_NAME) {
            return;
        }
        DateRange range = row.period() == null ? spanNear(index) : row.period().range();
        Line role = near(index, Field.ROLE);
        found.add(new Found(
                new Project(
                        name.text(),
                        role == null ? null : role.text(),
                        range == null ? null : range.from(),
                        range == null ? null : range.to(),
                        description(index)),
                row.line(),
                span ? 0.85 : 0.8));
    }

    /** The name beside the span, or the next line; a labelled name on the next line reads itself. */
    private @Nullable Line nameNear(int index) {
        List<String> beside = Pieces.unlabelled(rows.get(index));
        Line line = rows.get(index).line();
        if (!beside.isEmpty()) {
            String text = String.join(" ", beside);
            return new Line(line.page(), line.number(), text, text);
        }
        if (index + 1 >= rows.size()) {
            return null;
        }
        Row next = rows.get(index + 1);
        return next.isShortPiece() ? next.line() : null;
    }

    private @Nullable DateRange spanNear(int index) {
        for (int i = Math.max(0, index - 1); i <= Math.min(rows.size() - 1, index + 2); i++) {
            Row row = rows.get(i);
            if (row.period() != null && row.isAnchor() && (i <= index || labelled(row, Field.PROJECT) == null)) {
                return row.period().range();
            }
        }
        return null;
    }

    private @Nullable Line near(int index, Field field) {
        for (int i = index; i < Math.min(rows.size(), index + 6); i++) {
            if (i > index && (rows.get(i).isAnchor() || labelled(rows.get(i), Field.PROJECT) != null)) {
                return null;
            }
            Line value = labelled(rows.get(i), field);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private static @Nullable Line labelled(Row row, Field field) {
        return row.labels().stream()
                .filter(label -> label.field() == field && !label.isEmpty())
                .map(Labels.Labelled::value)
                .findFirst()
                .orElse(null);
    }

    private @Nullable String description(int index) {
        String text = rows.subList(index + 1, rows.size()).stream()
                .takeWhile(row -> !row.heading() && !row.isAnchor() && labelled(row, Field.PROJECT) == null)
                .map(row -> row.line().text())
                .collect(Collectors.joining("\n"));
        return text.isEmpty() ? null : text.substring(0, Math.min(text.length(), LONGEST_DESCRIPTION));
    }
}
