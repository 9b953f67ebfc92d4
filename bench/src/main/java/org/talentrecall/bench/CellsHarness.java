package org.talentrecall.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talentrecall.ingest.spreadsheet.file.CellValue;
import org.talentrecall.ingest.spreadsheet.file.SheetCell;
import org.talentrecall.ingest.spreadsheet.file.SheetRow;
import org.talentrecall.ingest.spreadsheet.file.UnreadableWorkbook;
import org.talentrecall.ingest.spreadsheet.file.WorkbookFile;
import org.talentrecall.ingest.spreadsheet.file.WorkbookRows;

/**
 * Compares cell texts with those that Excel itself exports: {@code cells DIR CSVDIR [--each]}, where CSVDIR holds {@code
 * NAME.N.csv} for sheet N, counted from 0, of the workbook NAME in DIR. Prints the share of equal cells over all sheets
 * that can be read, and how the others differ; {@code --each} also lists those. Signs that the export's charset lacks are
 * question marks or underscores there and count as equal.
 */
public final class CellsHarness {
    private static final double LEAST = 0.99;
    private static final Pattern NAME = Pattern.compile("(.+)\\.(\\d+)\\.csv");
    private static final Charset ANSI = Charset.forName("windows-1252");
    private static final int SHOWN_OF_A_CLASS = 3;
    private static final int SAMPLE = 300;
    private static final int MOST_OFFSET = 200;

    private final Path workbooks;
    private final boolean each;
    private final PrintStream out;
    private final Map<String, Integer> differences = new TreeMap<>();
    private final Map<String, List<String>> examples = new HashMap<>();
    private final Map<String, Integer> perSheet = new TreeMap<>();
    private long equal;
    private long compared;
    private int sheets;
    private final List<String> unreadable = new ArrayList<>();

    private CellsHarness(Path workbooks, boolean each, PrintStream out) {
        this.workbooks = workbooks;
        this.each = each;
        this.out = out;
    }

    public static void main(String[] args) throws IOException {
        boolean each = args.length == 3 && args[2].equals("--each");
        if (args.length != 2 && !each) {
            System.err.println("Usage: cells DIR CSVDIR [--each], where CSVDIR holds NAME.N.csv for workbook NAME");
            System.exit(2);
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        CellsHarness harness = new CellsHarness(Path.of(args[0]), each, out);
        List<Path> exports;
        try (Stream<Path> files = Files.list(Path.of(args[1]))) {
            exports = files.sorted().toList();
        }
        for (Path export : exports) {
            harness.compare(export);
        }
        System.exit(harness.print() ? 0 : 1);
    }

    private void compare(Path export) throws IOException {
        Matcher name = NAME.matcher(String.valueOf(export.getFileName()));
        Path workbook = name.matches() ? workbooks.resolve(name.group(1)) : null;
        if (workbook == null || !Files.exists(workbook)) {
            return;
        }
        Map<Long, CellValue> ours = new HashMap<>();
        try {
            read(workbook, Integer.parseInt(name.group(2)), ours);
        } catch (UnreadableWorkbook why) {
            unreadable.add(name.group(1) + ": " + why.code());
            return;
        }
        sheets++;
        Map<Long, String> theirs = exported(export);
        long corner = corner(ours, theirs);
        Map<Long, CellValue> left = new HashMap<>(ours);
        theirs.forEach((place, text) -> add(export, place, left.remove(place + corner), text));
        left.forEach((place, value) -> add(export, place - corner, value, ""));
    }

    /** Excel exports the used range, which may begin below and right of A1: the place where most cells agree. */
    private static long corner(Map<Long, CellValue> ours, Map<Long, String> theirs) {
        long firstRow =
                ours.keySet().stream().mapToLong(place -> place >> 16).min().orElse(0);
        long firstColumn =
                ours.keySet().stream().mapToLong(place -> place & 0xffff).min().orElse(0);
        List<Long> sample = theirs.keySet().stream().sorted().limit(SAMPLE).toList();
        long best = 0;
        long most = -1;
        for (long row = 0; row <= Math.min(MOST_OFFSET, firstRow); row++) {
            for (long column = 0; column <= Math.min(MOST_OFFSET, firstColumn); column++) {
                long offset = row << 16 | column;
                long agree = sample.stream()
                        .filter(place -> {
                            CellValue value = ours.get(place + offset);
                            return value != null && same(value.displayed(), theirs.getOrDefault(place, ""));
                        })
                        .count();
                if (agree > most) {
                    most = agree;
                    best = offset;
                }
            }
        }
        return best;
    }

    private static void read(Path workbook, int sheet, Map<Long, CellValue> cells)
            throws IOException, UnreadableWorkbook {
        try (WorkbookRows rows = WorkbookFile.open(workbook)) {
            for (SheetRow row = rows.next(); row != null && row.sheetIndex() <= sheet; row = rows.next()) {
                if (row.sheetIndex() == sheet) {
                    for (SheetCell cell : row.cells()) {
                        cells.put(place(row.number() - 1, column(cell.column())), cell.value());
                    }
                }
            }
        }
    }

    private static long place(int row, int column) {
        return (long) row << 16 | column;
    }

    private static int column(String letters) {
        int index = 0;
        for (int i = 0; i < letters.length(); i++) {
            index = index * 26 + letters.charAt(i) - 'A' + 1;
        }
        return index - 1;
    }

    private static Map<Long, String> exported(Path export) throws IOException {
        Map<Long, String> cells = new HashMap<>();
        int row = 0;
        try (CsvReader<CsvRecord> records =
                CsvReader.builder().skipEmptyLines(false).ofCsvRecord(text(export))) {
            for (CsvRecord each : records) {
                for (int column = 0; column < each.getFieldCount(); column++) {
                    if (!each.getField(column).isBlank()) {
                        cells.put(place(row, column), each.getField(column));
                    }
                }
                row++;
            }
        }
        return cells;
    }

    private static String text(Path export) throws IOException {
        byte[] bytes = Files.readAllBytes(export);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, ANSI);
        }
    }

    private void add(Path export, long place, @Nullable CellValue ours, String theirs) {
        String shown = ours == null ? "" : ours.displayed();
        if (shown.isBlank() && theirs.isBlank()) {
            return;
        }
        compared++;
        if (same(shown, theirs)) {
            equal++;
            return;
        }
        String kind = classOf(ours, shown, theirs);
        differences.merge(kind, 1, Integer::sum);
        perSheet.merge(String.valueOf(export.getFileName()), 1, Integer::sum);
        String where = export.getFileName() + " row " + ((place >> 16) + 1) + " column " + ((place & 0xffff) + 1)
                + ": [" + shortened(shown) + "] for Excel's [" + shortened(theirs) + "]";
        examples.computeIfAbsent(kind, key -> new ArrayList<>()).add(where);
    }

    private static String shortened(String text) {
        String line = text.replace("\n", "\\n").replace("\r", "\\r");
        return line.length() > 70 ? line.substring(0, 70) + "…" : line;
    }

    private static boolean same(String ours, String theirs) {
        String left = lines(ours);
        String right = lines(theirs);
        if (left.equals(right)) {
            return true;
        }
        if (left.length() != right.length()) {
            return false;
        }
        for (int i = 0; i < left.length(); i++) {
            boolean lost = "?_".indexOf(right.charAt(i)) >= 0 && left.charAt(i) > 0x7e;
            if (left.charAt(i) != right.charAt(i) && !lost) {
                return false;
            }
        }
        return true;
    }

    private static String lines(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static String classOf(@Nullable CellValue ours, String shown, String theirs) {
        if (ours == null) {
            return "not read";
        }
        if (theirs.isBlank()) {
            return "read, blank in Excel's";
        }
        if (theirs.startsWith("##")) {
            return "too wide for Excel's column";
        }
        if (same(shown.strip(), theirs.strip())) {
            return "blanks at the ends";
        }
        return ours.getClass().getSimpleName().toLowerCase(Locale.ROOT) + " shown otherwise";
    }

    private boolean print() {
        unreadable.stream().distinct().sorted().forEach(line -> out.println("unreadable " + line));
        differences.forEach((kind, count) -> {
            out.printf(Locale.ROOT, "%,9d  %s%n", count, kind);
            List<String> all = examples.getOrDefault(kind, List.of());
            all.stream()
                    .limit(each ? Long.MAX_VALUE : SHOWN_OF_A_CLASS)
                    .forEach(line -> out.println("             " + line));
        });
        perSheet.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(10)
                .forEach(entry -> out.println("most in " + entry.getKey() + ": " + entry.getValue()));
        double share = compared == 0 ? 0 : (double) equal / compared;
        out.printf(
                Locale.ROOT,
                "cells: %,d of %,d equal to Excel's in %d sheets: %.4f (at least %.2f)%n",
                equal,
                compared,
                sheets,
                share,
                LEAST);
        return share >= LEAST;
    }
}
