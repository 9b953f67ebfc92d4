package org.talentrecall.ingest.resume;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what stands behind or below a label. */
final class LabelledValues {
    private LabelledValues() {}

    /** The value of a label that stands alone: the next line, unless that is a label or a heading itself. */
    static @Nullable Line nextLine(List<Row> rows, int index) {
        if (index + 1 >= rows.size()) {
            return null;
        }
        Row next = rows.get(index + 1);
        return next.heading() || !next.labels().isEmpty() || next.line().length() > 60 ? null : next.line();
    }

    /** What stands behind a label; below it where it is the last of its row and nothing stands behind it. */
    static @Nullable Line value(List<Row> rows, int index, Labels.Labelled label) {
        List<Labels.Labelled> labels = rows.get(index).labels();
        boolean last = label.start() == labels.get(labels.size() - 1).start();
        return label.isEmpty() && last ? nextLine(rows, index) : label.value();
    }

    /** The first value with this label; not where a post, project or reference is told. */
    static Optional<Line> of(List<Row> rows, Field field) {
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (row.section() == Section.REFERENCE
                    || row.section() == Section.PROJECT
                    || row.section() == Section.TRAINING) {
                continue;
            }
            for (Labels.Labelled label : row.labels()) {
                if (label.field() == field) {
                    Line value = value(rows, i, label);
                    if (value != null && !value.text().isEmpty()) {
                        return Optional.of(value);
                    }
                }
            }
        }
        return Optional.empty();
    }
}
