package org.talentrecall.archive.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.talentrecall.archive.fact.Doubt;
import org.talentrecall.archive.fact.Review;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.identity.IdentityKey;
import org.talentrecall.archive.intake.AskingRecord;
import org.talentrecall.archive.record.ContentHash;
import org.talentrecall.archive.record.RecordId;
import org.talentrecall.archive.record.SourceId;

/** Questions that readers left open, and what people answered to them. */
final class DoubtRows {
    /** Keys of kind RECORD, by which answers find what they are about, lie between these two. */
    private static final String FIRST = IdentityKey.Kind.RECORD.name() + ':';

    private static final String BEHIND = IdentityKey.Kind.RECORD.name() + ';';
    private static final int AT_ONCE = 500;

    private final Database database;
    private final RecordRows records;

    DoubtRows(Database database, RecordRows records) {
        this.database = database;
        this.records = records;
    }

    private record Word(Instant at, String value) {}

    Map<RecordId, String> answers(String question) {
        List<RecordId> all = database.list(
                "select distinct record_id from record_key where key_text >= ? and key_text < ? order by record_id",
                (row, index) -> new RecordId(row.getString(1)),
                FIRST,
                BEHIND);
        Map<RecordId, Word> latest = new HashMap<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            records.bodies(all.subList(from, Math.min(all.size(), from + AT_ONCE)))
                    .values()
                    .forEach(body -> word(body, question)
                            .ifPresent(word -> body.links().stream()
                                    .filter(link -> link.kind() == IdentityKey.Kind.RECORD)
                                    .forEach(
                                            link -> latest.merge(new RecordId(link.value()), word, DoubtRows::later))));
        }
        return withTwins(latest);
    }

    private static Word later(Word one, Word other) {
        int order = one.at().compareTo(other.at());
        return order > 0 || order == 0 && one.value().compareTo(other.value()) >= 0 ? one : other;
    }

    private static Optional<Word> word(ReadingBody body, String question) {
        for (StatedFact stated : body.facts()) {
            if (stated.fact() instanceof Review review
                    && review.about() instanceof Doubt doubt
                    && doubt.question().equals(question)
                    && review.value() != null) {
                return Optional.of(new Word(review.at(), review.value()));
            }
        }
        return Optional.empty();
    }

    /** A copy of a mail in another mailbox asks nothing as long as it is merged; it is the same mail all the same. */
    private Map<RecordId, String> withTwins(Map<RecordId, Word> latest) {
        Map<RecordId, String> answers = new HashMap<>();
        if (latest.isEmpty()) {
            return answers;
        }
        Map<RecordId, Word> all = new HashMap<>();
        database.list(
                        """
                        select r.id, t.id from source_record r join source_record t on t.duplicate_hash = r.duplicate_hash
                        where r.id = any(?) and t.standing <> 'WITHDRAWN'
                        """,
                        (row, index) -> Map.entry(new RecordId(row.getString(1)), new RecordId(row.getString(2))),
                        Database.array(latest.keySet()))
                .forEach(twin -> {
                    Word word = latest.get(twin.getKey());
                    if (word != null) {
                        all.merge(twin.getValue(), word, DoubtRows::later);
                    }
                });
        latest.forEach((record, word) -> all.merge(record, word, DoubtRows::later));
        all.forEach((record, word) -> answers.put(record, word.value()));
        return answers;
    }

    List<AskingRecord> asking(String question, Collection<RecordId> of) {
        List<AskingRecord> asking = new ArrayList<>();
        List<RecordId> all = of.stream().sorted().toList();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            database.list(
                            """
                            select r.id, r.source, r.natural_key, c.path, v.content, v.body
                            from source_record r join container c on c.id = r.container_id
                                join record_version v on v.record_id = r.id and v.version = r.version
                            where r.standing in ('STORED', 'MERGED') and v.body is not null and r.id = any(?)
                            order by r.id
                            """,
                            (row, index) -> asking(row, question),
                            Database.array(all.subList(from, Math.min(all.size(), from + AT_ONCE))))
                    .forEach(found -> found.ifPresent(asking::add));
        }
        return asking;
    }

    /** Notes the records whose questions these readings answer; also when they are about to go. */
    void changed(Collection<ReadingBody> readings) {
        Map<String, Set<RecordId>> asked = new TreeMap<>();
        for (ReadingBody body : readings) {
            for (StatedFact stated : body.facts()) {
                if (stated.fact() instanceof Review review && review.about() instanceof Doubt doubt) {
                    body.links().stream()
                            .filter(link -> link.kind() == IdentityKey.Kind.RECORD)
                            .forEach(link -> asked.computeIfAbsent(doubt.question(), key -> new TreeSet<>())
                                    .add(new RecordId(link.value())));
                }
            }
        }
        asked.forEach((question, records) ->
                database.update("""
                insert into answer_changed (record_id, question)
                select r.id, cast(? as varchar(255)) from source_record r
                where r.id in (
                        select a.id from source_record a where a.id = any(?)
                        union select t.id from source_record a
                            join source_record t on t.duplicate_hash = a.duplicate_hash where a.id = any(?))
                    and not exists (select 1 from answer_changed c where c.record_id = r.id and c.question = ?)
                """, question, Database.whole(records), Database.array(records), question));
    }

    /** The same for answers that are taken back, as long as they are stored. */
    void takenBack(Collection<RecordId> answers) {
        List<RecordId> about = database.list(
                "select distinct record_id from record_key where record_id = any(?) and key_text >= ? and key_text < ?",
                (row, index) -> new RecordId(row.getString(1)),
                Database.array(answers),
                FIRST,
                BEHIND);
        if (!about.isEmpty()) {
            changed(records.bodies(about).values());
        }
    }

    /** That records were read again, by the answers there are. */
    void read(Collection<RecordId> again) {
        if (!again.isEmpty()) {
            database.update("delete from answer_changed where record_id = any(?)", Database.array(again));
        }
    }

    List<AskingRecord> reanswered(String question) {
        Map<RecordId, AskingRecord> asked = new LinkedHashMap<>();
        database.list("""
                        select r.id, r.source, r.natural_key, c.path, now.content, v.body
                        from answer_changed a join source_record r on r.id = a.record_id
                            join container c on c.id = r.container_id
                            join record_version now on now.record_id = r.id and now.version = r.version
                            join record_version v on v.record_id = r.id
                        where a.question = ? and r.standing <> 'WITHDRAWN' and v.body is not null
                        order by r.id, v.version
                        """, (row, index) -> asking(row, question), question)
                .forEach(found -> found.ifPresent(record -> asked.put(record.id(), record)));
        return List.copyOf(asked.values());
    }

    private static Optional<AskingRecord> asking(ResultSet row, String question) throws SQLException {
        RecordId id = new RecordId(row.getString(1));
        SourceId source = new SourceId(row.getString(2));
        String key = row.getString(3);
        String path = row.getString(4);
        ContentHash content = new ContentHash(row.getString(5));
        return doubt(RecordRows.body(row.getBytes(6)), question)
                .map(stated -> new AskingRecord(id, source, key, path, content, stated.locator()));
    }

    private static Optional<StatedFact> doubt(ReadingBody body, String question) {
        return body.facts().stream()
                .filter(stated ->
                        stated.fact() instanceof Doubt doubt && doubt.question().equals(question))
                .findFirst();
    }
}
