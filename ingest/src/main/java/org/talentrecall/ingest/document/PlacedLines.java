package org.talentrecall.ingest.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Takes down where the lines of a PDF stand, page by page, as PDFBox finds them. For one document, by one thread. */
final class PlacedLines extends PDFTextStripper {
    /** A gap from which on two pieces of a line are cells beside each other, in ems. */
    private static final float CELL_GAP = 1.5f;
    /** Chinese is written without blanks, so that less of a gap tells the same. */
    private static final float HAN_CELL_GAP = 0.75f;

    private static final String CLOSING = "，。、；：！？）】》」』”’,.;:!?)]}%％·…";
    private static final float LATIN_EM = 1.9f;

    private final List<List<PlacedLine>> pages = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final List<TextPosition> line = new ArrayList<>();
    private final int limit;
    private int characters;
    private List<PlacedLine> page = new ArrayList<>();

    /** @param limit how many characters at most; more ends the reading with an exception */
    PlacedLines(int limit) {
        this.limit = limit;
        setSuppressDuplicateOverlappingText(false);
    }

    /**
     * What was read.
     *
     * @param count how many pages the document has; those that show nothing are passed over by PDFBox
     */
    List<List<PlacedLine>> pages(int count) {
        fillUp(count);
        return pages;
    }

    private void fillUp(int count) {
        while (pages.size() < count) {
            pages.add(List.of());
        }
    }

    @Override
    protected void startPage(PDPage page) {
        fillUp(getCurrentPageNo() - 1);
        line.clear();
        text.setLength(0);
        this.page = new ArrayList<>();
    }

    @Override
    protected void endPage(PDPage page) {
        endLine();
        pages.add(this.page);
    }

    @Override
    protected void writeString(String word, List<TextPosition> positions) throws IOException {
        characters += word.length();
        if (characters > limit) {
            throw new IOException("more text than the limit");
        }
        if (!line.isEmpty() && !positions.isEmpty() && isCellGap(positions.get(0), positions)) {
            text.setLength(text.toString().stripTrailing().length());
            text.append('\t');
        }
        text.append(word);
        line.addAll(positions);
    }

    private boolean isCellGap(TextPosition next, List<TextPosition> word) {
        TextPosition last = line.get(line.size() - 1);
        float gap = next.getXDirAdj() - last.getXDirAdj() - last.getWidthDirAdj();
        boolean han = isHan(last.getUnicode().codePointAt(0))
                || isHan(next.getUnicode().codePointAt(0));
        return gap >= (han ? HAN_CELL_GAP : CELL_GAP) * em(line) && !isSpread(word);
    }

    /** Labels of forms are spread to one width: 姓 名. */
    private boolean isSpread(List<TextPosition> word) {
        int cell = text.lastIndexOf("\t") + 1;
        String before = PlacedLine.key(text.substring(cell));
        StringBuilder after = new StringBuilder();
        word.forEach(position -> after.append(position.getUnicode()));
        String first = PlacedLine.key(after.toString());
        return before.length() == 1
                && isHan(before.codePointAt(0))
                && !first.isEmpty()
                && isHan(first.codePointAt(0))
                && (first.length() == 1 || !isHan(first.codePointAt(1)));
    }

    @Override
    protected void writeWordSeparator() {
        text.append(' ');
    }

    @Override
    protected void writeLineSeparator() {
        endLine();
    }

    @Override
    protected void writeParagraphSeparator() {
        endLine();
    }

    @Override
    protected void writeParagraphEnd() {
        endLine();
    }

    private void endLine() {
        List<TextPosition> seen = line.stream()
                .filter(position -> !position.getUnicode().isBlank())
                .toList();
        if (!seen.isEmpty()) {
            TextPosition first = seen.get(0);
            TextPosition last = seen.get(seen.size() - 1);
            TextPosition inner =
                    seen.size() > 1 && CLOSING.contains(last.getUnicode()) ? seen.get(seen.size() - 2) : last;
            page.add(new PlacedLine(
                    text.toString(),
                    first.getXDirAdj(),
                    end(last),
                    end(inner),
                    first.getYDirAdj(),
                    em(seen),
                    lead(),
                    first.getWidthDirAdj()));
        }
        line.clear();
        text.setLength(0);
    }

    private static float end(TextPosition position) {
        return position.getXDirAdj() + position.getWidthDirAdj();
    }

    private static float em(List<TextPosition> positions) {
        float sum = 0;
        int count = 0;
        for (TextPosition position : positions) {
            if (isFullWidth(position.getUnicode().codePointAt(0))) {
                return position.getWidthDirAdj();
            }
            if (!position.getUnicode().isBlank()) {
                sum += position.getWidthDirAdj();
                count++;
            }
        }
        return count == 0 ? 0 : sum / count * LATIN_EM;
    }

    /** How far the first word reaches, with what may not be parted from it. */
    private float lead() {
        float from = -1;
        float to = 0;
        boolean latin = false;
        for (TextPosition position : line) {
            String unicode = position.getUnicode();
            boolean blank = unicode.isBlank();
            if (from < 0 && blank) {
                continue;
            }
            if (from >= 0 && (blank || !continuesWord(unicode, latin))) {
                break;
            }
            latin |= from < 0 && !isHan(unicode.codePointAt(0));
            from = from < 0 ? position.getXDirAdj() : from;
            to = position.getXDirAdj() + position.getWidthDirAdj();
        }
        return from < 0 ? 0 : to - from;
    }

    private static boolean continuesWord(String unicode, boolean latin) {
        return CLOSING.contains(unicode) || latin && !isHan(unicode.codePointAt(0));
    }

    private static boolean isFullWidth(int codePoint) {
        return isHan(codePoint)
                || codePoint >= 0x3001 && codePoint <= 0x303F
                || codePoint >= 0xFF01 && codePoint <= 0xFF5E;
    }

    static boolean isHan(int codePoint) {
        return Character.isIdeographic(codePoint);
    }
}
