package org.talentrecall.ingest.resume;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Sorts the rows of a resume by what they say about skills, with an eye on the rows before. */
final class SkillRows {
    private static final int SHORTEST_SENTENCE = 12;

    private SkillRows() {}

    static Map<SkillSource, List<Row>> bySource(List<Row> rows) {
        Map<SkillSource, List<Row>> bySource = new EnumMap<>(SkillSource.class);
        boolean post = false;
        boolean list = false;
        for (Row row : rows) {
            if (row.heading() || row.isAnchor()) {
                post = !row.heading() && isPost(row);
            }
            list = opensList(row)
                    || list && !row.heading() && !row.isAnchor() && row.labels().isEmpty();
            SkillSource source = SkillSource.of(row);
            if (list && source != SkillSource.NONE) {
                source = SkillSource.LISTED;
            } else if (source == SkillSource.NONE && post) {
                source = SkillSource.WORK;
            }
            bySource.computeIfAbsent(source, key -> new ArrayList<>()).add(row);
        }
        return bySource;
    }

    /** "掌握的技术：" with nothing behind it: the lines below are the list. */
    private static boolean opensList(Row row) {
        return row.labels().size() == 1
                && row.labels().get(0).field() == Field.SKILL
                && row.labels().get(0).isEmpty();
    }

    /** Posts stand among studies and wishes too. */
    private static boolean isPost(Row row) {
        return (row.section() == Section.EDUCATION || row.section() == Section.WISH)
                && Pieces.unlabelled(row).stream().noneMatch(Wording::isSchool)
                && Wording.degree(row.line().text()).isEmpty();
    }

    static boolean isAboutOneself(Row row) {
        return row.section() != Section.CERTIFICATE
                && row.section() != Section.LANGUAGE
                && !SkillLists.isAboutCourses(row.line().text());
    }

    /** Sentences about the work, not the names of companies, departments and titles around it. */
    static boolean isAboutWork(Row row) {
        return row.isDescription()
                || row.isProse()
                || isSentence(row)
                || row.labels().stream().anyMatch(label -> label.field() == Field.DUTY);
    }

    private static boolean isSentence(Row row) {
        return row.isShortPiece()
                && row.line().length() >= SHORTEST_SENTENCE
                && Pieces.unlabelled(row).stream()
                        .noneMatch(piece ->
                                Wording.isTitle(piece) || Wording.isCompany(piece) || Wording.isDepartment(piece));
    }
}
