package org.talentrecall.ingest.spreadsheet.file;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The strings that an xlsx file's cells refer to by number. The first ones stay in memory; beyond a limit they go to a
 * temporary file, of which the blocks used last are kept, so that memory does not grow with the workbook.
 */
final class SharedStrings implements Closeable {
    static final int MOST_CHARACTERS_IN_MEMORY = 8_000_000;

    private static final int BLOCK = 1 << 16;
    private static final int MOST_BLOCKS = 128;

    private final int mostCharacters;
    private final List<String> memory = new ArrayList<>();
    private long characters;
    private @Nullable FileChannel channel;
    private @Nullable OutputStream out;
    /** Where each string on disk begins; entry {@code size} is where the last one ends. */
    private long[] offsets = new long[1];

    private int onDisk;
    private final Map<Long, byte[]> blocks = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, byte[]> eldest) {
            return size() > MOST_BLOCKS;
        }
    };

    SharedStrings(int mostCharacters) {
        this.mostCharacters = mostCharacters;
    }

    void add(String text) throws IOException {
        if (out == null && characters + text.length() <= mostCharacters) {
            characters += text.length();
            memory.add(text);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        spill().write(bytes);
        if (onDisk + 1 == offsets.length) {
            offsets = Arrays.copyOf(offsets, Math.max(1024, offsets.length * 2));
        }
        offsets[onDisk + 1] = offsets[onDisk] + bytes.length;
        onDisk++;
    }

    /** To be called once after the last {@link #add}. */
    void complete() throws IOException {
        if (out != null) {
            out.flush();
        }
    }

    /** The string of that number, or null when there is none. */
    @Nullable
    String get(int number) throws IOException {
        if (number < 0 || number >= memory.size() + onDisk) {
            return null;
        }
        if (number < memory.size()) {
            return memory.get(number);
        }
        int at = number - memory.size();
        byte[] bytes = new byte[Math.toIntExact(offsets[at + 1] - offsets[at])];
        for (int done = 0; done < bytes.length; ) {
            long place = offsets[at] + done;
            byte[] block = block(place / BLOCK);
            int from = (int) (place % BLOCK);
            int length = Math.min(bytes.length - done, block.length - from);
            System.arraycopy(block, from, bytes, done, length);
            done += length;
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private byte[] block(long number) throws IOException {
        byte[] known = blocks.get(number);
        if (known != null) {
            return known;
        }
        FileChannel open = java.util.Objects.requireNonNull(channel);
        long start = number * BLOCK;
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(BLOCK, open.size() - start));
        while (buffer.hasRemaining() && open.read(buffer, start + buffer.position()) >= 0) {
            // reads until the block is full
        }
        blocks.put(number, buffer.array());
        return buffer.array();
    }

    private OutputStream spill() throws IOException {
        OutputStream open = out;
        if (open == null) {
            Path file = Files.createTempFile("strings", ".tmp");
            channel = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            open = new BufferedOutputStream(Channels.newOutputStream(channel), BLOCK);
            out = open;
        }
        return open;
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
