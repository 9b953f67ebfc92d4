package org.talentrecall.archive.store;

import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.talentrecall.archive.Marks;
import org.talentrecall.archive.audit.Actor;
import org.talentrecall.archive.audit.Audit;
import org.talentrecall.archive.dossier.Dossiers;
import org.talentrecall.archive.identity.DefaultModel;
import org.talentrecall.archive.identity.Identities;
import org.talentrecall.archive.identity.Resolve;
import org.talentrecall.archive.intake.Effects;
import org.talentrecall.archive.intake.Imports;
import org.talentrecall.archive.intake.Intake;
import org.talentrecall.archive.intake.RawStore;
import org.talentrecall.archive.intake.Reconciliation;
import org.talentrecall.archive.intake.Undo;
import org.talentrecall.archive.night.Nights;
import org.talentrecall.archive.opening.Openings;

/**
 * The archive in a database (H2 or PostgreSQL) and a folder of raw bytes. What it gives out is safe for use by several
 * threads; each call is a transaction or joins the one that is open on the data source.
 */
public final class ArchiveStore {
    /** Beside the folder of raw bytes: notes of the audit outside the database. */
    private static final String ANCHORS = "audit-anchors.txt";

    private final Database database;
    private final Clock clock;
    private final RawStore raw;
    private final JdbcAudit audit;
    private final Actor actor;

    private ArchiveStore(Database database, Path raw, Actor actor, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.raw = new FileRawStore(raw);
        this.actor = actor;
        this.audit = new JdbcAudit(database, new AuditAnchors(raw.resolveSibling(ANCHORS)), actor, clock);
    }

    /**
     * Opens the archive, and brings its schema up to date first.
     *
     * @param transactions of the same data source
     * @param raw folder of the raw bytes; made when something is put there
     * @param actor in whose name the audit enters what is done
     */
    public static ArchiveStore open(
            DataSource dataSource, PlatformTransactionManager transactions, Path raw, Actor actor, Clock clock) {
        Schema.bringUpToDate(dataSource);
        return new ArchiveStore(new Database(dataSource, transactions), raw, actor, clock);
    }

    /** Opens the archive for the account under which this program runs. */
    public static ArchiveStore open(
            DataSource dataSource, PlatformTransactionManager transactions, Path raw, Clock clock) {
        return open(dataSource, transactions, raw, Actor.ofThisProcess(), clock);
    }

    /** Opens the archive without Spring's container, for commands that only look something up. */
    public static ArchiveStore open(DataSource dataSource, Path raw, Clock clock) {
        return open(dataSource, raw, Actor.ofThisProcess(), clock);
    }

    /** The same in somebody's name. */
    public static ArchiveStore open(DataSource dataSource, Path raw, Actor actor, Clock clock) {
        return open(dataSource, new JdbcTransactionManager(dataSource), raw, actor, clock);
    }

    public Audit audit() {
        return audit;
    }

    public Intake intake() {
        return new JdbcIntake(database, clock, audit);
    }

    public Imports imports() {
        return new JdbcImports(database, audit, actor);
    }

    /** What imports did. */
    public Effects effects() {
        return new JdbcEffects(database);
    }

    /** Takes imports back. */
    public Undo undo() {
        return new JdbcUndo(database, audit, actor, clock);
    }

    /**
     * One hash over what the archive holds, however and whenever it came there: 64 hexadecimal digits. Reads everything.
     */
    public String hash() {
        return new ArchiveDigest(database).compute();
    }

    public Reconciliation reconciliation() {
        return new JdbcReconciliation(database);
    }

    public Identities identities() {
        return new JdbcIdentities(database, new JdbcResolve(database, DefaultModel::of, audit), audit, clock);
    }

    /** Joins records by weighed evidence and human decisions. */
    public Resolve resolve() {
        return new JdbcResolve(database, DefaultModel::of, audit);
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
