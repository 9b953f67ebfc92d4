package org.talentrecall.ingest.spreadsheet.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds out how a text file is encoded and what parts its columns. */
final class DelimitedText {
    static final Charset GB18030 = Charset.forName("GB18030");

    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final int SAMPLE = 1 << 16;
    private static final int SAMPLE_ROWS = 50;
    private static final char[] DELIMITERS = {',', '\t', ';', '|', '；', '，'};
    private static final int MOST_COLUMNS_COUNTED = 12;

    private DelimitedText() {}

    /**
     * UTF-8 or UTF-16 by its mark, else the first of UTF-8 and GB18030 under which the whole file is well formed, else
     * Windows-1252; null when the content is no text at all.
     */
    static @Nullable Charset charset(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(SAMPLE);
        }
        Charset marked = marked(head);
        if (marked != null) {
            return marked;
        }
        if (controls(head) > 0) {
            return null;
        }
        for (Charset charset : List.of(StandardCharsets.UTF_8, GB18030)) {
            if (wellFormed(file, charset)) {
                return charset;
            }
        }
        return WESTERN;
    }

    private static @Nullable Charset marked(byte[] head) {
        if (head.length >= 2 && head[0] == (byte) 0xff && head[1] == (byte) 0xfe) {
            return StandardCharsets.UTF_16LE;
        }
        if (head.length >= 2 && head[0] == (byte) 0xfe && head[1] == (byte) 0xff) {
            return StandardCharsets.UTF_16BE;
        }
        long even = 0;
        long odd = 0;
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                even += i % 2 == 0 ? 1 : 0;
                odd += i % 2;
            }
        }
        if (odd > head.length / 20 && even == 0) {
            return StandardCharsets.UTF_16LE;
        }
        return even > head.length / 20 && odd == 0 ? StandardCharsets.UTF_16BE : null;
    }

    private static long controls(byte[] head) {
        long count = 0;
        for (byte b : head) {
            count += b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1a ? 1 : 0;
        }
        return count;
    }

    private static boolean wellFormed(Path file, Charset charset) throws IOException {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(SAMPLE);
        CharBuffer characters = CharBuffer.allocate(SAMPLE);
        try (InputStream in = Files.newInputStream(file)) {
            while (true) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                bytes.limit(bytes.position() + Math.max(read, 0)).position(0);
                if (decoder.decode(bytes, characters, read < 0).isError()) {
                    return false;
                }
                if (read < 0) {
                    return true;
                }
                bytes.compact();
                characters.clear();
            }
        }
    }

    /** The character that parts most rows of the beginning into equally many columns; a comma when none does. */
    static char delimiter(String sample) {
        if (sample.startsWith("sep=") && sample.length() > 4) {
            return sample.charAt(4);
        }
        char best = ',';
        int most = 0;
        for (char delimiter : DELIMITERS) {
            int score = score(sample, delimiter);
            if (score > most) {
                most = score;
                best = delimiter;
            }
        }
        return best;
    }

    private static int score(String sample, char delimiter) {
        Map<Integer, Integer> rowsByColumns = new HashMap<>();
        int rows = 0;
        try (CsvReader<CsvRecord> reader = reader(delimiter).ofCsvRecord(sample)) {
            for (CsvRecord row : reader) {
                rowsByColumns.merge(row.getFieldCount(), 1, Integer::sum);
                if (++rows == SAMPLE_ROWS) {
                    break;
                }
            }
        } catch (IOException | CsvParseException unfit) {
            return 0;
        }
        return rowsByColumns.entrySet().stream()
                .filter(entry -> entry.getKey() > 1)
                .mapToInt(entry -> entry.getValue() * Math.min(entry.getKey(), MOST_COLUMNS_COUNTED))
                .max()
                .orElse(0);
    }

    static CsvReader.CsvReaderBuilder reader(char delimiter) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .trimWhitespacesAroundQuotes(true);
    }
}
