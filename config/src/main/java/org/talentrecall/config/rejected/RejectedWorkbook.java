package org.talentrecall.config.rejected;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.talentrecall.archive.intake.Container;
import org.talentrecall.archive.intake.Reconciliation.RejectedRecord;
import org.talentrecall.archive.record.ContentHash;
import org.talentrecall.archive.record.Locator;
import org.talentrecall.archive.record.RecordId;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.archive.store.ArchiveStore;
import org.talentrecall.config.Bundles;
import org.talentrecall.ingest.FileParser;
import org.talentrecall.ingest.spreadsheet.CorrectionReader;
import org.talentrecall.ingest.spreadsheet.Field;
import org.talentrecall.ingest.spreadsheet.OwnWorkbook;
import org.talentrecall.ingest.spreadsheet.RejectedSheets;
import org.talentrecall.ingest.spreadsheet.WorkbookPlace;
import org.talentrecall.ingest.spreadsheet.file.SheetCell;
import org.talentrecall.ingest.spreadsheet.file.SheetRow;
import org.talentrecall.ingest.spreadsheet.file.UnreadableWorkbook;

/**
 * Rejected rows as a workbook: each source sheet on a sheet of its own with its headers and all its columns, the reason in
 * an added column, the cell it is about coloured and with a note; other rejected things in a list. Cells are text and marked
 * as quoted, so no program takes one for a formula. A hidden column behind the reasons tells {@link CorrectionReader} what
 * each row was.
 */
public final class RejectedWorkbook {
    /** The sheet by which the workbook is known when it comes back. */
    private static final String MARK = OwnWorkbook.MARK + CorrectionReader.KIND;

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Map<String, Field> LACKING = Map.of(
            "NO_NAME", Field.NAME,
            "NO_TITLE", Field.POST,
            "NO_STATUS", Field.STATUS,
            "NO_CONTENT", Field.CONTENT,
            "NO_KIND", Field.UPDATE_KIND);
    private static final int LONGEST_CELL = 32_767;
    private static final int LONGEST_NAME = 31;
    private static final int WIDTH = 18 * 256;
    private static final int REASON_WIDTH = 60 * 256;

    private final ArchiveStore store;
    private final FileParser parser;
    private final ResourceBundle texts;
    private final ReasonText reasons;

    /** @param locale of what the workbook says itself */
    public RejectedWorkbook(ArchiveStore store, FileParser parser, Locale locale) {
        this.store = store;
        this.parser = parser;
        this.reasons = new ReasonText(locale);
        this.texts = Bundles.of("rejected.rejected", locale);
    }

    private record File(String source, String path) implements Comparable<File> {
        @Override
        public int compareTo(File other) {
            int bySource = source.compareTo(other.source);
            return bySource != 0 ? bySource : path.compareTo(other.path);
        }
    }

    /** The workbook's bytes. */
    public byte[] write(List<RejectedRecord> rejected) throws IOException {
        Map<File, List<RejectedRecord>> files = new TreeMap<>();
        for (RejectedRecord record : rejected) {
            String path = record.locator() instanceof Locator.Document document ? document.file() : "";
            files.computeIfAbsent(new File(record.source().value(), path), file -> new ArrayList<>())
                    .add(record);
        }
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            Styles styles = new Styles(workbook);
            List<RejectedRecord> others = new ArrayList<>();
            for (Map.Entry<File, List<RejectedRecord>> entry : files.entrySet()) {
                others.addAll(rows(workbook, styles, entry.getKey(), entry.getValue()));
            }
            if (!others.isEmpty() || workbook.getNumberOfSheets() == 0) {
                list(workbook, styles, others);
            }
            Sheet mark = workbook.createSheet(MARK);
            mark.createRow(0).createCell(0).setCellValue(MARK);
            workbook.setSheetVisibility(workbook.getSheetIndex(mark), SheetVisibility.VERY_HIDDEN);
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    /** Writes the rows that are found in the file; gives back what is not. */
    private List<RejectedRecord> rows(XSSFWorkbook workbook, Styles styles, File file, List<RejectedRecord> rejected)
            throws IOException {
        SourceId source = new SourceId(file.source());
        Optional<ContentHash> raw = store.intake()
                .container(source, file.path())
                .map(Container::fingerprint)
                .filter(fingerprint -> HASH.matcher(fingerprint).matches())
                .map(ContentHash::new);
        if (raw.isEmpty()) {
            return rejected;
        }
        Path copy = Files.createTempFile("recall-rejected", ".bin");
        try {
            try (InputStream in = store.raw().open(raw.get())) {
                Files.copy(in, copy, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
            Set<RecordId> wanted = rejected.stream().map(RejectedRecord::id).collect(Collectors.toSet());
            WorkbookPlace place = new WorkbookPlace(source, file.path(), raw.get());
            for (RejectedSheets.Sheet sheet :
                    RejectedSheets.of(copy, place, parser.rules(source, store.intake()), wanted)) {
                write(workbook, styles, file, sheet);
                sheet.rows().forEach(row -> wanted.remove(row.record()));
            }
            return rejected.stream().filter(one -> wanted.contains(one.id())).toList();
        } catch (UnreadableWorkbook | java.io.FileNotFoundException e) {
            return rejected;
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private void write(XSSFWorkbook workbook, Styles styles, File file, RejectedSheets.Sheet found) {
        Sheet sheet = workbook.createSheet(name(workbook, found.name().isEmpty() ? file.path() : found.name()));
        int reasonColumn = 0;
        for (RejectedSheets.Row row : found.rows()) {
            reasonColumn = Math.max(reasonColumn, width(row.row()));
        }
        for (SheetRow head : found.heads()) {
            reasonColumn = Math.max(reasonColumn, width(head));
        }
        for (SheetRow head : found.heads()) {
            cells(sheet, head, styles.head);
        }
        if (!found.heads().isEmpty()) {
            text(sheet.getRow(found.heads().size() - 1), reasonColumn, texts.getString("reason"), styles.head);
        }
        for (RejectedSheets.Row row : found.rows()) {
            Row written = cells(sheet, row.row(), styles.text);
            text(written, reasonColumn, reasons.of(row.code(), row.sentence()), styles.reason);
            if (row.form() != null) {
                text(
                        written,
                        reasonColumn + 1,
                        row.form()
                                .in(CellReference.convertNumToColString(reasonColumn + 1))
                                .line(),
                        styles.text);
            }
            mark(sheet, written, row, styles);
        }
        for (int column = 0; column < reasonColumn; column++) {
            sheet.setColumnWidth(column, WIDTH);
        }
        sheet.setColumnWidth(reasonColumn, REASON_WIDTH);
        sheet.setColumnHidden(reasonColumn + 1, true);
        sheet.createFreezePane(0, found.heads().size());
    }

    /** Colours the cell that the reason is about, with the reason as a note. */
    private void mark(Sheet sheet, Row written, RejectedSheets.Row row, Styles styles) {
        Optional<String> letters = offending(row);
        if (letters.isEmpty()) {
            return;
        }
        int column = CellReference.convertColStringToIndex(letters.get());
        Cell offending = written.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
        offending.setCellStyle(styles.offending);
        ClientAnchor anchor = sheet.getWorkbook().getCreationHelper().createClientAnchor();
        anchor.setCol1(column + 1);
        anchor.setCol2(column + 4);
        anchor.setRow1(written.getRowNum());
        anchor.setRow2(written.getRowNum() + 4);
        Comment note = sheet.createDrawingPatriarch().createCellComment(anchor);
        note.setString(
                sheet.getWorkbook().getCreationHelper().createRichTextString(reasons.of(row.code(), row.sentence())));
        offending.setCellComment(note);
    }

    /** The column of the cell that the sentence names; of the cell to be filled in, where there is none to name. */
    private static Optional<String> offending(RejectedSheets.Row row) {
        Matcher cell = Pattern.compile("(?<![A-Za-z])([A-Z]{1,3})" + row.row().number() + "(?!\\d)")
                .matcher(row.sentence());
        if (cell.find()) {
            return Optional.of(cell.group(1));
        }
        Field lacking = LACKING.get(row.code());
        return row.form() == null || lacking == null
                ? Optional.empty()
                : row.form().columnOf(lacking);
    }

    private void list(XSSFWorkbook workbook, Styles styles, List<RejectedRecord> others) {
        Sheet sheet = workbook.createSheet(name(workbook, texts.getString("others")));
        Row head = sheet.createRow(0);
        String[] heads = {"source", "place", "reason"};
        for (int column = 0; column < heads.length; column++) {
            text(head, column, texts.getString(heads[column]), styles.head);
            sheet.setColumnWidth(column, column == 2 ? REASON_WIDTH : 2 * WIDTH);
        }
        for (RejectedRecord one : others) {
            Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
            text(row, 0, one.source().value(), styles.text);
            text(
                    row,
                    1,
                    one.locator() == null ? one.naturalKey() : one.locator().display(),
                    styles.text);
            text(row, 2, reasons.of(one.code(), one.sentence()), styles.reason);
        }
        sheet.createFreezePane(0, 1);
    }

    private static int width(SheetRow row) {
        return row.cells().stream()
                .mapToInt(cell -> CellReference.convertColStringToIndex(cell.column()) + 1)
                .max()
                .orElse(0);
    }

    private static Row cells(Sheet sheet, SheetRow from, CellStyle style) {
        Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
        for (SheetCell cell : from.cells()) {
            text(
                    row,
                    CellReference.convertColStringToIndex(cell.column()),
                    cell.value().shown(),
                    style);
        }
        return row;
    }

    private static void text(Row row, int column, String value, CellStyle style) {
        Cell cell = row.createCell(column);
        cell.setCellValue(value.substring(0, Math.min(value.length(), LONGEST_CELL)));
        cell.setCellStyle(style);
    }

    private static String name(XSSFWorkbook workbook, String wanted) {
        Set<String> taken = new HashSet<>();
        workbook.forEach(sheet -> taken.add(sheet.getSheetName().toLowerCase(Locale.ROOT)));
        String safe = WorkbookUtil.createSafeSheetName(wanted);
        String name = safe;
        for (int number = 2; taken.contains(name.toLowerCase(Locale.ROOT)); number++) {
            String suffix = " (" + number + ")";
            name = safe.substring(0, Math.min(safe.length(), LONGEST_NAME - suffix.length())) + suffix;
        }
        return name;
    }

    private static final class Styles {
        final CellStyle head;
        final CellStyle text;
        final CellStyle reason;
        final CellStyle offending;

        Styles(XSSFWorkbook workbook) {
            Font bold = workbook.createFont();
            bold.setBold(true);
            head = workbook.createCellStyle();
            head.setFont(bold);
            head.setQuotePrefixed(true);
            head.setBorderBottom(BorderStyle.THIN);
            text = workbook.createCellStyle();
            text.setQuotePrefixed(true);
            reason = workbook.createCellStyle();
            reason.setQuotePrefixed(true);
            reason.setWrapText(true);
            offending = workbook.createCellStyle();
            offending.setQuotePrefixed(true);
            offending.setFillForegroundColor(IndexedColors.LIGHT_YELLOW.getIndex());
            offending.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
    }
}
