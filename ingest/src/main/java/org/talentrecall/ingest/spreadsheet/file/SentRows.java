package org.talentrecall.ingest.spreadsheet.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talentrecall.ingest.child.ChildLoop;
import org.talentrecall.ingest.child.ChildRequest;
import org.talentrecall.ingest.child.ChildText;

/**
 * How the rows of a workbook come out of the child process that reads it: first what is known of the file, then rows by the
 * batch, each of one sheet, and the damage where there is some. Rows that no person fills in are damage too, for those who
 * receive them keep some.
 */
public final class SentRows {
    private static final int ROWS = 64;
    private static final int BATCH_BYTES = 1 << 16;
    private static final int ROW_BYTES = 512 << 10;
    /** Four times what a list of 20,000 rows has that people keep. */
    private static final long ALL_BYTES = 32L << 20;

    private static final long LARGEST_WITH_MERGES = 4L << 20;
    private static final byte HEAD = 'H';
    private static final byte BATCH = 'B';
    private static final byte DAMAGE = 'D';
    private static final byte TEXT = 'T';
    private static final byte FIGURE = 'F';
    private static final byte DATE = 'D';
    private static final byte FLAG = 'L';
    private static final byte FAILURE = '#';

    private final ChildLoop.Pieces pieces;
    private final boolean mayMerge;
    private long sent;

    private SentRows(ChildLoop.Pieces pieces, boolean mayMerge) {
        this.pieces = pieces;
        this.mayMerge = mayMerge;
    }

    /** A piece of what a child sends. */
    public sealed interface Piece {
        static Piece read(byte[] bytes) {
            try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
                return switch (in.readByte()) {
                    case HEAD -> head(in);
                    case BATCH -> batch(in);
                    case DAMAGE ->
                        new Damage(new UnreadableWorkbook(
                                UnreadableWorkbook.Code.valueOf(ChildText.read(in)), ChildText.read(in)));
                    default -> throw new IOException("no piece of a workbook");
                };
            } catch (IOException e) {
                throw new java.io.UncheckedIOException("A child gave half a workbook", e);
            }
        }
    }

    /** What is known of a file before its rows; see {@link WorkbookRows}. */
    public record Head(
            @Nullable LocalDate savedOn, @Nullable Instant savedAt, List<String> sheetNames) implements Piece {
        public Head {
            sheetNames = List.copyOf(sheetNames);
        }
    }

    /**
     * Rows of one sheet.
     *
     * @param merges of the sheet, with its first rows; empty with others
     */
    public record Batch(List<SheetRow> rows, Set<String> hiddenColumns, List<MergedCells> merges) implements Piece {
        public Batch {
            rows = List.copyOf(rows);
            hiddenColumns = Set.copyOf(hiddenColumns);
            merges = List.copyOf(merges);
        }
    }

    /** What ends the rows before their end. */
    public record Damage(UnreadableWorkbook why) implements Piece {}

    /**
     * What a child is asked for them.
     *
     * @param work as the child's program calls it
     */
    public static ChildRequest request(String work, Path file, Passwords passwords) {
        List<String> words = new ArrayList<>();
        words.add(file.toAbsolutePath().toString());
        words.addAll(passwords.words());
        return ChildRequest.of(work, new byte[0], words.toArray(String[]::new));
    }

    /** Answers such a request, in the child. */
    public static void send(ChildRequest request, ChildLoop.Pieces pieces) throws IOException {
        Path file = Path.of(request.words()[0]);
        List<String> words = Arrays.asList(request.words()).subList(1, request.words().length);
        try (WorkbookRows rows = WorkbookFile.open(file, Passwords.all(words))) {
            new SentRows(pieces, Files.size(file) <= LARGEST_WITH_MERGES).send(rows);
        } catch (UnreadableWorkbook why) {
            piece(pieces, DAMAGE, out -> {
                ChildText.write(out, why.code().name());
                ChildText.write(out, String.valueOf(why.getMessage()));
            });
        }
    }

    private void send(WorkbookRows rows) throws IOException, UnreadableWorkbook {
        piece(pieces, HEAD, out -> {
            LocalDate day = rows.savedOn();
            ChildText.write(out, day == null ? "" : day.toString());
            Instant at = rows.savedAt();
            ChildText.write(out, at == null ? "" : at.toString());
            ChildText.writeAll(out, rows.sheetNames());
        });
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        int count = 0;
        int sheet = -1;
        Set<String> hidden = Set.of();
        List<MergedCells> merges = List.of();
        try {
            for (SheetRow row = rows.next(); row != null; row = rows.next()) {
                boolean full = count == ROWS || bytes.size() >= BATCH_BYTES;
                if (count > 0 && (full || row.sheetIndex() != sheet)) {
                    hand(count, bytes, hidden, merges);
                    count = 0;
                    bytes.reset();
                    merges = List.of();
                }
                if (row.sheetIndex() != sheet) {
                    merges = mayMerge ? merges(rows) : List.of();
                    sheet = row.sheetIndex();
                }
                if (count == 0) {
                    hidden = rows.hiddenColumns();
                }
                write(out, row);
                count++;
            }
        } finally {
            // Rows before the damage are good.
            if (count > 0) {
                hand(count, bytes, hidden, merges);
            }
        }
    }

    private static List<MergedCells> merges(WorkbookRows rows) throws IOException {
        try {
            return rows.merges();
        } catch (UnreadableWorkbook damagedThere) {
            // What the cells say does not depend on it; rows that cannot be read tell of the damage themselves.
            return List.of();
        }
    }

    private void hand(int count, ByteArrayOutputStream rows, Set<String> hidden, List<MergedCells> merges)
            throws IOException {
        piece(pieces, BATCH, out -> {
            ChildText.writeAll(out, hidden);
            out.writeInt(merges.size());
            for (MergedCells merged : merges) {
                out.writeInt(merged.firstRow());
                out.writeInt(merged.lastRow());
                ChildText.write(out, merged.firstColumn());
                ChildText.write(out, merged.lastColumn());
            }
            out.writeInt(count);
            rows.writeTo(out);
        });
    }

    private void write(DataOutputStream out, SheetRow row) throws IOException, UnreadableWorkbook {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream cells = new DataOutputStream(bytes);
        ChildText.write(cells, row.sheet());
        cells.writeInt(row.sheetIndex());
        cells.writeBoolean(row.hidden());
        cells.writeInt(row.number());
        cells.writeBoolean(row.rowHidden());
        cells.writeInt(row.cells().size());
        for (SheetCell cell : row.cells()) {
            ChildText.write(cells, cell.column());
            value(cells, cell.value());
            if (bytes.size() > ROW_BYTES) {
                throw tooLarge("a row of more than 512 KB");
            }
        }
        sent += bytes.size();
        if (sent > ALL_BYTES) {
            throw tooLarge("more than 32 MB of text");
        }
        bytes.writeTo(out);
    }

    private static UnreadableWorkbook tooLarge(String what) {
        return new UnreadableWorkbook(
                UnreadableWorkbook.Code.TOO_LARGE,
                "has " + what + ", more than is read of one that came with a mail or lies among documents; split it, or"
                        + " put it into a source of kind workbook");
    }

    private static void value(DataOutputStream out, CellValue value) throws IOException {
        if (value instanceof CellValue.Text text) {
            out.writeByte(TEXT);
            ChildText.write(out, text.shown());
            ChildText.write(out, text.displayed());
        } else if (value instanceof CellValue.Figure figure) {
            out.writeByte(FIGURE);
            out.writeDouble(figure.value());
            ChildText.write(out, figure.shown());
            ChildText.write(out, figure.displayed());
            out.writeBoolean(figure.from1904());
        } else if (value instanceof CellValue.Date date) {
            out.writeByte(DATE);
            ChildText.write(out, date.value().toString());
            ChildText.write(out, date.displayed());
        } else if (value instanceof CellValue.Flag flag) {
            out.writeByte(FLAG);
            out.writeBoolean(flag.value());
        } else {
            out.writeByte(FAILURE);
            ChildText.write(out, value.shown());
        }
    }

    private static CellValue value(DataInputStream in) throws IOException {
        return switch (in.readByte()) {
            case TEXT -> new CellValue.Text(ChildText.read(in), ChildText.read(in));
            case FIGURE ->
                new CellValue.Figure(in.readDouble(), ChildText.read(in), ChildText.read(in), in.readBoolean());
            case DATE -> new CellValue.Date(LocalDateTime.parse(ChildText.read(in)), ChildText.read(in));
            case FLAG -> new CellValue.Flag(in.readBoolean());
            case FAILURE -> new CellValue.Failure(ChildText.read(in));
            default -> throw new IOException("no cell");
        };
    }

    private static Head head(DataInputStream in) throws IOException {
        String day = ChildText.read(in);
        String at = ChildText.read(in);
        return new Head(
                day.isEmpty() ? null : LocalDate.parse(day),
                at.isEmpty() ? null : Instant.parse(at),
                ChildText.readAll(in));
    }

    private static Batch batch(DataInputStream in) throws IOException {
        Set<String> hidden = new LinkedHashSet<>(ChildText.readAll(in));
        List<MergedCells> merges = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            merges.add(new MergedCells(in.readInt(), in.readInt(), ChildText.read(in), ChildText.read(in)));
        }
        List<SheetRow> rows = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            rows.add(row(in));
        }
        return new Batch(rows, hidden, merges);
    }

    private static SheetRow row(DataInputStream in) throws IOException {
        String sheet = ChildText.read(in);
        int index = in.readInt();
        boolean hidden = in.readBoolean();
        int number = in.readInt();
        boolean rowHidden = in.readBoolean();
        List<SheetCell> cells = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            cells.add(new SheetCell(ChildText.read(in), value(in)));
        }
        return new SheetRow(sheet, index, hidden, number, cells, rowHidden);
    }

    /** Writes what a piece holds. */
    @FunctionalInterface
    private interface Content {
        void write(DataOutputStream out) throws IOException;
    }

    private static void piece(ChildLoop.Pieces pieces, byte form, Content content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeByte(form);
        content.write(out);
        pieces.send(bytes.toByteArray());
    }
}
