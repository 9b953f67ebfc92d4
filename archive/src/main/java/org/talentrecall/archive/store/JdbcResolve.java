package org.talentrecall.archive.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.audit.Audit;
import org.talentrecall.archive.dossier.Dossier;
import org.talentrecall.archive.dossier.DossierFold;
import org.talentrecall.archive.dossier.DossierFold.Statement;
import org.talentrecall.archive.dossier.PersonId;
import org.talentrecall.archive.identity.Resolve;
import org.talentrecall.archive.identity.ResolvedPerson;
import org.talentrecall.archive.identity.WeighedResolver;
import org.talentrecall.archive.json.ArchiveJson;
import org.talentrecall.archive.linkage.LinkageModel;
import org.talentrecall.archive.record.RecordId;

final class JdbcResolve implements Resolve {
    private static final int COUNTED_AT_MOST = 10_000;
    /** The mark of how many records there were when the model was chosen. */
    private static final String POOL_SIZE = "resolve.pool-size";

    private static final String RESOLVED = "r.standing = 'STORED' and r.subject in ('PERSON', 'MENTION')";

    private final Database database;
    private final LongFunction<LinkageModel> models;
    private final JdbcMarks marks;
    private final DossierRows dossiers;
    private final MergeAudit merges;

    /** @param models by the number of records in the pool; the same object for pools weighed alike */
    JdbcResolve(Database database, LongFunction<LinkageModel> models, Audit audit) {
        this.database = database;
        this.models = models;
        marks = new JdbcMarks(database);
        merges = new MergeAudit(audit);
        dossiers = new DossierRows(database);
    }

    @Override
    public Progress next(int limit) {
        return database.inTransaction(() -> {
            // Namesakes together: they are each other's likeliest pairs, and so are read once.
            List<RecordId> waiting = database.list(
                    "select record_id from record_waiting order by name_form, record_id limit ?",
                    (row, index) -> new RecordId(row.getString(1)),
                    limit);
            Progress progress = waiting.isEmpty() ? new Progress(0, 0, 0, 0) : resolve(waiting);
            return progress.waiting() == 0 && outgrown()
                    ? new Progress(progress.records(), progress.changed(), progress.gone(), waiting())
                    : progress;
        });
    }

    /**
     * True when the pool has come to a size that is weighed by another model than its links were; then all its records wait.
     * Asked once a resolution, when nothing waits any more, for counting a large pool takes its time.
     */
    private boolean outgrown() {
        long weighedAt = marks.get(POOL_SIZE);
        long records = database.number("select count(*) from source_record r where " + RESOLVED);
        if (models.apply(weighedAt).equals(models.apply(records))) {
            return false;
        }
        marks.set(POOL_SIZE, records);
        return database.update("insert into record_waiting (record_id) select r.id from source_record r where "
                        + RESOLVED + " and not exists (select 1 from record_waiting w where w.record_id = r.id)")
                > 0;
    }

    /** Resolves these records and all that they concern, whether or not they wait; joins the caller's transaction. */
    Progress resolve(Collection<RecordId> first) {
        Set<RecordId> waiting = new TreeSet<>(first);
        RecordMemory memory = new RecordMemory(database);
        LinkageModel model = models.apply(marks.get(POOL_SIZE));
        Set<RecordId> touched = new PairRows(database, memory, model).renew(waiting, takeUp(waiting));
        Neighbourhood around = new NeighbourhoodSearch(database, memory).around(touched);
        List<ResolvedPerson> persons = new WeighedResolver(model)
                .resolve(around.stored().values(), around.links(), around.judgements()).stream()
                        .filter(around::isCandidate)
                        .toList();
        Map<String, ResolvedPerson> changed = new TreeMap<>();
        Set<String> gone = new TreeSet<>(around.former().keySet());
        for (ResolvedPerson person : persons) {
            String id = person.earliest().value();
            gone.remove(id);
            Set<RecordId> before = around.former().getOrDefault(id, Set.of());
            if (!before.equals(Set.copyOf(person.records()))
                    || person.records().stream().anyMatch(touched::contains)) {
                changed.put(id, person);
            }
        }
        writeMembership(changed, gone);
        Map<String, String> hashes = writeDossiers(changed, gone, around.statements());
        merges.enter(around.former(), persons);
        int ceased = (int) hashes.values().stream().filter(String::isEmpty).count();
        return new Progress(waiting.size(), hashes.size() - ceased, ceased, waiting());
    }

    /** Takes the records off the waiting list; returns the keys that they have lost. */
    private Set<String> takeUp(Set<RecordId> records) {
        Object ids = Database.array(records);
        Set<String> lost = new TreeSet<>(database.list(
                "select distinct key_text from record_waiting_key where record_id = any(?)",
                (row, index) -> row.getString(1),
                ids));
        database.update("delete from record_waiting where record_id = any(?)", ids);
        database.update("delete from record_waiting_key where record_id = any(?)", ids);
        return lost;
    }

    private void writeMembership(Map<String, ResolvedPerson> changed, Set<String> gone) {
        List<String> persons = new ArrayList<>(changed.keySet());
        persons.addAll(gone);
        if (persons.isEmpty()) {
            return;
        }
        Object ids = Database.array(persons);
        database.update("delete from person_record where person = any(?)", ids);
        database.update("delete from person_join where person = any(?)", ids);
        List<@Nullable Object[]> members = new ArrayList<>();
        List<@Nullable Object[]> joins = new ArrayList<>();
        changed.forEach((id, person) -> {
            person.records().forEach(record -> members.add(new @Nullable Object[] {record.value(), id}));
            person.joins()
                    .forEach(join -> joins.add(new @Nullable Object[] {
                        id, join.record().value(), join.other().value(), ArchiveJson.write(join.reason())
                    }));
        });
        database.batch("insert into person_record (record_id, person) values (?, ?)", members);
        database.batch("insert into person_join (person, record_id, other_id, reason) values (?, ?, ?, ?)", joins);
    }

    /** Folds the changed persons; gives a change number to those whose hash differs, and to those that ceased. */
    private Map<String, String> writeDossiers(
            Map<String, ResolvedPerson> changed, Set<String> gone, Map<RecordId, Statement> statements) {
        Map<String, Dossier> folded = new TreeMap<>();
        changed.forEach((id, person) -> folded.put(
                id, DossierFold.fold(PersonId.of(person.earliest()), statements(person.records(), statements))));
        Set<String> all = new TreeSet<>(gone);
        all.addAll(folded.keySet());
        Map<String, String> before = dossiers.hashes(all);
        Map<String, String> hashes = new TreeMap<>();
        folded.forEach((id, dossier) -> {
            String hash = ArchiveJson.hash(dossier);
            if (!hash.equals(before.get(id))) {
                hashes.put(id, hash);
            }
        });
        gone.stream().filter(before::containsKey).forEach(id -> hashes.put(id, ""));
        dossiers.clear(gone);
        dossiers.write(folded);
        dossiers.number(hashes);
        return hashes;
    }

    private static List<Statement> statements(Collection<RecordId> records, Map<RecordId, Statement> statements) {
        return records.stream().map(statements::get).filter(Objects::nonNull).toList();
    }

    private int waiting() {
        return (int) database.number(
                "select count(*) from (select 1 from record_waiting limit ?) some_waiting", COUNTED_AT_MOST);
    }
}
