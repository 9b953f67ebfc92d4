package org.talentrecall.archive.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.dossier.Dossier;
import org.talentrecall.archive.fact.PersonName;
import org.talentrecall.archive.json.ArchiveJson;
import org.talentrecall.archive.text.NameForms;

/** The tables of folded dossiers. A person goes by the id of its earliest record. */
final class DossierRows {
    private final Database database;

    DossierRows(Database database) {
        this.database = database;
    }

    /** The form under which a name is looked up: as names are matched, without blanks. */
    static String nameForm(String name) {
        return KeyText.indexed(NameForms.fold(name).replace(" ", ""));
    }

    /** Hashes of the living among these persons. */
    Map<String, String> hashes(Collection<String> persons) {
        Map<String, String> hashes = new HashMap<>();
        database.list(
                        "select person, hash from dossier where person = any(?) and not gone",
                        (row, index) -> Map.entry(row.getString(1), row.getString(2)),
                        Database.array(persons))
                .forEach(entry -> hashes.put(entry.getKey(), entry.getValue()));
        return hashes;
    }

    /** Writes bodies and name forms anew; what the hash says is {@link #number}'s business. */
    void write(Map<String, Dossier> dossiers) {
        clear(dossiers.keySet());
        List<@Nullable Object[]> bodies = new ArrayList<>();
        List<@Nullable Object[]> names = new ArrayList<>();
        dossiers.forEach((person, dossier) -> {
            int part = 0;
            for (byte[] bytes : Body.split(Body.pack(ArchiveJson.dossier(dossier)))) {
                bodies.add(new Object[] {person, part++, bytes});
            }
            for (String form : nameForms(dossier)) {
                names.add(new Object[] {form, person});
            }
        });
        database.batch("insert into dossier_body (person, part, body) values (?, ?, ?)", bodies);
        database.batch("insert into dossier_name (name_form, person) values (?, ?)", names);
    }

    private static Set<String> nameForms(Dossier dossier) {
        Set<String> forms = new TreeSet<>();
        dossier.of(PersonName.class)
                .forEach(name -> forms.add(nameForm(name.fact().text())));
        forms.remove("");
        return forms;
    }

    void clear(Collection<String> persons) {
        if (!persons.isEmpty()) {
            Object ids = Database.array(persons);
            database.update("delete from dossier_body where person = any(?)", ids);
            database.update("delete from dossier_name where person = any(?)", ids);
        }
    }

    /**
     * Gives changes their numbers. The counter's row stays locked until the transaction ends, so numbers become visible in
     * their order and no consumer's mark passes one that is still to come.
     *
     * @param hashes new hashes by person; empty for persons that ceased
     */
    void number(Map<String, String> hashes) {
        if (hashes.isEmpty()) {
            return;
        }
        database.update("update change_counter set last_number = last_number + ? where id = 1", hashes.size());
        long next = database.number("select last_number from change_counter where id = 1") - hashes.size();
        List<@Nullable Object[]> known = new ArrayList<>();
        List<@Nullable Object[]> fresh = new ArrayList<>();
        Set<String> existing = Set.copyOf(database.list(
                "select person from dossier where person = any(?)",
                (row, index) -> row.getString(1),
                Database.array(hashes.keySet())));
        for (String person : new TreeSet<>(hashes.keySet())) {
            String hash = hashes.getOrDefault(person, "");
            (existing.contains(person) ? known : fresh).add(new Object[] {hash, ++next, hash.isEmpty(), person});
        }
        database.batch("update dossier set hash = ?, change_number = ?, gone = ? where person = ?", known);
        database.batch("insert into dossier (hash, change_number, gone, person) values (?, ?, ?, ?)", fresh);
    }
}
