package org.talentrecall.ingest.resume;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.Education;
import org.talentrecall.archive.fact.Employment;
import org.talentrecall.archive.text.GatedPattern;
import org.talentrecall.archive.text.OrganisationNames;

/** Reads posts and studies from all the parts of a resume where they may be told. */
final class Career {
    private static final int LONGEST_DESCRIPTION = 2_000;
    private static final int MOST_ENTRIES = 60;
    /** Told again and again, one post makes no more entries, but work. */
    private static final int MOST_SPANS = 300;

    /** Offices among students, unless somebody tells them as work. */
    private static final GatedPattern STUDENTS = GatedPattern.compile("学生会|学生处|团委|团支部|团总支|社团|协会");

    /** Courses without a degree, wherever they are told. */
    private static final GatedPattern TRAINING =
            GatedPattern.compile("^(?:短期)?培训$|研修班?$|研讨班$|进修班|总裁班|短训|无学历|考前辅导|考前培训|培训班$");

    private final List<Row> rows;
    private final List<Found> found = new ArrayList<>();
    /** The first stay told of each employer. */
    private final Map<String, Employment> employers = new HashMap<>();

    private Career(List<Row> rows) {
        this.rows = rows;
    }

    static List<Found> read(List<Row> rows) {
        Career career = new Career(rows);
        career.readAnchors();
        career.readProse();
        Undated.read(rows, career.found).forEach(career::add);
        return career.found;
    }

    private void readAnchors() {
        PieceGatherer gatherer = new PieceGatherer(rows);
        int spans = 0;
        for (int i = 0; i < rows.size() && found.size() < MOST_ENTRIES && spans < MOST_SPANS; i++) {
            Row row = rows.get(i);
            if (row.isAnchor() && row.section().tellsCareer()) {
                spans++;
                Pieces pieces = gatherer.gather(i);
                Employment whole = wholeStay(pieces);
                pieces.employer = whole == null ? null : whole.company();
                Optional<Found> entry = entry(pieces);
                if (whole != null && whole.title() == null && isPart(entry, whole)) {
                    found.removeIf(one -> one.fact().equals(whole));
                }
                entry.ifPresent(this::add);
            }
        }
    }

    private static boolean isPart(Optional<Found> entry, Employment whole) {
        return entry.isPresent()
                && entry.get().fact() instanceof Employment post
                && post.company().equals(whole.company())
                && post.title() != null;
    }

    /** The stay with an employer that was told just before and holds this span: posts of one company follow its name. */
    private @Nullable Employment wholeStay(Pieces pieces) {
        if (found.isEmpty()
                || pieces.section != Section.EMPLOYMENT
                || !(found.get(found.size() - 1).fact() instanceof Employment last)) {
            return null;
        }
        boolean own = pieces.labelled.containsKey(Field.COMPANY)
                || pieces.all().stream().anyMatch(Wording::isSureCompany);
        return own || !holds(employers.getOrDefault(last.company(), last), pieces)
                ? null
                : employers.getOrDefault(last.company(), last);
    }

    private static boolean holds(Employment stay, Pieces pieces) {
        if (stay.from() == null || pieces.range.from() == null) {
            return false;
        }
        boolean begins = !pieces.range.from().earliest().isBefore(stay.from().earliest());
        boolean ends = stay.current()
                || stay.to() != null
                        && pieces.range.to() != null
                        && !pieces.range.to().latest().isAfter(stay.to().latest());
        return begins && ends && pieces.all().stream().anyMatch(Wording::isTitle);
    }

    private Optional<Found> entry(Pieces pieces) {
        List<String> all = pieces.all();
        boolean title = pieces.labelled.containsKey(Field.TITLE)
                || pieces.labelled.containsKey(Field.COMPANY)
                || all.stream().anyMatch(Wording::isTitle);
        boolean school =
                pieces.labelled.containsKey(Field.SCHOOL) || all.stream().anyMatch(Wording::isSchool);
        boolean degree = pieces.labelled.containsKey(Field.DEGREE)
                || all.stream().anyMatch(piece -> Wording.degree(piece).isPresent());
        boolean study = switch (pieces.section) {
            case EDUCATION -> school || !title;
            case EMPLOYMENT -> school && degree && !title;
            default -> school && (degree || !title);
        };
        if (study) {
            String told = pieces.value(Field.DEGREE);
            boolean training = all.stream().anyMatch(TRAINING::isIn) || told != null && TRAINING.isIn(told);
            return training ? Optional.empty() : Studies.make(pieces);
        }
        if (pieces.section != Section.EMPLOYMENT && all.stream().anyMatch(STUDENTS::isIn)) {
            return Optional.empty();
        }
        boolean sure = title || all.stream().anyMatch(Wording::isSureCompany);
        return sure || pieces.section == Section.EMPLOYMENT && all.stream().anyMatch(Wording::isCompany)
                ? Posts.make(pieces, description(pieces))
                : Optional.empty();
    }

    private @Nullable String description(Pieces pieces) {
        String text = rows.subList(Math.min(pieces.bodyFrom, rows.size()), rows.size()).stream()
                .takeWhile(row -> !row.heading() && !row.isAnchor() && row.section() == pieces.section)
                .map(row -> row.line().text())
                .collect(Collectors.joining("\n"));
        return text.isEmpty() ? null : text.substring(0, Math.min(text.length(), LONGEST_DESCRIPTION));
    }

    private void readProse() {
        for (Row row : rows) {
            if (!row.heading()
                    && row.section().tellsCareer()
                    && (row.isProse() || Periods.find(row.line()).isEmpty())) {
                Prose.read(row.line()).forEach(this::add);
            }
        }
    }

    /** Adds what is not told already; of two tellings the one with more parts stays. */
    private void add(Found candidate) {
        for (int i = 0; i < found.size(); i++) {
            Found known = found.get(i);
            if (sameThing(known, candidate)) {
                if (parts(candidate) > parts(known)) {
                    found.set(i, candidate);
                }
                return;
            }
        }
        found.add(candidate);
        if (candidate.fact() instanceof Employment post && post.from() != null) {
            employers.putIfAbsent(post.company(), post);
        }
    }

    private static boolean sameThing(Found a, Found b) {
        if (a.fact() instanceof Employment one && b.fact() instanceof Employment other) {
            boolean sameDates = Objects.equals(one.from(), other.from()) && Objects.equals(one.to(), other.to());
            return sameDates
                    && (alike(one.company(), other.company())
                            || one.from() != null && Objects.equals(one.title(), other.title()));
        }
        if (a.fact() instanceof Education one && b.fact() instanceof Education other) {
            return alike(one.school(), other.school())
                    && (one.from() == null
                            || other.from() == null
                            || one.from().year() == other.from().year());
        }
        return false;
    }

    private static boolean alike(String one, String other) {
        String a = OrganisationNames.key(one);
        String b = OrganisationNames.key(other);
        return a.contains(b) || b.contains(a);
    }

    private static int parts(Found found) {
        if (found.fact() instanceof Employment post) {
            return (post.title() == null ? 0 : 2) + (post.department() == null ? 0 : 1) + (post.from() == null ? 0 : 2);
        }
        if (found.fact() instanceof Education study) {
            return (study.degree() == null ? 0 : 1) + (study.major() == null ? 0 : 1) + (study.from() == null ? 0 : 2);
        }
        return 0;
    }
}
