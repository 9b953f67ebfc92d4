package org.talentrecall.archive.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.talentrecall.archive.dossier.Dossier;
import org.talentrecall.archive.dossier.DossierChecksum;
import org.talentrecall.archive.dossier.Dossiers;
import org.talentrecall.archive.dossier.PersonId;
import org.talentrecall.archive.identity.IdentityKey;
import org.talentrecall.archive.json.ArchiveJson;
import org.talentrecall.archive.record.RecordId;

final class JdbcDossiers implements Dossiers {
    private static final int PAGE = 500;
    private static final int FETCH = 1000;
    /** Sorts behind every hexadecimal digit. */
    private static final String BEHIND = "g";

    private final Database database;

    JdbcDossiers(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Dossier> find(PersonId id) {
        String from = id.value().substring(2);
        List<String> persons = database.list("""
                select distinct p.person from source_record r
                    join person_record p on p.record_id = case when r.standing = 'MERGED' then r.merged_into else r.id end
                where r.id >= ? and r.id < ?
                """, (row, index) -> row.getString(1), from, from + BEHIND);
        // Should two ids share their first digits, the person that goes by the id comes before one that once did.
        return persons.stream()
                .min(Comparator.comparing((String person) -> !person.startsWith(from))
                        .thenComparing(Comparator.naturalOrder()))
                .flatMap(person -> Optional.ofNullable(load(List.of(person)).get(person)));
    }

    @Override
    public List<PersonId> withKey(IdentityKey key) {
        return ids("""
                select distinct p.person from record_key k join person_record p on p.record_id = k.record_id
                where k.key_text = ?
                """, KeyText.of(key));
    }

    @Override
    public List<PersonId> named(String name) {
        return ids("select person from dossier_name where name_form = ?", DossierRows.nameForm(name));
    }

    private List<PersonId> ids(String sql, String value) {
        return database.list(sql, (row, index) -> personId(row.getString(1)), value).stream()
                .distinct()
                .sorted()
                .toList();
    }

    static PersonId personId(String person) {
        return PersonId.of(new RecordId(person));
    }

    @Override
    public List<Change> changedSince(long after, int limit) {
        return database.list(
                """
                select change_number, person, hash, gone from dossier where change_number > ?
                order by change_number limit ?
                """,
                (row, index) -> new Change(
                        row.getLong("change_number"),
                        personId(row.getString("person")),
                        row.getString("hash"),
                        row.getBoolean("gone")),
                after,
                limit);
    }

    /** Page by page, so that neither the pool nor a transaction is held. */
    @Override
    public void forEach(Consumer<Dossier> action) {
        String last = "";
        List<String> page = page(last);
        while (!page.isEmpty()) {
            load(page).values().forEach(action);
            last = page.get(page.size() - 1);
            page = page(last);
        }
    }

    private List<String> page(String after) {
        return database.list(
                "select person from dossier where person > ? and not gone order by person limit ?",
                (row, index) -> row.getString(1),
                after,
                PAGE);
    }

    /** The living dossiers among these persons, sorted. */
    private Map<String, Dossier> load(Collection<String> persons) {
        Map<String, List<byte[]>> parts = new TreeMap<>();
        database.list(
                "select person, body from dossier_body where person = any(?) order by person, part",
                (row, index) -> parts.computeIfAbsent(row.getString(1), person -> new ArrayList<>())
                        .add(row.getBytes(2)),
                Database.array(persons));
        Map<String, Dossier> dossiers = new TreeMap<>();
        parts.forEach((person, bytes) -> dossiers.put(person, ArchiveJson.dossier(Body.unpack(Body.join(bytes)))));
        return dossiers;
    }

    @Override
    public long count() {
        return database.number("select count(*) from dossier where not gone");
    }

    @Override
    public String checksum() {
        DossierChecksum checksum = new DossierChecksum();
        database.inTransaction(() -> database.eachRow(
                "select person, hash from dossier where not gone",
                FETCH,
                row -> checksum.add(personId(row.getString(1)), row.getString(2))));
        return checksum.value();
    }
}
