package org.talentrecall.ingest.resume;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.talentrecall.archive.text.GatedPattern;

/**
 * Tables of forms: a head row of labels ("起止时间 | 工作单位 | 部门 | 职务") and rows of values below it. Every cell gets the
 * label of its column.
 */
final class FormTables {
    private static final Pattern CELL = Pattern.compile("[^\\t]*");
    /** Whose rows tell of others. */
    private static final GatedPattern RELATIVES = GatedPattern.compile("关系|称谓|家庭成员|证明人姓名|推荐人姓名|relationship");

    private static final Pattern WIDE_BLANK = Pattern.compile("\\s{2,}");
    private static final int LEAST_COLUMNS = 3;

    private FormTables() {}

    static List<Row> rows(List<SectionFinder.Placed> placed) {
        List<Row> rows = new ArrayList<>();
        List<Field> head = List.of();
        boolean relatives = false;
        for (SectionFinder.Placed one : placed) {
            if (one.heading()) {
                relatives = false;
            }
            List<Field> fields = one.heading() ? List.of() : head(one.line());
            if (!fields.isEmpty()) {
                head = fields;
                relatives = RELATIVES.matcher(one.line().folded()).find();
                // The head itself tells nothing and parts what stands before it from what stands below.
                rows.add(new Row(one.line(), one.section(), true, List.of(), null));
                continue;
            }
            if (relatives && one.line().text().indexOf('\t') >= 0) {
                rows.add(new Row(one.line(), Section.REFERENCE, false, List.of(), null));
                continue;
            }
            relatives = false;
            Row row = Row.of(one);
            Optional<Row> labelled = head.isEmpty() || one.heading() ? Optional.empty() : values(one, head);
            if (labelled.isEmpty()) {
                head = one.line().text().indexOf('\t') >= 0
                                && !one.heading()
                                && row.labels().isEmpty()
                        ? head
                        : List.of();
            }
            rows.add(labelled.orElse(row));
        }
        return rows;
    }

    /** The columns' fields of a head row; empty for any other row. */
    private static List<Field> head(Line line) {
        if (line.length() > 120) {
            return List.of();
        }
        String[] cells =
                line.folded().indexOf('\t') >= 0 ? line.folded().split("\t", -1) : WIDE_BLANK.split(line.folded());
        if (cells.length < LEAST_COLUMNS) {
            return List.of();
        }
        List<Field> fields = new ArrayList<>();
        int known = 0;
        boolean names = false;
        for (String cell : cells) {
            Field field = Labels.fieldOf(cell);
            known += field == null ? 0 : 1;
            names |= field == Field.COMPANY || field == Field.SCHOOL || field == Field.PERIOD;
            fields.add(field == null ? Field.IGNORED : field);
        }
        return names && known >= LEAST_COLUMNS && known * 10 >= cells.length * 7 ? fields : List.of();
    }

    /** A row with as many cells as the head, give or take an empty one at its end. */
    private static Optional<Row> values(SectionFinder.Placed placed, List<Field> head) {
        Line line = placed.line();
        if (line.text().indexOf('\t') < 0) {
            return Optional.empty();
        }
        List<Labels.Labelled> labels = new ArrayList<>();
        Matcher cell = CELL.matcher(line.text());
        int column = 0;
        int at = 0;
        while (at <= line.length() && cell.find(at)) {
            Field field = column < head.size() ? head.get(column) : Field.IGNORED;
            if (Labels.fieldOf(cell.group()) != null) {
                return Optional.empty();
            }
            labels.add(new Labels.Labelled(field, "", line.part(cell.start(), cell.end()), cell.start(), cell.end()));
            column++;
            at = cell.end() + 1;
        }
        return column < head.size() - 2 || column > head.size() + 1
                ? Optional.empty()
                : Optional.of(new Row(line, placed.section(), false, labels, Row.period(line, labels)));
    }
}
