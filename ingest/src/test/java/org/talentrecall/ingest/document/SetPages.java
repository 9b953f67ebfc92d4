package org.talentrecall.ingest.document;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Sets text on the pages of a PDF as a word processor does. The font is one that readers bring along, so that nothing has to
 * be installed: Chinese characters are as wide as they are high, others half of that.
 */
final class SetPages {
    static final int SIZE = 10;
    private static final int LEADING = 15;
    private static final int TOP = 780;
    private static final String BEGINNERS_NOT = "，。、；：）！？";

    private final List<StringBuilder> pages = new ArrayList<>();
    private int height = TOP;

    SetPages() {
        page();
    }

    SetPages page() {
        pages.add(new StringBuilder());
        height = TOP;
        return this;
    }

    /** Back to the upper edge, for the next column. */
    SetPages top() {
        height = TOP;
        return this;
    }

    /** Pieces of one line, each behind where it begins. */
    SetPages line(Object... pieces) {
        for (int i = 0; i < pieces.length; i += 2) {
            show((int) pieces[i], height, (String) pieces[i + 1]);
        }
        height -= LEADING;
        return this;
    }

    /** At a place of the page, beside the lines. */
    SetPages at(int left, int bottom, String text) {
        show(left, bottom, text);
        return this;
    }

    /** A paragraph between two margins; Chinese breaks anywhere but before a closing mark, words only at blanks. */
    SetPages paragraph(int left, int right, String text) {
        StringBuilder line = new StringBuilder();
        for (String unit : text.split("(?<=[^\\x21-\\x7e])|(?<=[\\x21-\\x7e])(?![\\x21-\\x7e])")) {
            boolean stays = line.length() > 0 && BEGINNERS_NOT.contains(unit);
            if (left + width(line + unit.stripTrailing()) > right && !stays) {
                line(left, line.toString().stripTrailing());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? unit.stripLeading() : unit);
        }
        return line(left, line.toString());
    }

    static int width(String text) {
        return text.codePoints().map(point -> point < 0x7f ? SIZE / 2 : SIZE).sum();
    }

    private void show(int left, int bottom, String text) {
        StringBuilder hex = new StringBuilder();
        for (char unit : text.toCharArray()) {
            hex.append(String.format(Locale.ROOT, "%04X", (int) unit));
        }
        pages.get(pages.size() - 1)
                .append("BT /F " + SIZE + " Tf " + left + " " + bottom + " Td <" + hex + "> Tj ET\n");
    }

    byte[] pdf() {
        List<String> objects = new ArrayList<>();
        StringBuilder kids = new StringBuilder();
        objects.add("<</Type/Catalog/Pages 2 0 R>>");
        objects.add("");
        objects.add("<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>");
        objects.add("<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/W[1 95 500 814 939 500]"
                + "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 5 0 R>>");
        objects.add("<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0"
                + "/Ascent 880/Descent -120/CapHeight 880/StemV 93>>");
        for (StringBuilder page : pages) {
            int number = objects.size() + 1;
            kids.append(number).append(" 0 R ");
            objects.add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents " + (number + 1)
                    + " 0 R/Resources<</Font<</F 3 0 R>>>>>>");
            objects.add("<</Length " + page.length() + ">>\nstream\n" + page + "endstream");
        }
        objects.set(1, "<</Type/Pages/Count " + pages.size() + "/Kids[" + kids + "]>>");
        return file(objects);
    }

    private static byte[] file(List<String> objects) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        StringBuilder table = new StringBuilder("xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n");
        pdf.writeBytes(ascii("%PDF-1.4\n"));
        for (int i = 0; i < objects.size(); i++) {
            table.append(String.format(Locale.ROOT, "%010d 00000 n %n", pdf.size()));
            pdf.writeBytes(ascii((i + 1) + " 0 obj\n" + objects.get(i) + "\nendobj\n"));
        }
        int at = pdf.size();
        pdf.writeBytes(ascii(
                table + "trailer\n<</Size " + (objects.size() + 1) + "/Root 1 0 R>>\nstartxref\n" + at + "\n%%EOF\n"));
        return pdf.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
