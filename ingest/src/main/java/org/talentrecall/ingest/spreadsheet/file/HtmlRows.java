package org.talentrecall.ingest.spreadsheet.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Rows of the tables of a web page, as HR systems export them under the name xls. All tables of the page form one sheet;
 * rows are counted from the first. A cell that spans several rows stands in its first one.
 */
final class HtmlRows implements WorkbookRows {
    private static final int MOST_SPAN = 1_000;

    private final StreamParser parser;
    private final List<MergedCells> merges = new ArrayList<>();
    /** By column, how many of the next rows a cell from above reaches into. */
    private final Map<Integer, Integer> reaching = new HashMap<>();

    private int number;

    private HtmlRows(StreamParser parser) {
        this.parser = parser;
    }

    static HtmlRows open(Path file, Charset charset) throws IOException {
        Reader text = new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset));
        return new HtmlRows(new StreamParser(Parser.htmlParser()).parse(text, ""));
    }

    @Override
    public @Nullable SheetRow next() throws IOException {
        while (true) {
            Element row = parser.selectNext("tr");
            if (row == null) {
                return null;
            }
            number++;
            List<SheetCell> cells = cells(row);
            boolean hidden = row.attr("style").replace(" ", "").contains("display:none");
            row.remove();
            if (!cells.isEmpty()) {
                return new SheetRow("", 0, false, number, cells, hidden);
            }
        }
    }

    private List<SheetCell> cells(Element row) {
        List<SheetCell> cells = new ArrayList<>();
        int column = 0;
        for (Element cell : row.children()) {
            if (!cell.normalName().equals("td") && !cell.normalName().equals("th")) {
                continue;
            }
            column = free(column);
            int wide = span(cell.attr("colspan"));
            int high = span(cell.attr("rowspan"));
            if (column + wide > Columns.MOST) {
                break;
            }
            if (wide > 1 || high > 1) {
                merges.add(new MergedCells(
                        number, number + high - 1, Columns.name(column), Columns.name(column + wide - 1)));
            }
            for (int i = column; i < column + wide && high > 1; i++) {
                reaching.put(i, high);
            }
            String text = text(cell);
            if (!text.isBlank()) {
                cells.add(new SheetCell(Columns.name(column), new CellValue.Text(text)));
            }
            column += wide;
        }
        reaching.replaceAll((at, rows) -> rows - 1);
        reaching.values().removeIf(rows -> rows <= 0);
        return cells;
    }

    private int free(int column) {
        int at = column;
        while (reaching.containsKey(at)) {
            at++;
        }
        return at;
    }

    private static int span(String attribute) {
        return Math.min(MOST_SPAN, Math.max(1, Xml.number(attribute.isBlank() ? null : attribute, 1)));
    }

    /** Words as a browser shows them: blanks run together, lines break where the page breaks them. */
    private static String text(Element cell) {
        StringBuilder text = new StringBuilder();
        cell.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode words) {
                    text.append(words.getWholeText().replaceAll("[ \\t\\r\\n]+", " "));
                } else if (node instanceof Element element
                        && (element.normalName().equals("br") || depth > 0 && element.isBlock())
                        && !text.isEmpty()) {
                    text.append('\n');
                }
            }
        });
        String whole = text.toString()
                .replace('\u00a0', ' ')
                .replaceAll(" *\n[ \n]*", "\n")
                .strip();
        return whole.length() <= XlsxText.MOST_CHARACTERS ? whole : whole.substring(0, XlsxText.MOST_CHARACTERS);
    }

    /** Those that began in the rows read so far. */
    @Override
    public List<MergedCells> merges() {
        return List.copyOf(merges);
    }

    @Override
    public @Nullable LocalDate savedOn() {
        return null;
    }

    @Override
    public void close() {
        parser.close();
    }
}
