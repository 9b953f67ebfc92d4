package org.talentrecall.config.cli;

import com.zaxxer.hikari.HikariDataSource;
import org.talentrecall.archive.store.ArchiveStore;
import org.talentrecall.config.Failure;
import org.talentrecall.config.database.Database;
import org.talentrecall.config.database.DatabaseSettings;
import org.talentrecall.config.home.Home;
import org.talentrecall.config.job.RunLock;

/** The archive alone, without Spring's context and without Elasticsearch: for commands that answer at once. */
final class LightArchive implements AutoCloseable {
    private final HikariDataSource pool;
    private final ArchiveStore store;

    private LightArchive(HikariDataSource pool, ArchiveStore store) {
        this.pool = pool;
        this.store = store;
    }

    /**
     * Opens the home's archive.
     *
     * @throws Failure when there is none yet or the database cannot be reached
     */
    static LightArchive open(Session session) {
        Home home = session.home();
        home.prepareData();
        DatabaseSettings settings = session.settings().bind("recall.archive", DatabaseSettings.class);
        HikariDataSource pool = Database.open(settings, home);
        try {
            return new LightArchive(
                    pool, ArchiveStore.open(pool, home.data().resolve("raw"), session.actor(), session.clock()));
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    ArchiveStore store() {
        return store;
    }

    /**
     * Does something that no run may disturb.
     *
     * @throws Failure when a run is at work on this archive
     */
    void alone(Runnable work) {
        try (RunLock lock = RunLock.take(pool)) {
            lock.hold(work);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
