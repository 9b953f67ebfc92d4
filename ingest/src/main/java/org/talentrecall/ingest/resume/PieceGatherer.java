package org.talentrecall.ingest.resume;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.text.GatedPattern;

/** Gathers what belongs to a span of time from its own line, the lines behind it and, if need be, those before it. */
final class PieceGatherer {
    private static final Set<Field> HEAD = EnumSet.of(
            Field.COMPANY,
            Field.TITLE,
            Field.DEPARTMENT,
            Field.SCHOOL,
            Field.MAJOR,
            Field.DEGREE,
            Field.PROJECT,
            Field.ROLE);
    private static final Set<Field> BODY = EnumSet.of(Field.DUTY, Field.SKILL);
    /** "客房部经理  月薪：9000": these tell something else than the words before them. */
    private static final Set<Field> ASIDE =
            EnumSet.of(Field.IGNORED, Field.DEPARTMENT, Field.CURRENT_SALARY, Field.CITY);
    /** "应聘工种：焊工": a label, if no known one. */
    private static final GatedPattern UNKNOWN_LABEL = GatedPattern.compile("^[\\u4e00-\\u9fa5]{2,8}\\s?:");

    private static final int FARTHEST = 14;
    private static final int MOST_UNLABELLED = 3;
    private static final int MOST_BEFORE = 2;
    private static final int LONGEST_DEPARTMENT = 14;

    private final List<Row> rows;
    /** Rows before this one belong to an earlier entry. */
    private int free;

    PieceGatherer(List<Row> rows) {
        this.rows = rows;
    }

    Pieces gather(int anchor) {
        Row row = rows.get(anchor);
        Periods.Period period = java.util.Objects.requireNonNull(row.period());
        Pieces pieces = new Pieces(row.line(), period.range(), row.section());
        pieces.beside.addAll(Pieces.unlabelled(row));
        Field open = take(pieces, row);
        int next = behind(pieces, anchor, open);
        ahead(pieces, anchor);
        pieces.bodyFrom = next;
        free = next;
        return pieces;
    }

    /** Takes the labelled values of a row; returns a label that waits for its value on the next line. */
    private static @Nullable Field take(Pieces pieces, Row row) {
        Field open = null;
        for (Labels.Labelled label : row.labels()) {
            open = label.isEmpty() ? label.field() : null;
            if (HEAD.contains(label.field()) && !label.isEmpty()) {
                pieces.labelled.putIfAbsent(label.field(), label.value());
            }
        }
        return open;
    }

    private int behind(Pieces pieces, int anchor, @Nullable Field waiting) {
        Field open = waiting;
        int unlabelled = 0;
        boolean named = isNamedBefore(anchor);
        int index = anchor + 1;
        for (; index < rows.size() && index <= anchor + FARTHEST; index++) {
            Row row = rows.get(index);
            if (row.heading() || row.isAnchor() || row.section() != pieces.section) {
                break;
            }
            if (!row.labels().isEmpty()) {
                if (beginsAnother(pieces, row) || tellsWork(index)) {
                    break;
                }
                open = take(pieces, row);
                if (row.labels().get(0).start() > 0
                        && row.labels().stream().allMatch(label -> ASIDE.contains(label.field()))) {
                    List<String> beside = Pieces.unlabelled(row);
                    pieces.after.addAll(beside);
                    pieces.afterLines.add(beside);
                }
            } else if (Pieces.isAboutCompany(row.line().text())) {
                open = null;
            } else if (open != null) {
                if (HEAD.contains(open)) {
                    pieces.labelled.putIfAbsent(open, row.line());
                }
                open = null;
            } else {
                if (pieces.isComplete()) {
                    index += addDepartment(pieces, row);
                    break;
                }
                if (named && opensNext(index)
                        || row.isDescription()
                        || unlabelled == MOST_UNLABELLED
                        || (named || pieces.isBegun()) && startsNext(index)) {
                    break;
                }
                List<String> split = Pieces.split(row.line().text());
                pieces.after.addAll(split);
                pieces.afterLines.add(split);
                unlabelled += split.isEmpty() ? 0 : 1;
            }
        }
        return index;
    }

    /** Job boards print the department on a line of its own behind the title. */
    private static int addDepartment(Pieces pieces, Row row) {
        boolean department = pieces.section == Section.EMPLOYMENT
                && row.isShortPiece()
                && row.line().length() <= LONGEST_DEPARTMENT
                && Wording.isDepartment(row.line().text())
                && !Wording.isTitle(row.line().text())
                && pieces.all().stream().noneMatch(Wording::isDepartment);
        if (department) {
            pieces.labelled.putIfAbsent(Field.DEPARTMENT, row.line());
        }
        return department ? 1 : 0;
    }

    /** Whether the line before the span names its company or school, as in exports of social networks. */
    private boolean isNamedBefore(int anchor) {
        if (anchor - 1 < free) {
            return false;
        }
        List<String> own = Pieces.unlabelled(rows.get(anchor));
        if (!own.isEmpty()) {
            boolean degreeOnly = own.stream().anyMatch(Wording::isDegree)
                    && own.stream().noneMatch(Wording::isSchool)
                    && own.stream().noneMatch(Wording::isTitle);
            return degreeOnly && isSchoolAlone(anchor - 1);
        }
        Row before = rows.get(anchor - 1);
        String text = before.line().text();
        boolean piece =
                before.isShortPiece() && before.section() == rows.get(anchor).section();
        return piece
                && (Wording.isSchool(text)
                        || Wording.isCompany(text)
                        || Wording.isTitle(text)
                        || Wording.degree(text).isPresent() && isSchoolAlone(anchor - 2));
    }

    private boolean isSchoolAlone(int index) {
        return index >= free
                && rows.get(index).isShortPiece()
                && rows.get(index).section() == rows.get(index + 1).section()
                && Wording.isSchool(rows.get(index).line().text());
    }

    /** Whether the line names what the next or next but one span is about. */
    private boolean opensNext(int index) {
        String text = rows.get(index).line().text();
        boolean near = rows.subList(index + 1, Math.min(rows.size(), index + 3)).stream()
                .anyMatch(Row::isAnchor);
        return near && (Wording.isSchool(text) || Wording.isCompany(text));
    }

    private static boolean beginsAnother(Pieces pieces, Row row) {
        return row.labels().stream()
                .anyMatch(label -> (label.field() == Field.COMPANY
                                || label.field() == Field.SCHOOL
                                || label.field() == Field.PROJECT)
                        && pieces.labelled.containsKey(label.field()));
    }

    /** Whether the work itself is described from here on; an empty label before the title does not say so yet. */
    private boolean tellsWork(int index) {
        boolean body = rows.get(index).labels().stream().anyMatch(label -> BODY.contains(label.field()));
        boolean empty = rows.get(index).labels().stream().allMatch(Labels.Labelled::isEmpty);
        boolean titleFollows = rows.subList(index + 1, Math.min(rows.size(), index + 4)).stream()
                .anyMatch(row -> row.labels().stream().anyMatch(label -> label.field() == Field.TITLE));
        return body && !(empty && titleFollows);
    }

    /** A company alone on the line right before the next span belongs to that one. */
    private boolean startsNext(int index) {
        if (index + 1 >= rows.size() || !rows.get(index + 1).isAnchor()) {
            return false;
        }
        Periods.Period next = rows.get(index + 1).period();
        String text = rows.get(index).line().text();
        return next != null && next.start() == 0 && (Wording.isCompany(text) || Wording.isSchool(text));
    }

    private void ahead(Pieces pieces, int anchor) {
        int unlabelled = 0;
        for (int index = anchor - 1; index >= free && unlabelled < MOST_BEFORE; index--) {
            Row row = rows.get(index);
            if (row.heading() || row.isAnchor() || row.section() != pieces.section) {
                return;
            }
            if (!row.labels().isEmpty()) {
                if (row.labels().stream().anyMatch(label -> BODY.contains(label.field()))) {
                    return;
                }
                row.labels().stream()
                        .filter(label -> HEAD.contains(label.field()) && !label.isEmpty())
                        .forEach(label -> pieces.labelled.putIfAbsent(label.field(), label.value()));
            } else if (!Pieces.isAboutCompany(row.line().text())) {
                if (UNKNOWN_LABEL.isIn(row.line().folded()) || !row.isShortPiece()) {
                    return;
                }
                pieces.before.addAll(Pieces.split(row.line().text()));
                unlabelled++;
            }
        }
    }
}
