package org.talentrecall.archive.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.talentrecall.archive.audit.AuditAction;
import org.talentrecall.archive.audit.AuditEvent;
import org.talentrecall.archive.audit.AuditProof;

/** What is left in the files when the program is killed, and nothing is closed. */
class AuditAfterKillTest {
    private static final int ENTRIES = 3;
    /** By itself the database would write after an hour, and not before. */
    private static final String LATE = ";WRITE_DELAY=3600000";

    @TempDir
    Path folder;

    @Test
    void no_anchor_tells_of_an_entry_that_the_file_lacks() throws IOException, SQLException {
        Path running = Files.createDirectories(folder.resolve("running"));
        DriverManagerDataSource database = database(running);
        // Somebody stays connected, so that the database is not closed between two uses.
        try (Connection stays = database.getConnection()) {
            ArchiveStore archive = ArchiveStore.open(database, running.resolve("raw"), ArchiveContract.clock());
            for (int i = 1; i <= ENTRIES; i++) {
                archive.audit().append(AuditEvent.of(AuditAction.UNDO, "import:" + i));
                assertThat(stays.isClosed()).isFalse();
                AuditProof proof = left(running, Files.createDirectories(folder.resolve("left-" + i)));
                assertThat(proof.faults()).isEmpty();
                assertThat(proof.entries()).isEqualTo(i);
                assertThat(proof.anchors()).isEqualTo(i);
            }
        }
    }

    /** Looks into copies, as they are found after a kill. */
    private static AuditProof left(Path running, Path copy) throws IOException {
        for (String file : new String[] {"archive.mv.db", "audit-anchors.txt"}) {
            Files.copy(running.resolve(file), copy.resolve(file));
        }
        return ArchiveStore.open(database(copy), copy.resolve("raw"), ArchiveContract.clock())
                .audit()
                .verify();
    }

    private static DriverManagerDataSource database(Path folder) {
        return new DriverManagerDataSource("jdbc:h2:file:" + folder.resolve("archive") + LATE, "sa", "");
    }
}
