package org.talentrecall.ingest.imap;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.talentrecall.ingest.imap.ImapAccount.HiddenValue;

/** A refresh token, and where a newer one is kept. Its text never shows. */
public final class RefreshToken {
    private final HiddenValue given;
    private final @Nullable Path file;
    private @Nullable String newer;

    private RefreshToken(HiddenValue given, @Nullable Path file) {
        this.given = given;
        this.file = file;
    }

    /** One that lies in a file, alone; read at each use and replaced there. */
    public static RefreshToken in(Path file) {
        return new RefreshToken(() -> Files.readString(file).strip(), file);
    }

    /** One from the settings or the environment; a newer one lives as long as the process. */
    public static RefreshToken of(HiddenValue given) {
        return new RefreshToken(given, null);
    }

    synchronized String get() throws IOException {
        return newer == null ? given.get() : newer;
    }

    /** Keeps a newer one; false when it cannot be kept beyond this process. */
    synchronized boolean replace(String rotated) throws IOException {
        if (file == null) {
            newer = rotated;
            return false;
        }
        Path target = file.toRealPath();
        // A file of a fresh name in the same folder, so that a kill leaves the old token or the new one, never half of
        // it.
        Path fresh = Files.createTempFile(Objects.requireNonNull(target.getParent()), ".refresh-token", null);
        try {
            Files.writeString(fresh, rotated + System.lineSeparator());
            if (Files.getFileStore(target).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(fresh, Files.getPosixFilePermissions(target));
            }
            move(fresh, target);
        } finally {
            Files.deleteIfExists(fresh);
        }
        return true;
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
