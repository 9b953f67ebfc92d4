package org.talentrecall.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/** The forms in which people send the text of a resume, made of that text. */
enum RenderedForm {
    /** Word: a paragraph a line, short lines without a value as headings. */
    DOCX {
        @Override
        byte[] render(String text, CjkFont font) throws IOException {
            return word(text, false);
        }
    },
    /** Word, with labels and values and whatever stands in columns in the cells of tables. */
    DOCX_TABLES {
        @Override
        byte[] render(String text, CjkFont font) throws IOException {
            return word(text, true);
        }
    },
    /** Pages of A4, lines broken where the paper ends. */
    PDF {
        @Override
        byte[] render(String text, CjkFont font) throws IOException {
            return PdfPages.of(text, font, null);
        }
    };

    private static final int LONGEST_HEADING = 10;
    private static final Pattern LABELLED = Pattern.compile("^\\s*([^:：\\t]{2,8}[:：])\\s*([^:：\\t]{1,40})$");
    /** What XML cannot carry. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]");

    abstract byte[] render(String text, CjkFont font) throws IOException;

    private static byte[] word(String text, boolean tables) throws IOException {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            List<List<String>> table = new ArrayList<>();
            for (String written : UNPRINTABLE.matcher(text).replaceAll(" ").split("\\r?\\n|\\r")) {
                List<String> cells = tables ? cells(written) : List.of();
                if (!cells.isEmpty()) {
                    table.add(cells);
                    continue;
                }
                endTable(document, table);
                paragraph(document.createParagraph(), written);
            }
            endTable(document, table);
            document.write(out);
            return out.toByteArray();
        }
    }

    /** The cells of a line that a table would hold; none for any other line. */
    private static List<String> cells(String line) {
        if (line.strip().indexOf('\t') > 0) {
            return List.of(line.split("\\t+", -1));
        }
        Matcher labelled = LABELLED.matcher(line);
        return labelled.matches() ? List.of(labelled.group(1), labelled.group(2)) : List.of();
    }

    private static void endTable(XWPFDocument document, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        int width = rows.stream().mapToInt(List::size).max().orElse(1);
        XWPFTable table = document.createTable(rows.size(), width);
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < rows.get(i).size(); j++) {
                table.getRow(i).getCell(j).setText(rows.get(i).get(j));
            }
        }
        rows.clear();
    }

    private static void paragraph(XWPFParagraph paragraph, String line) {
        XWPFRun run = paragraph.createRun();
        String bare = line.strip();
        if (!bare.isEmpty() && bare.length() <= LONGEST_HEADING && bare.matches("[\\p{L}\\s]+")) {
            run.setBold(true);
            run.setFontSize(14);
        }
        String[] cells = line.split("\\t", -1);
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) {
                run.addTab();
            }
            run.setText(cells[i]);
        }
    }
}
