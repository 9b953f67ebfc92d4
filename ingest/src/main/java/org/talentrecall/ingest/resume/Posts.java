package org.talentrecall.ingest.resume;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.Employment;
import org.talentrecall.archive.text.GatedPattern;
import org.talentrecall.archive.text.TextFolding;

/** Makes a post out of the pieces around its span of time. */
final class Posts {
    private static final double BY_LABEL = 0.95;
    private static final double BY_WORDING = 0.9;
    private static final double BY_LIKENESS = 0.82;
    /** The company is what is left over beside a title. */
    private static final double BY_ELIMINATION = 0.68;

    private static final int LONGEST_TITLE = 40;
    /** "某某市融媒体中心" right before its span, where "培训中心" would be a department. */
    private static final int LEAST_OF_INSTITUTION = 7;

    /** "生产科副科长" behind its company; 人力资源部经理 is a title as it stands. */
    private static final Pattern OFFICE =
            Pattern.compile("([\\u4e00-\\u9fa5]{2,8}?(?:科|队|车间|处|室|部(?=副?部长)))([\\u4e00-\\u9fa5、]{2,14})");

    /** "财务部 主管会计" in one cell of a form. */
    private static final Pattern OFFICE_AND_TITLE =
            Pattern.compile("(\\S{2,14}(?:部|科|处|室|办|组|队|中心|车间))[\\s/·-]+(\\S{2,20})");

    private static final GatedPattern PRAISE = GatedPattern.compile("优秀|先进|标兵|荣誉|一等奖|二等奖|三等奖");

    private static final Pattern BOTH =
            Pattern.compile("([A-Za-z][A-Za-z .&/-]{3,40})\\s+([\\u4e00-\\u9fa5]\\S{1,20})");

    private final Pieces pieces;
    private final List<String> near = new ArrayList<>();
    private final List<String> before = new ArrayList<>();
    private @Nullable String company;
    private @Nullable String title;
    private @Nullable String department;
    private double confidence = BY_LABEL;

    private Posts(Pieces pieces) {
        this.pieces = pieces;
        pieces.beside.forEach(piece -> addUnglued(near, piece));
        pieces.after.forEach(piece -> addUnglued(near, piece));
        pieces.before.forEach(piece -> addUnglued(before, piece));
    }

    /** The post, or nothing when no company can be told. */
    static Optional<Found> make(Pieces pieces, @Nullable String description) {
        Posts post = new Posts(pieces);
        post.nameTitle();
        post.nameCompany();
        post.nameRest();
        String company = post.company;
        if (company == null || company.length() > 60) {
            return Optional.empty();
        }
        Employment employment = new Employment(
                company,
                post.title,
                post.department,
                pieces.range.from(),
                pieces.range.to(),
                pieces.range.current(),
                description);
        return Optional.of(new Found(employment, pieces.at, post.confidence));
    }

    private static void addUnglued(List<String> pieces, String piece) {
        Optional<List<String>> parts = Pieces.companyAndRest(piece);
        if (parts.isEmpty()) {
            pieces.add(piece);
            return;
        }
        pieces.add(parts.get().get(0));
        String rest = Wording.withoutLeadIn(parts.get().get(1));
        Matcher office = OFFICE.matcher(rest);
        if (office.matches() && Wording.isTitle(office.group(2))) {
            pieces.add(office.group(1));
            pieces.add(office.group(2));
        } else {
            pieces.add(rest);
        }
    }

    private void nameTitle() {
        title = pieces.value(Field.TITLE);
        Matcher both = OFFICE_AND_TITLE.matcher(title == null ? "" : title);
        if (both.matches() && Wording.isTitle(both.group(2))) {
            department = both.group(1);
            title = both.group(2);
        }
        if (title == null) {
            title = lastTitle(pieces.beside);
        }
        for (List<String> line : pieces.afterLines) {
            title = title == null ? lastTitle(line) : title;
        }
        if (title == null) {
            title = takeFirst(before, piece -> Wording.isTitle(piece) && !Wording.isSureCompany(piece));
        }
    }

    /** In a line "company | department | title" the title stands last, and departments may sound like titles. */
    private @Nullable String lastTitle(List<String> line) {
        List<String> parts = new ArrayList<>();
        line.forEach(piece -> addUnglued(parts, piece));
        for (int i = parts.size() - 1; i >= 0; i--) {
            String piece = withoutTranslation(parts.get(i));
            boolean translated = !TextFolding.hasHan(piece)
                    && parts.stream().anyMatch(other -> TextFolding.hasHan(other) && Wording.isTitle(other));
            if (translated) {
                near.remove(piece);
                continue;
            }
            if (Wording.isTitle(piece) && !Wording.isSureCompany(piece)) {
                near.remove(parts.get(i));
                return piece;
            }
        }
        return null;
    }

    /** "Senior Data Analyst 高级数据分析师" is one title in two languages. */
    private static String withoutTranslation(String piece) {
        Matcher both = BOTH.matcher(piece);
        return both.matches() && Wording.isTitle(both.group(1)) && Wording.isTitle(both.group(2))
                ? both.group(2)
                : piece;
    }

    private void nameCompany() {
        company = pieces.value(Field.COMPANY);
        if (company != null) {
            return;
        }
        confidence = BY_WORDING;
        company = takeFirst(near, Wording::isSureCompany);
        if (company == null && pieces.employer != null) {
            company = pieces.employer;
            return;
        }
        if (company == null) {
            company = takeFirst(before, Wording::isSureCompany);
        }
        if (company == null) {
            confidence = BY_LIKENESS;
            company = takeFirst(
                    near, piece -> Wording.isCompany(piece) && (!Wording.isDepartment(piece) || leads(piece)));
        }
        if (company == null) {
            company = takeFirst(
                    before,
                    piece -> Wording.isCompany(piece)
                            && (!Wording.isDepartment(piece)
                                    || piece.equals(before.get(0)) && piece.length() >= LEAST_OF_INSTITUTION));
        }
        if (company == null && title != null) {
            confidence = BY_ELIMINATION;
            company = takeFirst(near, piece -> !Wording.isDepartment(piece) && plausible(piece));
        }
        if (company == null && title != null) {
            company = takeFirst(before, piece -> !Wording.isDepartment(piece) && plausible(piece));
        }
        if (company == null) {
            company = takeFirst(near, Wording::isCompany);
        }
    }

    private void nameRest() {
        String told = pieces.value(Field.DEPARTMENT);
        department = told == null ? department : told;
        if (department == null) {
            department = takeFirst(near, Wording::isDepartment);
        }
        if (title == null) {
            title = takeFirst(before, Wording::holdsTitle);
        }
        if (title == null && pieces.section == Section.EMPLOYMENT) {
            title = takeFirst(near, piece -> piece.length() <= LONGEST_TITLE / 2 && !Wording.isCompany(piece));
            confidence = Math.min(confidence, BY_ELIMINATION);
        }
        if (title != null && title.length() > LONGEST_TITLE * 2) {
            title = null;
        }
    }

    /** The first piece right beside the span, so rather a company than one of its departments. */
    private boolean leads(String piece) {
        return !pieces.beside.isEmpty() && pieces.beside.get(0).equals(piece);
    }

    private static boolean plausible(String piece) {
        return piece.length() >= 2
                && piece.length() <= 40
                && piece.codePoints().anyMatch(Character::isLetter)
                && !PRAISE.isIn(piece)
                && !Wording.isDegree(piece);
    }

    private static @Nullable String takeFirst(List<String> pieces, Predicate<String> wanted) {
        for (int i = 0; i < pieces.size(); i++) {
            if (wanted.test(pieces.get(i))) {
                return pieces.remove(i);
            }
        }
        return null;
    }
}
