package org.talentrecall.archive.store;

import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.talentrecall.archive.Marks;
import org.talentrecall.archive.dossier.Dossiers;
import org.talentrecall.archive.identity.ExactResolver;
import org.talentrecall.archive.identity.Resolve;
import org.talentrecall.archive.intake.Imports;
import org.talentrecall.archive.intake.Intake;
import org.talentrecall.archive.intake.RawStore;
import org.talentrecall.archive.intake.Reconciliation;
import org.talentrecall.archive.night.Nights;
import org.talentrecall.archive.opening.Openings;

/**
 * The archive in a database (H2 or PostgreSQL) and a folder of raw bytes. What it gives out is safe for use by several
 * threads; each call is a transaction or joins the one that is open on the data source.
 */
public final class ArchiveStore {
    private final Database database;
    private final Clock clock;
    private final RawStore raw;

    private ArchiveStore(Database database, Path raw, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.raw = new FileRawStore(raw);
    }

    /**
     * Opens the archive, and brings its schema up to date first.
     *
     * @param transactions of the same data source
     * @param raw folder of the raw bytes; made when something is put there
     */
    public static ArchiveStore open(
            DataSource dataSource, PlatformTransactionManager transactions, Path raw, Clock clock) {
        Schema.bringUpToDate(dataSource);
        return new ArchiveStore(new Database(dataSource, transactions), raw, clock);
    }

    /** Opens the archive without Spring's container, for commands that only look something up. */
    public static ArchiveStore open(DataSource dataSource, Path raw, Clock clock) {
        return open(dataSource, new JdbcTransactionManager(dataSource), raw, clock);
    }

    public Intake intake() {
        return new JdbcIntake(database, clock);
    }

    public Imports imports() {
        return new JdbcImports(database);
    }

    public Reconciliation reconciliation() {
        return new JdbcReconciliation(database);
    }

    /** Joins records by exact keys. */
    public Resolve resolve() {
        return new JdbcResolve(database, new ExactResolver());
    }

    public Dossiers dossiers() {
        return new JdbcDossiers(database);
    }

    public Openings openings() {
        return new JdbcOpenings(database);
    }

    public Nights nights() {
        return new JdbcNights(database);
    }

    public Marks marks() {
        return new JdbcMarks(database);
    }

    public RawStore raw() {
        return raw;
    }
}
