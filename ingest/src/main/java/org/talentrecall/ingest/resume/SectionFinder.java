package org.talentrecall.ingest.resume;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.talentrecall.archive.text.GatedPattern;

/** Says of each line to which part of the resume it belongs. */
final class SectionFinder {
    private static final int LONGEST_HEADING = 45;
    /** Characters of each line where a heading of four stands in two lines. */
    private static final int HALF = 2;

    /** "项目：某某大厦" below a post is one of its projects, not the part of the resume that tells projects. */
    private static final Pattern ONE_PROJECT = Pattern.compile("\\s*(?:项目|课题|projects?)\\s*");

    /** What a post or a project is told with: headings elsewhere, labels within its entry. */
    private static final Pattern LABEL_OF_ENTRY = Pattern.compile(
            "\\s*(?:技术栈|技术能力|工具|(?:key\\s+)?technologies|tech\\s*stack|tools|skills|(?:key\\s+)?achievements|awards?|奖励|获奖|获奖情况|荣誉|所获荣誉)\\s*");

    /** Sections of which a form tells each in one line among its other labels. */
    private static final Set<Section> OF_ONE_LINE = EnumSet.of(
            Section.CERTIFICATE,
            Section.LANGUAGE,
            Section.SKILL,
            Section.AWARD,
            Section.HOBBY,
            Section.REFERENCE,
            Section.OTHER);

    private static final Set<Field> LABELS_OF_SKILL =
            EnumSet.of(Field.SKILL, Field.LANGUAGE, Field.CERTIFICATE, Field.IGNORED, Field.DUTY, Field.URL);

    private static final Pattern INLINE =
            Pattern.compile("^([^:\\t]{2,24})(?:\\s*:\\s*|\\s*\\t\\s*|(?<=^语言能力)\\s{2,}|\\]\\s*:?)(?=\\S)");
    /** "最高学历" alone is a heading, with a value behind it a label. */
    private static final GatedPattern DEGREE_LABEL = GatedPattern.compile("学\\s*历\\s*$");

    /** "工作经验：13年" is a label with its value. */
    private static final GatedPattern NUMBER_OF_YEARS = GatedPattern.compile(
            "^(?:\\d{1,2}(?:\\.\\d)?\\s?(?:\\+|-\\s?\\d{1,2})?|[一二三四五六七八九十]{1,3})\\s?(?:多)?年|^(?:无|应届)");
    /** Headings in some forms, labels in others: a heading when an entry follows. */
    private static final GatedPattern LABEL_TOO = GatedPattern.compile("(?:最高)?学历|语言|证书|专长|证照|技能|地址|联系");

    private SectionFinder() {}

    /** The lines with their sections; headings themselves are left out. */
    static List<Placed> place(List<Line> lines) {
        List<Placed> placed = new ArrayList<>();
        Section section = Section.HEAD;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            Optional<Section> heading =
                    line.length() <= LONGEST_HEADING ? Headings.section(line.folded()) : Optional.empty();
            Optional<Section> upright = upright(lines, i);
            if (upright.isPresent()) {
                section = upright.get();
                placed.add(new Placed(line, section, true));
                Line next = lines.get(i + 1);
                placed.add(new Placed(next.part(HALF, next.length()), section, false));
                i++;
                continue;
            }
            if (heading.isPresent() && !isLabel(section, heading.get(), lines, i)) {
                section = heading.get();
                placed.add(new Placed(line, section, true));
                continue;
            }
            Matcher inline = INLINE.matcher(line.folded());
            Optional<Section> begun =
                    inline.find() && !DEGREE_LABEL.matcher(inline.group(1)).find()
                            ? Headings.section(inline.group(1))
                            : Optional.empty();
            if (begun.isPresent()
                    && opensWithText(begun.get())
                    && !(begun.get() == Section.EMPLOYMENT && tellsYears(line, inline.end()))
                    && !asksForReferee(section, begun.get())
                    && !isLabelOfEntry(section, inline.group(1))) {
                placed.add(new Placed(line.part(0, inline.end(1)), begun.get(), true));
                placed.add(new Placed(line.part(inline.end(), line.length()), begun.get(), false));
                section = isOneLineOfForm(section, begun.get(), lines, i) ? section : begun.get();
            } else {
                placed.add(new Placed(line, section, false));
            }
        }
        return placed;
    }

    /** "工作" above "经历": a heading written in two lines at the side of a form. */
    private static Optional<Section> upright(List<Line> lines, int index) {
        String above = lines.get(index).folded();
        if (above.length() != HALF || index + 1 >= lines.size()) {
            return Optional.empty();
        }
        String below = lines.get(index + 1).folded();
        return below.length() > HALF && below.charAt(HALF) == '\t'
                ? Headings.section(above + below.substring(0, HALF)).filter(section -> section != Section.PERSONAL)
                : Optional.empty();
    }

    /** Nobody's resume begins with its referees: a form asks who recommended the applicant. */
    private static boolean asksForReferee(Section now, Section begun) {
        return now == Section.HEAD && begun == Section.REFERENCE;
    }

    /** Whether the words of a heading are a label here. */
    private static boolean isLabel(Section now, Section begun, List<Line> lines, int index) {
        String folded = lines.get(index).folded();
        return isLabelOfForm(lines, index)
                || asksForReferee(now, begun)
                || folded.endsWith(":") && isLabelOfEntry(now, folded.replace(":", ""));
    }

    private static boolean isLabelOfEntry(Section section, String word) {
        return section == Section.EMPLOYMENT && ONE_PROJECT.matcher(word).matches()
                || (section == Section.EMPLOYMENT || section == Section.PROJECT)
                        && LABEL_OF_ENTRY.matcher(word).matches();
    }

    /** "执业资格：二级建造师" between "电话：…" and "学历：…" of a form opens no part of the resume. */
    private static boolean isOneLineOfForm(Section now, Section begun, List<Line> lines, int index) {
        return (now == Section.HEAD || now == Section.PERSONAL)
                && OF_ONE_LINE.contains(begun)
                && index + 1 < lines.size()
                && Labels.read(lines.get(index + 1)).stream()
                        .limit(1)
                        .anyMatch(label ->
                                label.start() == 0 && !label.isEmpty() && !LABELS_OF_SKILL.contains(label.field()));
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
                && Headings.section(after.folded()).isEmpty();
    }

    /** Of these sections the first words may stand on the heading's own line. */
    private static boolean opensWithText(Section section) {
        return section != Section.PERSONAL && section != Section.RECENT;
    }

    /** @param heading whether the line is the heading itself */
    record Placed(Line line, Section section, boolean heading) {}
}
