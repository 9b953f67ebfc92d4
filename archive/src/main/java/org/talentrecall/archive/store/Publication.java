package org.talentrecall.archive.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.OpeningDescription;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.record.RecordId;

/**
 * What the rest of the archive sees of a record: its identity keys, its place among the openings, and that it waits to be
 * resolved. A record is published exactly while its standing is STORED.
 */
final class Publication {
    private final Database database;

    Publication(Database database) {
        this.database = database;
    }

    void publish(Map<RecordId, ReadingBody> records) {
        List<@Nullable Object[]> keys = new ArrayList<>();
        List<@Nullable Object[]> openings = new ArrayList<>();
        records.forEach((id, body) -> {
            String name = RecordKeys.nameForm(body.facts());
            for (String key : RecordKeys.of(body)) {
                keys.add(new Object[] {key, name, id.value()});
            }
            for (String opening : openings(body.facts())) {
                openings.add(new Object[] {opening, id.value()});
            }
        });
        database.batch("insert into record_key (key_text, name_form, record_id) values (?, ?, ?)", keys);
        database.batch("insert into opening_row (opening_id, record_id) values (?, ?)", openings);
        await(records.keySet());
    }

    private static Set<String> openings(List<StatedFact> facts) {
        Set<String> ids = new LinkedHashSet<>();
        for (StatedFact stated : facts) {
            if (stated.fact() instanceof OpeningDescription opening) {
                ids.add(KeyText.indexed(opening.id()));
            }
        }
        return ids;
    }

    /** Takes records out of sight; what they leave behind is settled when they are resolved. */
    void retract(Collection<RecordId> records) {
        if (records.isEmpty()) {
            return;
        }
        Object ids = Database.array(records);
        database.update("""
                insert into record_waiting_key (record_id, key_text)
                select k.record_id, k.key_text from record_key k
                where k.record_id = any(?) and not exists (
                    select 1 from record_waiting_key w where w.record_id = k.record_id and w.key_text = k.key_text)
                """, ids);
        await(records);
        database.update("delete from record_key where record_id = any(?)", ids);
        database.update("delete from opening_row where record_id = any(?)", ids);
    }

    private void await(Collection<RecordId> records) {
        if (!records.isEmpty()) {
            database.update("""
                    insert into record_waiting (record_id, name_form)
                    select r.id, coalesce((select min(k.name_form) from record_key k where k.record_id = r.id), '')
                    from source_record r
                    where r.id = any(?) and r.subject in ('PERSON', 'MENTION')
                        and not exists (select 1 from record_waiting w where w.record_id = r.id)
                    """, Database.array(records));
        }
    }
}
