package org.talentrecall.ingest.resume;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.talentrecall.archive.text.GatedPattern;
import org.talentrecall.archive.text.Recent;

/** Knows how the parts of a resume are headed, in Chinese, in English and in both. */
final class Headings {
    private static final GatedPattern MARKS_BEFORE =
            GatedPattern.compile("^(?:[^\\p{L}\\p{N}]+|(?:[一二三四五六七八九十]|\\d{1,2})[、.．)])+");
    private static final GatedPattern BLANKS_AND_BRACKETS = GatedPattern.compile("[\\s【】\\[\\]]+");
    private static final GatedPattern MARKS_AFTER = GatedPattern.compile("[^\\p{L}\\p{N})]+$");
    /** "教育背景（从高中填起）". */
    private static final GatedPattern REMARK = GatedPattern.compile("[(（][^()（）\\d]{1,16}[)）]$");

    private static final Pattern TWO_LANGUAGES = Pattern.compile(
            "(?<latin>[a-z&/]{3,40})[/|(（]?(?<han>[\\u4e00-\\u9fa5]{2,10})[)）]?|(?<first>[\\u4e00-\\u9fa5]{2,10})[/|(（]?(?<second>[a-z&/]{3,40})[)）]?");

    private static final List<Heading> HEADINGS = Tables.rows("headings.tsv").stream()
            .map(row -> new Heading(Section.valueOf(row[0]), GatedPattern.compile(row[1])))
            .toList();

    private static final Recent<Optional<Section>> KNOWN = new Recent<>(1 << 9, Headings::headed);

    private Headings() {}

    /**
     * The part of a resume that is headed so.
     *
     * @param folded with marks, numbers, blanks and remarks as they stand there
     */
    static Optional<Section> section(String folded) {
        return KNOWN.of(folded);
    }

    private static Optional<Section> headed(String folded) {
        String bare = MARKS_AFTER
                .matcher(MARKS_BEFORE.matcher(folded).replaceFirst(""))
                .replaceFirst("");
        String compact = BLANKS_AND_BRACKETS.matcher(bare).replaceAll("");
        Optional<Section> known = known(compact);
        if (known.isEmpty() && REMARK.isIn(compact)) {
            known = known(REMARK.matcher(compact).replaceFirst(""));
        }
        return known.or(() -> inTwoLanguages(compact));
    }

    /** "selected projects 项目": what both languages name as the same part, or as one of its kind. */
    private static Optional<Section> inTwoLanguages(String compact) {
        Matcher both = TWO_LANGUAGES.matcher(compact);
        if (!both.matches()) {
            return Optional.empty();
        }
        String first = both.group("first") == null ? both.group("latin") : both.group("first");
        String second = both.group("second") == null ? both.group("han") : both.group("second");
        return known(first).filter(section -> known(second).equals(Optional.of(section)));
    }

    private static Optional<Section> known(String compact) {
        for (Heading heading : HEADINGS) {
            if (heading.pattern().matcher(compact).matches()) {
                return Optional.of(heading.section());
            }
        }
        return Optional.empty();
    }

    private record Heading(Section section, GatedPattern pattern) {}
}
