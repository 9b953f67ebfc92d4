package org.talentrecall.ingest.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Joins the lines of a PDF again that were broken only because the paper ends: a PDF knows lines, and a sentence in two of
 * them is not read as one. A line goes on in the next one when its right end is so near to the margin that the next line's
 * first word had no room left, both are set alike and stand as near as lines of a paragraph do, and the next begins
 * nothing of its own, such as an item of a list.
 */
final class BrokenLines {
    private static final Pattern BEGINS_ITEM = Pattern.compile(
            "^\\s*(?:[●•■◆▪◇○★☆※►▶➢✓√·*\\-–—>»]|[（(]?(?:\\d{1,2}|[一二三四五六七八九十]{1,3}|[a-zA-Z])[)）、．]|\\d{1,2}\\.(?!\\d)|[①-⑳]|[【〖])");
    /** "2011/05 -- 2012/05", "2009年7月 - 至今". */
    private static final Pattern BEGINS_SPAN =
            Pattern.compile("^\\s*(?:19|20)\\d{2}\\s*[-./年]\\s*\\d{0,2}\\s*月?\\s*[-–—~至到]");

    private static final Pattern LABEL = Pattern.compile("^\\s*[\\p{L}\\s]{2,10}[:：]");
    private static final Pattern ENDS_SENTENCE = Pattern.compile("[。！？!?；;]\\s*$|[^.]\\.\\s*$");
    private static final Pattern PAGE_NUMBER = Pattern.compile(
            "^\\s*(?:(?:page|第)?\\s*[-–—]?\\s*\\d{1,3}\\s*[-–—]?\\s*页?(?:\\s*(?:/|of|共|，|,)+\\s*\\d{1,3}\\s*页?)?)\\s*$",
            Pattern.CASE_INSENSITIVE);

    /** How near to the margin lines end that are told to end at it, in ems. */
    private static final float NEAR = 1.0f;
    /** Lines end together at a margin, not by chance, when so many do. */
    private static final int TOGETHER = 3;
    /** Narrower columns hold lists whose items are of one length. */
    private static final float NARROWEST = 12;

    private static final float SAME_PLACE = 2;
    private static final float SAME_SIZE = 0.1f;
    private static final float SAME_LEADING = 1.4f;
    private static final float LARGEST_LEADING = 3;
    private static final float LARGEST_INDENT = 4.5f;
    private static final float FULL_PAGE = 0.78f;

    private final List<List<PlacedLine>> placed;
    private final float margin;
    private final float leading;
    private final Set<String> furniture;
    private final boolean insideWords;

    BrokenLines(List<List<PlacedLine>> placed) {
        this.placed = placed;
        this.margin = margin();
        this.leading = leading();
        this.furniture = furniture();
        this.insideWords = breaksInsideWords();
    }

    /** The text of each page with whole lines; a line that goes on behind a page's end is put on the page where it begins. */
    List<String> join() {
        List<List<StringBuilder>> joined = new ArrayList<>();
        Laid open = null;
        StringBuilder openText = new StringBuilder();
        int openPage = 0;
        for (List<PlacedLine> page : placed) {
            List<StringBuilder> lines = new ArrayList<>();
            joined.add(lines);
            for (PlacedLine line : page) {
                if (open != null && goesOn(open, line, openPage < joined.size())) {
                    append(openText, line);
                    open = new Laid(line, open.start == null ? open.line : open.start);
                    openPage = joined.size();
                    continue;
                }
                StringBuilder text = new StringBuilder(line.text());
                lines.add(text);
                if (!isFurniture(line)) {
                    open = new Laid(line, null);
                    openText = text;
                    openPage = joined.size();
                }
            }
        }
        return joined.stream()
                .map(lines -> lines.stream()
                        .map(line -> line.toString().stripTrailing())
                        .collect(Collectors.joining("\n")))
                .toList();
    }

    /**
     * A line within its paragraph.
     *
     * @param start where the paragraph began that it belongs to; null when it begins one itself
     */
    private record Laid(PlacedLine line, @Nullable PlacedLine start) {}

    private boolean goesOn(Laid former, PlacedLine below, boolean overPage) {
        PlacedLine above = former.line();
        if (isFurniture(below)) {
            return false;
        }
        boolean alike = Math.abs(above.em() - below.em()) <= SAME_SIZE * above.em();
        boolean near = overPage || isNear(above, below);
        boolean row = above.text().indexOf('\t') != above.text().lastIndexOf('\t');
        return alike
                && !row
                && near
                && hadNoRoom(above, below)
                && isAligned(former.start() == null ? above : former.start(), former.start() != null, below)
                && isOpen(above, below, overPage);
    }

    private boolean isNear(PlacedLine above, PlacedLine below) {
        float distance = below.baseline() - above.baseline();
        return distance > 0 && distance <= leading * SAME_LEADING;
    }

    /** Whether the words had to go to the next line. */
    private boolean hadNoRoom(PlacedLine above, PlacedLine below) {
        float end = above.right() + below.lead();
        return margin > 0 && end > margin && above.right() <= margin + above.em() || endsWithNeighbours(above, below);
    }

    /** Columns have margins of their own, which only the lines of the column tell. */
    private boolean endsWithNeighbours(PlacedLine above, PlacedLine below) {
        if (above.width() < NARROWEST * above.em() || above.text().indexOf('\t') >= 0) {
            return false;
        }
        for (List<PlacedLine> page : placed) {
            if (!page.contains(above)) {
                continue;
            }
            List<PlacedLine> column = page.stream()
                    .filter(line -> line.left() < above.right() && line.right() > above.left())
                    .toList();
            float end =
                    (float) column.stream().mapToDouble(PlacedLine::inner).max().orElse(0);
            long there = column.stream()
                    .filter(line -> Math.abs(end - line.right()) <= NEAR * above.em())
                    .count();
            return there >= TOGETHER && above.right() + below.lead() > end && above.right() <= end + above.em();
        }
        return false;
    }

    /** Below the paragraph's first line, or below its text where that has a mark before it, or back from its indent. */
    private static boolean isAligned(PlacedLine start, boolean settled, PlacedLine below) {
        float shift = below.left() - start.left();
        if (Math.abs(shift) <= SAME_PLACE) {
            return true;
        }
        if (Math.abs(shift) > LARGEST_INDENT * start.em()) {
            return LABEL.matcher(start.text()).lookingAt() && shift > 0 && shift < start.width() / 2;
        }
        return shift < 0 ? !settled || Math.abs(shift) < LARGEST_INDENT * start.em() : begins(start.text());
    }

    private static boolean begins(String text) {
        return BEGINS_ITEM.matcher(text).find() || LABEL.matcher(text).lookingAt();
    }

    /** Whether the words themselves may go on. */
    private boolean isOpen(PlacedLine above, PlacedLine below, boolean overPage) {
        String next = below.text();
        if (BEGINS_ITEM.matcher(next).find() || BEGINS_SPAN.matcher(next).find()) {
            return false;
        }
        boolean ended = ENDS_SENTENCE.matcher(above.text()).find();
        boolean reachesFar = below.width() >= NARROWEST * below.em();
        return !ended || !overPage && reachesFar && !LABEL.matcher(next).lookingAt();
    }

    private void append(StringBuilder text, PlacedLine line) {
        String next = line.text().stripLeading();
        int last = text.length() == 0 ? ' ' : text.codePointBefore(text.length());
        boolean letters = isLetter(last) && !next.isEmpty() && isLetter(next.codePointAt(0));
        text.append(letters && !insideWords ? " " : "").append(next);
    }

    private static boolean isLetter(int codePoint) {
        return Character.isLetterOrDigit(codePoint) && !PlacedLines.isHan(codePoint)
                || codePoint == ','
                || codePoint == ';'
                || codePoint == '.';
    }

    /** Whether this document's program breaks lines at any character: then no line leaves room for one. */
    private boolean breaksInsideWords() {
        int joints = 0;
        for (List<PlacedLine> page : placed) {
            for (int i = 0; i + 1 < page.size(); i++) {
                PlacedLine above = page.get(i);
                PlacedLine below = page.get(i + 1);
                String end = above.text().stripTrailing();
                int last = end.codePointBefore(end.length());
                boolean letters =
                        isLetter(last) && isLetter(below.text().stripLeading().codePointAt(0));
                if (letters && isNear(above, below) && hadNoRoom(above, below)) {
                    joints++;
                    if (above.right() + below.first() <= margin - 0.01f) {
                        return false;
                    }
                }
            }
        }
        return joints > 0;
    }

    /** Where the lines of the whole width end: where many do, or as far from the right edge as they begin from the left. */
    private float margin() {
        List<PlacedLine> all = placed.stream().flatMap(List::stream).toList();
        float end = (float) all.stream().mapToDouble(PlacedLine::inner).max().orElse(0);
        float begin = (float) all.stream().mapToDouble(PlacedLine::left).min().orElse(0);
        long there = all.stream()
                .filter(line -> Math.abs(end - line.right()) <= NEAR * line.em())
                .count();
        boolean wide = all.stream().anyMatch(line -> line.inner() == end && line.width() > NARROWEST * 2 * line.em());
        return there >= TOGETHER || wide && begin > 0 && end - begin > FULL_PAGE * (end + begin) ? end : 0;
    }

    /** How far lines usually stand apart. */
    private float leading() {
        List<Float> distances = new ArrayList<>();
        for (List<PlacedLine> page : placed) {
            for (int i = 0; i + 1 < page.size(); i++) {
                float distance = page.get(i + 1).baseline() - page.get(i).baseline();
                if (distance > 0 && distance < LARGEST_LEADING * page.get(i).em()) {
                    distances.add(distance);
                }
            }
        }
        distances.sort(null);
        return distances.isEmpty() ? 0 : distances.get(distances.size() / 2);
    }

    /** What stands at the same place of several pages. */
    private Set<String> furniture() {
        Map<String, Integer> counts = new HashMap<>();
        for (List<PlacedLine> page : placed) {
            Set<String> here = new HashSet<>();
            page.forEach(line -> here.add(place(line)));
            here.forEach(line -> counts.merge(line, 1, Integer::sum));
        }
        Set<String> repeated = new HashSet<>();
        counts.forEach((line, count) -> {
            if (count > 1) {
                repeated.add(line);
            }
        });
        return repeated;
    }

    private static String place(PlacedLine line) {
        return Math.round(line.baseline()) + " " + PlacedLine.key(line.text());
    }

    private boolean isFurniture(PlacedLine line) {
        return !furniture.isEmpty() && furniture.contains(place(line))
                || PAGE_NUMBER.matcher(line.text()).matches();
    }
}
