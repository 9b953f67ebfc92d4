package org.talentrecall.config.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.talentrecall.archive.audit.AuditAction;
import org.talentrecall.archive.audit.AuditEntry;
import org.talentrecall.archive.dossier.Dossiers;
import org.talentrecall.archive.identity.Resolve;
import org.talentrecall.archive.intake.Effects.FileEffect;
import org.talentrecall.archive.intake.ImportId;
import org.talentrecall.archive.intake.Intake;
import org.talentrecall.archive.intake.IntakeItem;
import org.talentrecall.archive.intake.RawStore;
import org.talentrecall.archive.store.ArchiveStore;
import org.talentrecall.ingest.source.IntakeFeed;
import org.talentrecall.ingest.source.NothingKept;
import org.talentrecall.ingest.source.SourceProblem;

/**
 * What an import would do, found out by doing it: everything is read, stored and resolved in one transaction, which is then
 * rolled back; raw bytes are hashed and not kept.
 *
 * @param people null where persons were resolved together with others' changes
 * @param problems one sentence for each source that cannot be read
 */
record DryRun(
        List<FileEffect> files,
        List<ChangeLine> changes,
        @Nullable People people,
        List<String> problems) {
    private static final int AT_ONCE = 200;
    private static final int RESOLVED_AT_ONCE = 500;
    private static final int AUDIT_LOOKED_AT = 10_000;

    /**
     * Persons.
     *
     * @param joined {@code from>into} of persons that were two before
     */
    record People(long added, long changed, long gone, List<String> joined) {}

    /** Makes the feeds, given the import and a raw store. */
    @FunctionalInterface
    interface Feeds {
        List<IntakeFeed> open(ImportId into, RawStore raw, Consumer<SourceProblem> problems);
    }

    DryRun {
        files = List.copyOf(files);
        changes = List.copyOf(changes);
        problems = List.copyOf(problems);
    }

    static DryRun of(ApplicationContext context, Clock clock, Feeds feeds) {
        ArchiveStore store = context.getBean(ArchiveStore.class);
        TransactionTemplate transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            return run(store, clock, feeds);
        }));
    }

    private static DryRun run(ArchiveStore store, Clock clock, Feeds feeds) {
        // What waits from before is not this import's doing.
        resolve(store.resolve());
        Dossiers dossiers = store.dossiers();
        long people = dossiers.count();
        long mark = lastChange(dossiers);
        ImportId id = store.imports().begin("import", "dry-run", clock.instant());
        long entries = store.audit().latest(1).get(0).number();
        List<String> problems = new ArrayList<>();
        for (IntakeFeed feed : feeds.open(id, NothingKept.RAW, problem -> problems.add(problem.sentence()))) {
            try (feed) {
                take(store.intake(), id, feed);
            } catch (IOException e) {
                throw new UncheckedIOException("The files could not be read to their end", e);
            }
        }
        resolve(store.resolve());
        DryRun done = done(store, id);
        return new DryRun(done.files(), done.changes(), people(store, people, mark, entries), problems);
    }

    private static void take(Intake intake, ImportId id, IntakeFeed feed) throws IOException {
        List<IntakeItem> items = new ArrayList<>();
        for (IntakeItem item = feed.next(); item != null; item = feed.next()) {
            items.add(item);
            if (items.size() == AT_ONCE) {
                intake.acceptAll(id, items);
                items.clear();
            }
        }
        intake.acceptAll(id, items);
    }

    private static void resolve(Resolve resolve) {
        Resolve.Progress progress = resolve.next(RESOLVED_AT_ONCE);
        while (progress.waiting() > 0) {
            progress = resolve.next(RESOLVED_AT_ONCE);
        }
    }

    private static long lastChange(Dossiers dossiers) {
        long last = 0;
        List<Dossiers.Change> some = dossiers.changedSince(last, AUDIT_LOOKED_AT);
        while (!some.isEmpty()) {
            last = some.get(some.size() - 1).sequence();
            some = dossiers.changedSince(last, AUDIT_LOOKED_AT);
        }
        return last;
    }

    private static People people(ArchiveStore store, long before, long mark, long entries) {
        long changes = 0;
        long gone = 0;
        long last = mark;
        List<Dossiers.Change> some = store.dossiers().changedSince(last, AUDIT_LOOKED_AT);
        while (!some.isEmpty()) {
            changes += some.size();
            gone += some.stream().filter(Dossiers.Change::gone).count();
            last = some.get(some.size() - 1).sequence();
            some = store.dossiers().changedSince(last, AUDIT_LOOKED_AT);
        }
        long added = store.dossiers().count() - before + gone;
        List<String> joined = store.audit().latest(AUDIT_LOOKED_AT).stream()
                .filter(entry -> entry.number() > entries && entry.action().equals(AuditAction.MERGE.name()))
                .map(AuditEntry::subjects)
                .flatMap(List::stream)
                .toList();
        return new People(added, changes - gone - added, gone, joined);
    }

    /** What an import has done. */
    static DryRun done(ArchiveStore store, ImportId id) {
        List<ChangeLine> changes = new ArrayList<>();
        store.effects().changes(id, change -> changes.addAll(ChangeLine.of(change)));
        return new DryRun(store.effects().files(id), changes, null, List.of());
    }

    static DryRun together(List<DryRun> several) {
        return new DryRun(
                several.stream().flatMap(one -> one.files().stream()).toList(),
                several.stream().flatMap(one -> one.changes().stream()).toList(),
                null,
                several.stream().flatMap(one -> one.problems().stream()).toList());
    }
}
