package org.talentrecall.ingest.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.talentrecall.ingest.document.DocumentReading.Why;

/**
 * A file that came out of a packed one.
 *
 * @param name its path within, with {@code /}, decoded
 * @param file where its bytes lie, or null when there are none for the reason in {@code fault}
 */
public record PackedEntry(
        String name, @Nullable Path file, @Nullable Why fault) {
    static byte[] bytes(String name, String file, @Nullable Why fault) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeUTF(name);
        out.writeUTF(file);
        out.writeUTF(fault == null ? "" : fault.name());
        return bytes.toByteArray();
    }

    static PackedEntry read(byte[] piece, Path folder) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(piece))) {
            String name = in.readUTF();
            String file = in.readUTF();
            String fault = in.readUTF();
            return new PackedEntry(
                    name, file.isEmpty() ? null : folder.resolve(file), fault.isEmpty() ? null : Why.valueOf(fault));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("A child gave half an entry", e);
        }
    }
}
