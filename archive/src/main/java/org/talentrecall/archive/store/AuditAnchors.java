package org.talentrecall.archive.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers and hashes of audit entries in a file of their own, one line each: what was once the end of the chain stays known
 * when the end is cut off in the database. A line that was cut by a kill is passed over.
 */
final class AuditAnchors {
    private static final Pattern LINE = Pattern.compile("(\\d{1,18}) ([0-9a-f]{64})");

    private final Path file;

    AuditAnchors(Path file) {
        this.file = file;
    }

    void note(long number, String hash) {
        // The line break goes first, so that a cut line before it spoils nothing.
        byte[] line = ("\n" + number + ' ' + hash).getBytes(StandardCharsets.US_ASCII);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                ByteBuffer bytes = ByteBuffer.wrap(line);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The audit's anchor cannot be written to " + file, e);
        }
    }

    /** All that was noted; of two notes on one number that differ, the first is kept, for it was there before. */
    SortedMap<Long, String> all() {
        SortedMap<Long, String> anchors = new TreeMap<>();
        if (!Files.exists(file)) {
            return anchors;
        }
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher anchor = LINE.matcher(line.strip());
                if (anchor.matches()) {
                    anchors.putIfAbsent(Long.parseLong(anchor.group(1)), anchor.group(2));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The audit's anchors cannot be read from " + file, e);
        }
        return anchors;
    }
}
