package org.talentrecall.ingest.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * How many points a picture has, by its head alone. A file of some kilobytes may open out to gigabytes, in a program whose
 * memory nothing bounds.
 */
final class PictureSize {
    /** A line of text of a hand's breadth wants as much; what has less is an icon or a logo. */
    static final long LEAST = 30_000;

    /** Twelve sheets of A4 at 300 dots an inch. */
    static final long AT_MOST = 100_000_000;

    private static final int WEBP_HEAD = 30;
    private static final int JPEG_2000_HEAD = 200;

    private PictureSize() {}

    /** The picture has more points than can be read. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1;

        TooLarge() {
            super("more points than the limit");
        }
    }

    /** Width by height of the first page; 0 when it is not told, which the reader of the picture will find out. */
    static long points(byte[] content) {
        String head = new String(content, 0, Math.min(content.length, JPEG_2000_HEAD), StandardCharsets.ISO_8859_1);
        if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
            return content.length < WEBP_HEAD
                    ? 0
                    : webp(ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN));
        }
        int box = head.indexOf("ihdr");
        if (box >= 0 && content.length >= box + 12) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            return unsigned(bytes, box + 4) * unsigned(bytes, box + 8);
        }
        ByteBuffer bytes = ByteBuffer.wrap(content);
        if (head.startsWith("\u0089PNG") && content.length >= 24) {
            return unsigned(bytes, 16) * unsigned(bytes, 20);
        }
        if (head.startsWith("GIF8") && content.length >= 10) {
            ByteBuffer little = bytes.order(ByteOrder.LITTLE_ENDIAN);
            return (little.getShort(6) & 0xFFFFL) * (little.getShort(8) & 0xFFFFL);
        }
        return head.startsWith("\u00FF\u00D8") ? jpeg(bytes) : 0;
    }

    /** The frame header of ITU T.81 B.2.2, behind segments of any number. */
    private static long jpeg(ByteBuffer bytes) {
        int at = 2;
        while (at >= 0 && at + 9 < bytes.limit() && bytes.get(at) == (byte) 0xFF) {
            int marker = bytes.get(at + 1) & 0xFF;
            boolean frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
            if (frame) {
                return (bytes.getShort(at + 5) & 0xFFFFL) * (bytes.getShort(at + 7) & 0xFFFFL);
            }
            at += marker == 0xFF ? 1 : 2 + (bytes.getShort(at + 2) & 0xFFFF);
        }
        return 0;
    }

    private static long unsigned(ByteBuffer bytes, int at) {
        return bytes.getInt(at) & 0x7FFFFFFFL;
    }

    /** The three forms of RFC 9649 2.5 to 2.7. */
    private static long webp(ByteBuffer bytes) {
        return switch (bytes.get(15)) {
            case 'X' -> (1L + (bytes.getInt(24) & 0xFFFFFF)) * (1L + (bytes.getInt(26) >>> 8));
            case 'L' -> (1L + (bytes.getInt(21) & 0x3FFF)) * (1L + (bytes.getInt(21) >>> 14 & 0x3FFF));
            default -> (bytes.getShort(26) & 0x3FFFL) * (bytes.getShort(28) & 0x3FFFL);
        };
    }

    /** The same with the help of Java's own readers, for a process that may die of a hostile head. */
    static long pointsByReading(byte[] content) {
        long told = points(content);
        return told > 0 ? told : known(content);
    }

    private static long known(byte[] content) {
        try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                return 0;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                return (long) reader.getWidth(0) * reader.getHeight(0);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // Readers of pictures throw what they like at damaged ones.
            return 0;
        }
    }
}
