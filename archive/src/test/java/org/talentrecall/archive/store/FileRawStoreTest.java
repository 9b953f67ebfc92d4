package org.talentrecall.archive.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talentrecall.archive.record.ContentHash;

class FileRawStoreTest {
    private static final byte[] CONTENT = "简历 resume".repeat(5000).getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void gives_back_what_was_put() throws IOException {
        FileRawStore store = new FileRawStore(folder);

        ContentHash hash = store.put(new ByteArrayInputStream(CONTENT));

        assertThat(hash).isEqualTo(ContentHash.of(CONTENT));
        try (InputStream in = store.open(hash)) {
            assertThat(in.readAllBytes()).isEqualTo(CONTENT);
        }
        assertThat(folder.resolve(hash.value().substring(0, 2))
                        .resolve(hash.value().substring(2) + ".gz"))
                .exists();
    }

    @Test
    void keeps_the_same_bytes_once_and_leaves_nothing_behind() throws IOException {
        FileRawStore store = new FileRawStore(folder);
        store.put(CONTENT);
        store.put(CONTENT);
        store.put(new ByteArrayInputStream(CONTENT));

        assertThat(files()).hasSize(1);
    }

    @Test
    void a_source_that_breaks_off_leaves_nothing_behind() throws IOException {
        FileRawStore store = new FileRawStore(folder);
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(CONTENT), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection lost");
            }
        });

        assertThatThrownBy(() -> store.put(broken)).hasMessage("connection lost");
        assertThat(files()).isEmpty();
    }

    @Test
    void says_when_nothing_is_stored_under_a_hash() {
        assertThatThrownBy(() -> new FileRawStore(folder).open(ContentHash.of(CONTENT)))
                .isInstanceOf(FileNotFoundException.class);
    }

    @Test
    void notices_bytes_that_are_not_those_that_were_put() throws IOException {
        FileRawStore store = new FileRawStore(folder);
        ContentHash hash = store.put(CONTENT);
        ContentHash other = store.put(new byte[] {1, 2, 3});
        Files.copy(file(other), file(hash), java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        try (InputStream in = store.open(hash)) {
            assertThatThrownBy(in::readAllBytes).isInstanceOf(IOException.class).hasMessageContaining("other bytes");
        }
    }

    private Path file(ContentHash hash) {
        return folder.resolve(hash.value().substring(0, 2)).resolve(hash.value().substring(2) + ".gz");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
