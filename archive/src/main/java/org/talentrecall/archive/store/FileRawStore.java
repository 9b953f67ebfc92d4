package org.talentrecall.archive.store;

import java.io.FileNotFoundException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.talentrecall.archive.intake.RawStore;
import org.talentrecall.archive.record.ContentHash;

/** Gzip files {@code ab/cdef….gz} below one folder, named by the hash of what is in them. */
final class FileRawStore implements RawStore {
    private static final int BUFFER = 64 * 1024;
    private static final int FOLDER_DIGITS = 2;

    private final Path root;

    FileRawStore(Path root) {
        this.root = root;
    }

    @Override
    public ContentHash put(byte[] content) throws IOException {
        // Known bytes need not be compressed again.
        ContentHash hash = ContentHash.of(content);
        return Files.exists(file(hash)) ? hash : RawStore.super.put(content);
    }

    @Override
    public ContentHash put(InputStream content) throws IOException {
        Path incoming = Files.createDirectories(root.resolve("incoming"));
        Path temporary = Files.createTempFile(incoming, "put", ".gz");
        try {
            MessageDigest digest = ContentHash.digest();
            try (DigestInputStream in = new DigestInputStream(content, digest);
                    OutputStream out = new FastGzip(Files.newOutputStream(temporary))) {
                in.transferTo(out);
            }
            ContentHash hash = new ContentHash(HexFormat.of().formatHex(digest.digest()));
            Path file = file(hash);
            if (!Files.exists(file)) {
                Files.createDirectories(file.getParent());
                move(temporary, file);
            }
            return hash;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    @Override
    public InputStream open(ContentHash hash) throws IOException {
        try {
            InputStream file = Files.newInputStream(file(hash));
            try {
                return new Verified(new GZIPInputStream(file, BUFFER), hash);
            } catch (IOException e) {
                file.close();
                throw e;
            }
        } catch (NoSuchFileException e) {
            FileNotFoundException missing = new FileNotFoundException("The raw store holds nothing under " + hash);
            missing.initCause(e);
            throw missing;
        }
    }

    private Path file(ContentHash hash) {
        String digits = hash.value();
        return root.resolve(digits.substring(0, FOLDER_DIGITS)).resolve(digits.substring(FOLDER_DIGITS) + ".gz");
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Most raw content is compressed already (PDF, DOCX), so speed counts more than size. */
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    /** Compares the hash when the end is reached; a reader that stops before sees unverified bytes. */
    private static final class Verified extends FilterInputStream {
        private final MessageDigest digest;
        private final ContentHash expected;
        private boolean checked;

        Verified(InputStream in, ContentHash expected) {
            super(in);
            this.expected = expected;
            this.digest = ContentHash.digest();
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            if (count > 0) {
                digest.update(buffer, offset, count);
            } else if (count < 0 && !checked) {
                checked = true;
                String found = HexFormat.of().formatHex(digest.digest());
                if (!found.equals(expected.value())) {
                    throw new IOException("The raw store's file " + expected + " holds other bytes (" + found
                            + "); restore it from a backup");
                }
            }
            return count;
        }

        @Override
        public long skip(long wanted) throws IOException {
            byte[] buffer = new byte[(int) Math.min(BUFFER, Math.max(1, wanted))];
            long skipped = 0;
            while (skipped < wanted) {
                int count = read(buffer, 0, (int) Math.min(buffer.length, wanted - skipped));
                if (count < 0) {
                    break;
                }
                skipped += count;
            }
            return skipped;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
