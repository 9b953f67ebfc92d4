package org.talentrecall.ingest.resume;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.text.GatedPattern;
import org.talentrecall.archive.text.TextFolding;

/**
 * A line with what is seen in it at first sight.
 *
 * @param period the span of time that it states for a post, a study or a project; null when it states none
 */
record Row(Line line, Section section, boolean heading, List<Labels.Labelled> labels, Periods.@Nullable Period period) {
    private static final GatedPattern BULLET = GatedPattern.compile(
            "^(?:\\d{1,2}\\s?[、.．)](?!\\d)|\\(\\d{1,2}\\)|[①-⑩]|[一二三四五六七八九十]、|[-–—●○■□◆◇★☆•·*?>►▪➢✓]+\\s?(?=[^\\s])|[a-z][).]\\s)");
    private static final GatedPattern DOING = GatedPattern.compile(
            "^(?:主要)?(?:负责|参与|协助|完成|主导|带领|独立|配合|熟练|熟悉|精通|掌握|通过|作为|根据|具有|具备|在此|在该|公司主|公司是|担任该|从事)"
                    + "|^(?:responsible|led|managed|built|developed|designed|created|implemented|worked|maintained|achieved|delivered|improved|reduced|increased|drove|owned|launched|introduced|wrote|supported) ");
    /** How a sentence goes on behind its dates. */
    private static final Pattern GOES_ON = Pattern.compile(
            "[,，\\s]*+(?:先后|曾经?|一直|毕业后?|分配|被|辞|本人|我|后|又|再|就|即|起|开始|期间)*(?:在|就读|毕业于|就职于|任职于|供职于|任(?!职)|加入).{6}");

    /** "2002年毕业于某某学校" is no piece of a table, so no head of the entry below. */
    private static final GatedPattern GRADUATED = GatedPattern.compile("\\d年?毕业于|就读于|年毕业的?$");

    /** What was done in a span of time within a post: "2015.03 – 2016.08 负责新厂的设备采购". */
    private static final GatedPattern DONE_WITHIN = GatedPattern.compile(
            "^[)）]、|^[\\s,，:)）】]*(?:期间|起)?[\\s,，:]*(?:[我曾又再并还]|主要|受公司|由公司)*(?:负责|承担|参与|参加|协助|主导|带领|独立|配合|牵头|主持|组织|协调|推行|推进|推动|完成|担任[^,，。;；]{2,20}(?:协调人|联络人|组长|负责人)[:,，]|被?派到|被?派往|被?派驻|被?派去|外派|驻[\\u4e00-\\u9fa5]{2}|支援|被?借调到|被?选派|跟岗|进修|挂职锻炼)");

    private static final GatedPattern IMPRINT = GatedPattern.compile("©|copyright|版权所有|all rights reserved");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}[.)]\\s+(?=[A-Z])");

    private static final int LONGEST_PIECE = 60;
    private static final int LONGEST_LATIN = 110;

    static Row of(SectionFinder.Placed placed) {
        Line line = placed.line();
        if (placed.heading()) {
            return new Row(line, placed.section(), true, List.of(), null);
        }
        List<Labels.Labelled> labels = Labels.read(line);
        Periods.Period period = period(line, labels);
        if (period == null && labels.isEmpty() && placed.section() == Section.EDUCATION) {
            period = Periods.graduation(line).orElse(null);
        }
        return new Row(line, placed.section(), false, labels, period);
    }

    static Periods.@Nullable Period period(Line line, List<Labels.Labelled> labels) {
        Periods.Period period = Periods.find(line).orElse(null);
        if (period == null || IMPRINT.isIn(line.folded())) {
            return null;
        }
        boolean inValue = labels.stream()
                .anyMatch(label -> label.field() != Field.PERIOD
                        && label.start() < period.start()
                        && period.start() < label.end()
                        && !(label.field() == Field.DEGREE
                                || label.field() == Field.SCHOOL
                                || label.field() == Field.COMPANY));
        return inValue ? null : period;
    }

    /** Whether a post, a study or a project begins with this line: a span of time and little else. */
    boolean isAnchor() {
        return period != null && !isProse();
    }

    /** A sentence about a span of time rather than a line of a table. */
    boolean isProse() {
        if (period == null) {
            return line.length() > LONGEST_PIECE && labels.isEmpty();
        }
        String rest = line.folded().substring(period.end());
        return line.length() - (period.end() - period.start()) > 90
                || GOES_ON.matcher(rest).lookingAt()
                || DONE_WITHIN.isIn(rest)
                || period.isOpen(line.folded()) && period.start() > 1 && isDescription()
                || Prose.isTold(line)
                || rest.indexOf('。') >= 0 && rest.indexOf('。') < rest.length() - 1 && line.length() > LONGEST_PIECE;
    }

    /** Words about the work done, not the name of a company, a title or a department. */
    boolean isDescription() {
        String text = line.folded();
        return text.length() > (TextFolding.hasHan(text) ? LONGEST_PIECE : LONGEST_LATIN)
                || BULLET.matcher(text).find() && !isNumberedPost()
                || DOING.matcher(text).find()
                || text.indexOf('。') >= 0
                || text.indexOf(';') >= 0
                || TextFolding.hasHan(text) && text.length() > 30 && (text.indexOf(',') >= 0 || text.indexOf('、') >= 0)
                || text.length() > 40 && text.endsWith(".") && !Wording.isSureCompany(text);
    }

    /** "1. Design Engineer": English careers are numbered; Chinese numbers count duties. */
    private boolean isNumberedPost() {
        String text = line.text();
        return NUMBER.matcher(text).lookingAt()
                && !TextFolding.hasHan(text)
                && text.length() <= LONGEST_PIECE
                && (Wording.isTitle(text) || Wording.isSureCompany(text));
    }

    boolean isShortPiece() {
        return !heading
                && labels.isEmpty()
                && period == null
                && !isDescription()
                && !GRADUATED.isIn(line.folded())
                && line.length() <= (TextFolding.hasHan(line.folded()) ? 45 : LONGEST_LATIN);
    }
}
