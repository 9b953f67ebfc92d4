package org.talentrecall.index;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.talentrecall.archive.dossier.PersonId;

/** Who has been talked to of late, so that a night need not look at everybody for reminders. Safe for several threads. */
public final class RecentTalks {
    private static final int PAGE = 5_000;

    private final SearchConnection connection;
    private final IndexVersions versions;

    public RecentTalks(SearchConnection connection) {
        this.connection = connection;
        this.versions = new IndexVersions(connection);
    }

    /** The part of a document that matters here. */
    record Talk(@JsonProperty("person_id") String person) {}

    /** Persons with a contact on or after the day, or with something promised for then; sorted, each once. */
    public List<PersonId> since(LocalDate day) {
        IndexVersions.Version live = versions.live(IndexName.COMMUNICATIONS);
        if (live == null) {
            return List.of();
        }
        versions.refresh(live);
        TreeSet<PersonId> persons = new TreeSet<>();
        Query late = CandidateQueries.any(List.of(from("date", day), from("promised", day)));
        new IndexScan(connection).forEach(live.index(), late, IndexScan.only("person_id"), PAGE, Talk.class, hit -> {
            Talk talk = hit.source();
            if (talk != null) {
                persons.add(new PersonId(talk.person()));
            }
        });
        return new ArrayList<>(persons);
    }

    private static Query from(String field, LocalDate day) {
        return Query.of(query ->
                query.range(range -> range.date(date -> date.field(field).gte(day.toString()))));
    }
}
