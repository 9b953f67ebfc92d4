package org.talentrecall.ingest.spreadsheet.file;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.util.CodePageUtil;
import org.apache.poi.util.LittleEndian;
import org.jspecify.annotations.Nullable;

/**
 * Rows of the file formats before Excel 97: BIFF 2 to 5, the last also in Excel 95's containers, as OpenOffice's
 * "Documentation of the Microsoft Excel File Format" describes them. POI reads their words only, without their places.
 */
final class OldXlsRows implements WorkbookRows {
    private static final int EOF = 0x0a;
    private static final int MOST_COLUMNS = 256;
    private static final int FIRST_OWN_FORMAT = 164;

    private final InputStream in;
    private final Closeable file;
    private final Map<Integer, String> patterns = new HashMap<>();
    private final List<Integer> styles = new ArrayList<>();
    private final Map<Integer, NumberFormat> formats = new HashMap<>();
    private final List<Bound> bound = new ArrayList<>();
    private final Set<Integer> hiddenRows = new HashSet<>();
    private final byte[] header = new byte[4];
    private Charset charset = Charset.forName("windows-1252");
    private int version;
    private int depth;
    private int sheetIndex = -1;
    private boolean inSheet;
    private boolean from1904;
    private int row = -1;
    private List<SheetCell> cells = new ArrayList<>();
    /** A formula whose text comes in the next record. */
    private int @Nullable [] awaitsText;

    private @Nullable SheetRow finished;
    private boolean ended;

    private record Bound(String name, boolean hidden, boolean worksheet) {}

    /** @param file closed together with the stream */
    OldXlsRows(InputStream in, Closeable file) {
        this.in = new BufferedInputStream(in, 1 << 16);
        this.file = file;
    }

    @Override
    public @Nullable SheetRow next() throws UnreadableWorkbook, IOException {
        try {
            while (!ended) {
                step();
                SheetRow done = finished;
                if (done != null) {
                    finished = null;
                    return done;
                }
            }
            return null;
        } catch (EOFException | RuntimeException cut) {
            ended = true;
            throw new UnreadableWorkbook(
                    UnreadableWorkbook.Code.BROKEN,
                    "is damaged behind row " + Math.max(0, row + 1) + "; open it in Excel and save it again as xlsx",
                    cut);
        }
    }

    private void step() throws IOException, UnreadableWorkbook {
        int read = in.readNBytes(header, 0, header.length);
        if (read < header.length) {
            ended = true;
            finished = end();
            return;
        }
        int type = LittleEndian.getUShort(header, 0);
        byte[] data = new byte[LittleEndian.getUShort(header, 2)];
        if (in.readNBytes(data, 0, data.length) < data.length) {
            throw new EOFException("A record is cut off");
        }
        switch (type) {
            case 0x09, 0x209, 0x409, 0x809 -> begin(type, data);
            case EOF -> {
                depth = Math.max(0, depth - 1);
                finished = depth == 0 ? end() : null;
            }
            case 0x2f -> throw Passwords.NONE.refusal(null);
            default -> {
                if (depth == 1) {
                    about(type, data);
                    cell(type, data);
                }
            }
        }
    }

    private void begin(int type, byte[] data) {
        depth++;
        if (depth > 1) {
            return;
        }
        version = switch (type) {
            case 0x09 -> 2;
            case 0x209 -> 3;
            case 0x409 -> 4;
            default -> 5;
        };
        int kind = data.length >= 4 ? LittleEndian.getUShort(data, 2) : 0x10;
        // A workbook's own part and, in BIFF 4, that of a workspace hold no cells.
        boolean globals = kind == 0x05 || kind == 0x100;
        inSheet = kind == 0x10;
        sheetIndex += globals ? 0 : 1;
        row = -1;
        hiddenRows.clear();
    }

    private void about(int type, byte[] data) {
        switch (type) {
            case 0x42 -> charset = charset(LittleEndian.getUShort(data, 0));
            case 0x22 -> from1904 = LittleEndian.getUShort(data, 0) == 1;
            case 0x85 -> bound.add(new Bound(shortText(data, 6), (data[4] & 3) != 0, data[5] == 0));
            case 0x1e -> patterns.put(patterns.size(), shortText(data, 0));
            case 0x41e -> {
                if (version == 5) {
                    patterns.put(LittleEndian.getUShort(data, 0), shortText(data, 2));
                } else {
                    patterns.put(patterns.size(), shortText(data, 2));
                }
            }
            case 0x43 -> styles.add(data.length > 3 ? data[2] & 0x3f : 0);
            case 0x243, 0x443 -> styles.add((int) data[1] & 0xff);
            case 0xe0 -> styles.add(LittleEndian.getUShort(data, 2));
            case 0x08, 0x208 -> {
                int flags = type == 0x08 ? 0 : data.length >= 14 ? LittleEndian.getUShort(data, 12) : 0;
                if ((flags & 0x20) != 0) {
                    hiddenRows.add(LittleEndian.getUShort(data, 0));
                }
            }
            default -> {
                // what else is told is not about cells
            }
        }
    }

    private void cell(int type, byte[] data) {
        if (!inSheet) {
            return;
        }
        boolean two = type < 0x10;
        int values = two ? 7 : 6;
        switch (type) {
            case 0x02 -> add(data, whole(LittleEndian.getUShort(data, 7), style2(data)));
            case 0x03 -> add(data, format(style2(data)).value(LittleEndian.getDouble(data, 7), from1904));
            case 0x203 -> add(data, format(style(data)).value(LittleEndian.getDouble(data, 6), from1904));
            case 0x04 -> add(data, format(style2(data)).text(shortText(data, 7)));
            case 0x204, 0xd6 -> add(data, format(style(data)).text(longText(data, 6)));
            case 0x05, 0x205 -> add(data, either(data[values], data[values + 1]));
            case 0x27e -> add(data, format(style(data)).value(packed(LittleEndian.getInt(data, 6)), from1904));
            case 0xbd -> several(data);
            case 0x06, 0x206, 0x406 -> formula(type, data);
            case 0x07, 0x207 -> {
                int[] place = awaitsText;
                if (place != null) {
                    String text = type == 0x07 ? shortText(data, 0) : longText(data, 0);
                    put(place[0], place[1], format(place[2]).text(text));
                    awaitsText = null;
                }
            }
            default -> {
                // no cell
            }
        }
    }

    private void formula(int type, byte[] data) {
        boolean two = version == 2 && type == 0x06;
        int style = two ? style2(data) : style(data);
        int at = two ? 7 : 6;
        boolean special = data[at + 6] == (byte) 0xff && data[at + 7] == (byte) 0xff;
        if (!special) {
            add(data, format(style).value(LittleEndian.getDouble(data, at), from1904));
        } else if (data[at] == 0) {
            awaitsText = new int[] {LittleEndian.getUShort(data, 0), LittleEndian.getUShort(data, 2), style};
            put(awaitsText[0], awaitsText[1], null);
        } else if (data[at] == 1 || data[at] == 2) {
            add(data, either(data[at + 2], (byte) (data[at] - 1)));
        }
    }

    /** Several packed numbers side by side. */
    private void several(byte[] data) {
        int first = LittleEndian.getUShort(data, 2);
        for (int at = 4, column = first; at + 8 <= data.length; at += 6, column++) {
            int style = LittleEndian.getUShort(data, at);
            put(
                    LittleEndian.getUShort(data, 0),
                    column,
                    format(style).value(packed(LittleEndian.getInt(data, at + 2)), from1904));
        }
    }

    private CellValue whole(int number, int style) {
        return format(style).value(number, from1904);
    }

    private static CellValue either(byte value, byte isError) {
        if (isError == 0) {
            return new CellValue.Flag(value != 0);
        }
        return new CellValue.Failure(
                FormulaError.isValidCode(value) ? FormulaError.forInt(value).getString() : "#ERROR!");
    }

    /** Two bits tell how the other thirty are meant. */
    static double packed(int bits) {
        double number = (bits & 2) != 0 ? bits >> 2 : Double.longBitsToDouble((long) (bits & ~3) << 32);
        return (bits & 1) != 0 ? number / 100 : number;
    }

    private void add(byte[] data, @Nullable CellValue value) {
        put(LittleEndian.getUShort(data, 0), LittleEndian.getUShort(data, 2), value);
    }

    private void put(int atRow, int column, @Nullable CellValue value) {
        if (atRow != row) {
            finished = end();
            row = atRow;
        }
        if (value != null && column < MOST_COLUMNS) {
            cells.add(new SheetCell(Columns.name(column), value));
        }
    }

    private @Nullable SheetRow end() {
        if (cells.isEmpty() || row < 0) {
            return null;
        }
        Bound about = sheetIndex < bound.size() ? bound.get(sheetIndex) : null;
        SheetRow done = new SheetRow(
                about == null ? "" : about.name(),
                Math.max(0, sheetIndex),
                about != null && about.hidden(),
                row + 1,
                cells,
                hiddenRows.contains(row));
        cells = new ArrayList<>();
        return done;
    }

    private int style2(byte[] data) {
        int style = data[4] & 0x3f;
        // In BIFF 2 a cell names its number format itself, unless it has a style.
        return styles.isEmpty() ? -1 - (data[5] & 0x3f) : style;
    }

    private static int style(byte[] data) {
        return LittleEndian.getUShort(data, 4);
    }

    private NumberFormat format(int style) {
        int index = style < 0 ? -1 - style : style < styles.size() ? styles.get(style) : 0;
        return formats.computeIfAbsent(index, i -> {
            String own = patterns.get(i);
            String builtIn = own == null && i < FIRST_OWN_FORMAT && version == 5 ? NumberFormat.builtIn(i) : own;
            return NumberFormat.of(builtIn == null ? "General" : builtIn);
        });
    }

    private String shortText(byte[] data, int at) {
        return at >= data.length ? "" : text(data, at + 1, data[at] & 0xff);
    }

    private String longText(byte[] data, int at) {
        return at + 2 > data.length ? "" : text(data, at + 2, LittleEndian.getUShort(data, at));
    }

    private String text(byte[] data, int from, int length) {
        return new String(data, from, Math.max(0, Math.min(length, data.length - from)), charset);
    }

    private static Charset charset(int codePage) {
        try {
            String name = switch (codePage) {
                case 0x8000 -> "x-MacRoman";
                case 0x8001, 0 -> "windows-1252";
                case 936 -> "GB18030";
                default -> CodePageUtil.codepageToEncoding(codePage, true);
            };
            return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.ISO_8859_1;
        } catch (UnsupportedEncodingException | IllegalArgumentException unknown) {
            return StandardCharsets.ISO_8859_1;
        }
    }

    @Override
    public @Nullable LocalDate savedOn() {
        return null;
    }

    @Override
    public void close() throws IOException {
        in.close();
        file.close();
    }
}
