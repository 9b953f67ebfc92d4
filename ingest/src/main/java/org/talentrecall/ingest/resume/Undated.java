package org.talentrecall.ingest.resume;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.Education;
import org.talentrecall.archive.fact.Employment;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.text.GatedPattern;

/** Reads the one school and the one post that forms give by label without a span of time. */
final class Undated {
    private static final double CONFIDENCE = 0.85;
    private static final int TOP = 12;
    private static final int LONGEST_DEGREE = 8;
    private static final GatedPattern WORDS = GatedPattern.compile("[|·•/,，、\\s]+");

    private final List<Row> rows;
    private final Map<Field, Line> values = new EnumMap<>(Field.class);

    private Undated(List<Row> rows) {
        this.rows = rows;
    }

    /** @param dated what is already known; a school that lacks its degree or subject is completed in place */
    static List<Found> read(List<Row> rows, List<Found> dated) {
        Undated undated = new Undated(rows);
        undated.collect();
        List<Found> found = new ArrayList<>();
        undated.study(dated).ifPresent(found::add);
        undated.post(dated).ifPresent(found::add);
        return found;
    }

    private void collect() {
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            boolean career = row.section() == Section.EMPLOYMENT
                    || row.section() == Section.PROJECT
                    || row.section() == Section.TRAINING;
            if (row.heading() || career) {
                continue;
            }
            for (Labels.Labelled label : row.labels()) {
                Line value = label.isEmpty() ? LabelledValues.nextLine(rows, i) : label.value();
                if (value != null && !value.text().isEmpty()) {
                    values.putIfAbsent(label.field(), value);
                }
            }
        }
    }

    private java.util.Optional<Found> study(List<Found> dated) {
        String degree = text(Field.DEGREE);
        String major = text(Field.MAJOR);
        List<Found> studies = dated.stream()
                .filter(found -> found.fact() instanceof Education)
                .toList();
        Line school = values.get(Field.SCHOOL);
        if (school == null || !studies.isEmpty()) {
            complete(dated, degree == null ? degreeAtTop() : degree, major);
            return java.util.Optional.empty();
        }
        String name = school.text().replaceAll("\\s{2,}.*$|\\s+\\d{4}.*$", "").strip();
        return name.length() > 40 || name.length() < 2
                ? java.util.Optional.empty()
                : java.util.Optional.of(Studies.found(
                        name, degree, major, date(Field.ENROLLED), date(Field.GRADUATED), school, CONFIDENCE));
    }

    private @Nullable PartialDate date(Field field) {
        Line line = values.get(field);
        return line == null ? null : Periods.single(line).orElse(null);
    }

    /** The form's degree and subject belong to the one study that fits them. */
    private static void complete(List<Found> dated, @Nullable String degree, @Nullable String major) {
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < dated.size(); i++) {
            if (dated.get(i).fact() instanceof Education study
                    && (study.degree() == null || degree != null && degree.contains(study.degree()))) {
                open.add(i);
            }
        }
        if (open.size() != 1) {
            return;
        }
        Found found = dated.get(open.get(0));
        if (found.fact() instanceof Education study && (study.degree() == null || study.major() == null)) {
            dated.set(
                    open.get(0),
                    Studies.found(
                            study.school(),
                            study.degree() == null ? degree : study.degree(),
                            study.major() == null ? major : study.major(),
                            study.from(),
                            study.to(),
                            found.line(),
                            found.confidence()));
        }
    }

    private java.util.Optional<Found> post(List<Found> dated) {
        Line company = values.get(Field.COMPANY);
        boolean known = dated.stream().anyMatch(found -> found.fact() instanceof Employment);
        if (company == null || known || company.length() > 40) {
            return java.util.Optional.empty();
        }
        Employment post =
                new Employment(company.text(), text(Field.TITLE), text(Field.DEPARTMENT), null, null, false, null);
        return java.util.Optional.of(new Found(post, company, CONFIDENCE));
    }

    /** "本科·4年工作经验·深圳": the degree that the head of a resume tells as a word of its own. */
    private @Nullable String degreeAtTop() {
        for (Row row : rows.subList(0, Math.min(TOP, rows.size()))) {
            if (!PersonalAttributes.isPersonal(row) || row.period() != null) {
                continue;
            }
            for (String piece : WORDS.split(row.line().text())) {
                if (piece.length() <= LONGEST_DEGREE && Wording.isDegree(piece)) {
                    return piece;
                }
            }
        }
        return null;
    }

    private @Nullable String text(Field field) {
        Line value = values.get(field);
        return value == null || value.length() > 40 ? null : value.text();
    }
}
