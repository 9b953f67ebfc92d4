package org.talentrecall.ingest.resume;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.talentrecall.archive.text.GatedPattern;
import org.talentrecall.archive.text.Recent;

/** Finds the headings and says of each line to which part of the resume it belongs. */
final class SectionFinder {
    private static final int LONGEST_HEADING = 45;
    private static final GatedPattern MARKS_BEFORE =
            GatedPattern.compile("^(?:[^\\p{L}\\p{N}]+|(?:[一二三四五六七八九十]|\\d{1,2})[、.．)])+");
    private static final GatedPattern BLANKS_AND_BRACKETS = GatedPattern.compile("[\\s【】\\[\\]]+");
    private static final GatedPattern MARKS_AFTER = GatedPattern.compile("[^\\p{L}\\p{N})]+$");
    /** "项目：某某大厦" below a post is one of its projects, not the part of the resume that tells projects. */
    private static final Pattern ONE_PROJECT = Pattern.compile("\\s*(?:项目|课题|projects?)\\s*");

    private static final Pattern INLINE =
            Pattern.compile("^([^:\\t]{2,24})(?:\\s*:\\s*|\\s*\\t\\s*|(?<=^语言能力)\\s{2,}|\\]\\s*:?)(?=\\S)");
    /** "最高学历" alone is a heading, with a value behind it a label. */
    private static final GatedPattern DEGREE_LABEL = GatedPattern.compile("学\\s*历\\s*$");

    /** "工作经验：13年" is a label with its value. */
    private static final GatedPattern NUMBER_OF_YEARS = GatedPattern.compile(
            "^(?:\\d{1,2}(?:\\.\\d)?\\s?(?:\\+|-\\s?\\d{1,2})?|[一二三四五六七八九十]{1,3})\\s?(?:多)?年|^(?:无|应届)");
    /** Headings in some forms, labels in others: a heading when an entry follows. */
    private static final GatedPattern LABEL_TOO = GatedPattern.compile("(?:最高)?学历|语言|证书|专长|证照|技能|地址|联系");

    private static final List<Heading> HEADINGS = Tables.rows("headings.tsv").stream()
            .map(row -> new Heading(Section.valueOf(row[0]), GatedPattern.compile(row[1])))
            .toList();

    private static final Recent<Optional<Section>> KNOWN = new Recent<>(1 << 9, SectionFinder::headed);

    private SectionFinder() {}

    /** The lines with their sections; headings themselves are left out. */
    static List<Placed> place(List<Line> lines) {
        List<Placed> placed = new ArrayList<>();
        Section section = Section.HEAD;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            Optional<Section> heading = line.length() <= LONGEST_HEADING ? heading(line.folded()) : Optional.empty();
            if (heading.isPresent() && !isLabelOfForm(lines, i)) {
                section = heading.get();
                placed.add(new Placed(line, section, true));
                continue;
            }
            Matcher inline = INLINE.matcher(line.folded());
            Optional<Section> begun =
                    inline.find() && !DEGREE_LABEL.matcher(inline.group(1)).find()
                            ? heading(inline.group(1))
                            : Optional.empty();
            if (begun.isPresent()
                    && opensWithText(begun.get())
                    && !(begun.get() == Section.EMPLOYMENT && tellsYears(line, inline.end()))
                    && !(section == Section.EMPLOYMENT
                            && ONE_PROJECT.matcher(inline.group(1)).matches())) {
                section = begun.get();
                placed.add(new Placed(line.part(0, inline.end(1)), section, true));
                placed.add(new Placed(line.part(inline.end(), line.length()), section, false));
            } else {
                placed.add(new Placed(line, section, false));
            }
        }
        return placed;
    }

    private static boolean tellsYears(Line line, int from) {
        return NUMBER_OF_YEARS.matcher(line.folded().substring(from).strip()).find();
    }

    /** A word alone whose value, short and without dates, is the next line, itself followed by another label. */
    private static boolean isLabelOfForm(List<Line> lines, int index) {
        String word = lines.get(index).compact();
        if (!LABEL_TOO.matcher(word).matches() || index + 2 >= lines.size()) {
            return false;
        }
        Line value = lines.get(index + 1);
        Line after = lines.get(index + 2);
        boolean brief = value.length() <= 12 && Periods.find(value).isEmpty();
        return brief
                && Labels.read(after).stream().anyMatch(label -> label.start() == 0)
                && heading(after.folded()).isEmpty();
    }

    /** Of these sections the first words may stand on the heading's own line. */
    private static boolean opensWithText(Section section) {
        return section != Section.PERSONAL && section != Section.RECENT;
    }

    private static Optional<Section> heading(String folded) {
        return KNOWN.of(folded);
    }

    private static Optional<Section> headed(String folded) {
        String bare = MARKS_AFTER
                .matcher(MARKS_BEFORE.matcher(folded).replaceFirst(""))
                .replaceFirst("");
        String compact = BLANKS_AND_BRACKETS.matcher(bare).replaceAll("");
        for (Heading heading : HEADINGS) {
            if (heading.pattern().matcher(compact).matches()) {
                return Optional.of(heading.section());
            }
        }
        return Optional.empty();
    }

    private record Heading(Section section, GatedPattern pattern) {}

    /** @param heading whether the line is the heading itself */
    record Placed(Line line, Section section, boolean heading) {}
}
