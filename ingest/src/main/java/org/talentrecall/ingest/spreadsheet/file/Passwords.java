package org.talentrecall.ingest.spreadsheet.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;

/**
 * The passwords tried on protected workbooks, in the order given. Excel's own, with which it protects workbooks that only
 * their structure is locked of, is always tried first. Never shows a password.
 */
public final class Passwords {
    /** None but Excel's own. */
    public static final Passwords NONE = new Passwords(List.of());

    private final List<String> words;

    public Passwords(List<String> words) {
        List<String> all = new ArrayList<>(words.size() + 1);
        all.add(Decryptor.DEFAULT_PASSWORD);
        all.addAll(words);
        this.words = List.copyOf(all);
    }

    /** Passwords of which {@link #words} gave all. */
    static Passwords all(List<String> words) {
        return new Passwords(words.subList(1, words.size()));
    }

    List<String> words() {
        return words;
    }

    UnreadableWorkbook refusal(@Nullable Exception cause) {
        String message = words.size() > 1
                ? "is protected by a password that none of the passwords of its source opens; correct them in the settings,"
                        + " or save it without a password"
                : "is protected by a password; add it to the passwords of its source in the settings,"
                        + " or save it without one";
        return cause == null
                ? new UnreadableWorkbook(UnreadableWorkbook.Code.ENCRYPTED, message)
                : new UnreadableWorkbook(UnreadableWorkbook.Code.ENCRYPTED, message, cause);
    }

    /**
     * The zip package inside of a protected one, as a temporary file that only its owner can read; the caller deletes it.
     */
    Path decrypted(POIFSFileSystem container) throws IOException, UnreadableWorkbook {
        try {
            EncryptionInfo info = new EncryptionInfo(container);
            Decryptor decryptor = Decryptor.getInstance(info);
            for (String word : words) {
                if (decryptor.verifyPassword(word)) {
                    return copy(decryptor, container);
                }
            }
            throw refusal(null);
        } catch (GeneralSecurityException | EncryptedDocumentException unknown) {
            throw refusal(unknown);
        }
    }

    private static Path copy(Decryptor decryptor, POIFSFileSystem container)
            throws IOException, GeneralSecurityException {
        Path plain = Files.createTempFile("workbook", ".tmp");
        try (InputStream in = decryptor.getDataStream(container)) {
            Files.copy(in, plain, StandardCopyOption.REPLACE_EXISTING);
            return plain;
        } catch (IOException | GeneralSecurityException | RuntimeException failure) {
            Files.deleteIfExists(plain);
            throw failure;
        }
    }

    @Override
    public String toString() {
        return "Passwords[" + (words.size() - 1) + "]";
    }
}
