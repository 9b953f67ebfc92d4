package org.talentrecall.ingest.document;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;
import org.talentrecall.ingest.child.ChildLoop;
import org.talentrecall.ingest.document.DocumentReading.Why;

/**
 * Unpacks zip, 7z, tar and single compressed files into a folder, under names of its own. Runs in a child process, so its
 * limits are of space only; time and memory are watched from outside.
 */
final class Unpacking {
    private static final int MEMORY_KIBIBYTES = 100 << 10;
    private static final int TAR_MAGIC_AT = 257;
    private static final int TAR_HEAD = 512;
    private static final int NAME_LENGTH = 400;

    private final Path folder;
    private final long entriesAtMost;
    private final long fileAtMost;
    private final long bytesAtMost;
    private final ChildLoop.Pieces pieces;
    private long entries;
    private long bytes;

    Unpacking(Path folder, long entriesAtMost, long fileAtMost, long bytesAtMost, ChildLoop.Pieces pieces) {
        this.folder = folder;
        this.entriesAtMost = entriesAtMost;
        this.fileAtMost = fileAtMost;
        this.bytesAtMost = bytesAtMost;
        this.pieces = pieces;
    }

    /** Gives up, after it has told why. */
    private static final class Enough extends IOException {
        private static final long serialVersionUID = 1;
    }

    void unpack(byte[] packed, String type, String name) throws IOException {
        try {
            switch (type) {
                case "application/zip" -> zip(packed);
                case "application/x-7z-compressed" -> sevenZip(packed);
                case "application/x-tar", "application/x-gtar" -> tar(new ByteArrayInputStream(packed));
                default -> single(packed, type, name);
            }
        } catch (Enough e) {
            // The reason is the last piece.
            return;
        }
    }

    private void zip(byte[] packed) throws IOException {
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(packed))
                .setCharset(StandardCharsets.ISO_8859_1)
                .get()) {
            Enumeration<ZipArchiveEntry> all = zip.getEntriesInPhysicalOrder();
            if (!all.hasMoreElements() && beginsWithFile(packed)) {
                throw new IOException("its list at the end is empty, and it is not");
            }
            while (all.hasMoreElements()) {
                ZipArchiveEntry entry = all.nextElement();
                if (entry.isDirectory()) {
                    continue;
                }
                if (entry.getGeneralPurposeBit().usesEncryption()) {
                    refuse(name(entry), Why.ENCRYPTED);
                } else if (!zip.canReadEntryData(entry)) {
                    refuse(name(entry), Why.UNSUPPORTED);
                } else {
                    take(name(entry), () -> zip.getInputStream(entry));
                }
            }
        } catch (Enough e) {
            throw e;
        } catch (IOException e) {
            if (entries > 0) {
                throw e;
            }
            // Without its list at the end, a cut-off zip still holds its first files.
            zipFromTheFront(packed);
        }
    }

    /** Whether an entry stands at the beginning (local file header, APPNOTE 4.3.7). */
    private static boolean beginsWithFile(byte[] packed) {
        return new String(packed, 0, Math.min(packed.length, 4), StandardCharsets.ISO_8859_1).equals("PK\u0003\u0004");
    }

    private void zipFromTheFront(byte[] packed) throws IOException {
        try (ZipArchiveInputStream zip =
                new ZipArchiveInputStream(new ByteArrayInputStream(packed), "ISO-8859-1", true, true)) {
            for (ZipArchiveEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    take(name(entry), () -> zip);
                }
            }
        }
        if (entries == 0) {
            throw new IOException("nothing in it can be found");
        }
    }

    /** Names are UTF-8 when they say so and else in the code page of whoever packed them. */
    private static String name(ZipArchiveEntry entry) {
        byte[] raw = entry.getRawName();
        return entry.getGeneralPurposeBit().usesUTF8ForNames() || raw == null
                ? entry.getName()
                : TextDecoder.decode(raw, null);
    }

    private void sevenZip(byte[] packed) throws IOException {
        try (SevenZFile seven = SevenZFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(packed))
                .setMaxMemoryLimitKiB(MEMORY_KIBIBYTES)
                .get()) {
            for (SevenZArchiveEntry entry = seven.getNextEntry(); entry != null; entry = seven.getNextEntry()) {
                if (!entry.isDirectory() && entry.hasStream()) {
                    SevenZArchiveEntry current = entry;
                    take(String.valueOf(entry.getName()), () -> seven.getInputStream(current));
                }
            }
        }
    }

    private void tar(InputStream packed) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new Bounded(packed), "ISO-8859-1")) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isFile() && tar.canReadEntryData(entry)) {
                    byte[] raw = entry.getName().getBytes(StandardCharsets.ISO_8859_1);
                    take(
                            raw.length == entry.getName().length() ? TextDecoder.decode(raw, null) : entry.getName(),
                            () -> tar);
                }
            }
        }
    }

    /** A compressed file, which may be a tar. */
    private void single(byte[] packed, String type, String name) throws IOException {
        InputStream raw = new ByteArrayInputStream(packed);
        String inner = name.replaceFirst("(?i)\\.(gz|bz2|xz|z)$", "").replaceFirst("(?i)\\.(tgz|tbz2?|txz)$", ".tar");
        try (InputStream plain = new BufferedInputStream(
                switch (type) {
                    case "application/x-bzip", "application/x-bzip2" -> new BZip2CompressorInputStream(raw, true);
                    case "application/x-xz" -> xz(raw);
                    default ->
                        GzipCompressorInputStream.builder()
                                .setInputStream(raw)
                                .setDecompressConcatenated(true)
                                .get();
                })) {
            plain.mark(TAR_HEAD);
            byte[] head = plain.readNBytes(TAR_HEAD);
            plain.reset();
            if (new String(head, StandardCharsets.ISO_8859_1).indexOf("ustar", TAR_MAGIC_AT) == TAR_MAGIC_AT) {
                tar(plain);
            } else {
                take(inner.isBlank() ? "content" : inner, () -> plain);
            }
        }
    }

    private static InputStream xz(InputStream raw) throws IOException {
        return XZCompressorInputStream.builder()
                .setInputStream(raw)
                .setDecompressConcatenated(true)
                .setMemoryLimitKiB(MEMORY_KIBIBYTES)
                .get();
    }

    /** Opens the bytes of an entry. */
    @FunctionalInterface
    private interface Opened {
        InputStream open() throws IOException;
    }

    private void take(String name, Opened content) throws IOException {
        if (passedOver(name)) {
            return;
        }
        next();
        String file = Long.toString(entries);
        Why fault = null;
        try {
            InputStream input = content.open();
            fault = copy(input, folder.resolve(file));
        } catch (PasswordRequiredException e) {
            fault = Why.ENCRYPTED;
        } catch (Enough e) {
            send(name, "", Why.INFLATES);
            throw e;
        } catch (IOException e) {
            // Its own bytes are damaged; where the next entry begins may still be known.
            fault = Why.CORRUPT;
        }
        send(name, fault == null ? file : "", fault);
    }

    private @Nullable Why copy(InputStream input, Path to) throws IOException {
        long size = 0;
        byte[] buffer = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(to)) {
            for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
                size += read;
                bytes += read;
                if (bytes > bytesAtMost) {
                    throw new Enough();
                }
                if (size <= fileAtMost) {
                    out.write(buffer, 0, read);
                }
            }
        }
        if (size > fileAtMost) {
            Files.delete(to);
            return Why.TOO_LARGE;
        }
        return null;
    }

    private void refuse(String name, Why why) throws IOException {
        if (!passedOver(name)) {
            next();
            send(name, "", why);
        }
    }

    private void next() throws IOException {
        if (++entries > entriesAtMost) {
            send("", "", Why.TOO_MANY_FILES);
            throw new Enough();
        }
    }

    private void send(String name, String file, @Nullable Why fault) throws IOException {
        String plain = name.replace('\\', '/').replaceAll("\\p{Cntrl}", "").replaceAll("(^|/)(\\.\\.?/)+", "$1");
        String kept = plain.length() > NAME_LENGTH ? plain.substring(plain.length() - NAME_LENGTH) : plain;
        pieces.send(PackedEntry.bytes(kept, file, fault));
    }

    /** What systems leave in archives without anybody meaning it. */
    private static boolean passedOver(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return name.startsWith("__MACOSX/")
                || last.startsWith(".")
                || last.startsWith("~$")
                || last.toLowerCase(Locale.ROOT).equals("thumbs.db");
    }

    /** Counts what a tar holds besides its files, such as names of a gigabyte. */
    private final class Bounded extends InputStream {
        private final InputStream input;
        private long count;

        Bounded(InputStream input) {
            this.input = input;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = input.read(into, from, length);
            count += Math.max(0, read);
            if (count > 2 * bytesAtMost) {
                send("", "", Why.INFLATES);
                throw new Enough();
            }
            return read;
        }

        @Override
        public void close() throws IOException {
            input.close();
        }
    }
}
