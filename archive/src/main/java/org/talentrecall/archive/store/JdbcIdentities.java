package org.talentrecall.archive.store;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.talentrecall.archive.audit.Actor;
import org.talentrecall.archive.audit.Audit;
import org.talentrecall.archive.audit.AuditAction;
import org.talentrecall.archive.audit.AuditEvent;
import org.talentrecall.archive.dossier.Dossier;
import org.talentrecall.archive.dossier.Dossiers;
import org.talentrecall.archive.dossier.PersonId;
import org.talentrecall.archive.identity.DoubtfulPair;
import org.talentrecall.archive.identity.Identities;
import org.talentrecall.archive.identity.JoinReason;
import org.talentrecall.archive.identity.Judgement;
import org.talentrecall.archive.identity.ResolvedPerson;
import org.talentrecall.archive.json.ArchiveJson;
import org.talentrecall.archive.linkage.Evidence;
import org.talentrecall.archive.record.RecordId;

final class JdbcIdentities implements Identities {
    /** Links read for each pair of persons that is asked for: two persons may be linked by several of their records. */
    private static final int LINKS_A_PAIR = 8;

    private final Database database;
    private final JdbcResolve resolve;
    private final JudgementRows judgements;
    private final Dossiers dossiers;
    private final Audit audit;
    private final Clock clock;

    JdbcIdentities(Database database, JdbcResolve resolve, Audit audit, Clock clock) {
        this.database = database;
        this.resolve = resolve;
        this.audit = audit;
        this.clock = clock;
        judgements = new JudgementRows(database);
        dossiers = new JdbcDossiers(database);
    }

    @Override
    public List<ResolvedPerson.Join> joins(PersonId person) {
        return dossiers.find(person)
                .map(dossier -> database.list(
                        """
                        select distinct j.record_id, j.other_id, j.reason from person_join j
                            join person_record p on p.person = j.person
                        where p.record_id = any(?) order by j.record_id, j.other_id
                        """,
                        (row, index) -> new ResolvedPerson.Join(
                                new RecordId(row.getString(1)),
                                new RecordId(row.getString(2)),
                                ArchiveJson.read(row.getString(3), JoinReason.class)),
                        Database.whole(dossier.records())))
                .orElse(List.of());
    }

    @Override
    public List<DoubtfulPair> questions(int limit) {
        Map<List<PersonId>, DoubtfulPair> pairs = new LinkedHashMap<>();
        database.list(
                        """
                        select a.person as one, b.person as other, l.record_a, l.record_b, l.evidence
                        from identity_link l
                            join person_record a on a.record_id = l.record_a
                            join person_record b on b.record_id = l.record_b
                        where a.person <> b.person and not exists (
                            select 1 from judgement_record x
                                join judgement_record y on y.judgement_id = x.judgement_id and y.side <> x.side
                                join judgement j on j.id = x.judgement_id and j.kind = 'APART' and j.withdrawn_at is null
                                join person_record p on p.record_id = x.record_id
                                join person_record q on q.record_id = y.record_id
                            where p.person = a.person and q.person = b.person)
                        order by l.total desc, l.record_a, l.record_b limit ?
                        """,
                        (row, index) -> new DoubtfulPair(
                                JdbcDossiers.personId(row.getString("one")),
                                JdbcDossiers.personId(row.getString("other")),
                                new RecordId(row.getString("record_a")),
                                new RecordId(row.getString("record_b")),
                                ArchiveJson.read(row.getString("evidence"), Evidence.class)),
                        (long) limit * LINKS_A_PAIR)
                .forEach(pair -> pairs.putIfAbsent(List.copyOf(new TreeSet<>(Set.of(pair.one(), pair.other()))), pair));
        return pairs.values().stream().limit(limit).toList();
    }

    @Override
    public Judgement merge(PersonId one, PersonId other, Actor by) {
        return decide(Judgement.Kind.SAME, one, other, by);
    }

    @Override
    public Judgement keepApart(PersonId one, PersonId other, Actor by) {
        return decide(Judgement.Kind.APART, one, other, by);
    }

    private Judgement decide(Judgement.Kind kind, PersonId one, PersonId other, Actor by) {
        Dossier left = existing(one);
        Dossier right = existing(other);
        if (left.id().equals(right.id())) {
            throw new IllegalArgumentException(one + " and " + other + " are one person already");
        }
        return enter(
                kind,
                List.of(left.id(), right.id()),
                new TreeSet<>(left.records()),
                new TreeSet<>(right.records()),
                by);
    }

    @Override
    public Judgement split(PersonId person, Collection<RecordId> records, Actor by) {
        Dossier dossier = existing(person);
        Set<RecordId> some = new TreeSet<>(records);
        Set<RecordId> rest = new TreeSet<>(dossier.records());
        if (some.isEmpty() || !rest.containsAll(some) || some.size() == rest.size()) {
            throw new IllegalArgumentException(
                    "Name some of the records of " + dossier.id() + ", not none or all of its " + rest.size());
        }
        rest.removeAll(some);
        return enter(Judgement.Kind.APART, List.of(dossier.id()), some, rest, by);
    }

    private Dossier existing(PersonId id) {
        return dossiers.find(id).orElseThrow(() -> new IllegalArgumentException("There is no person " + id));
    }

    private Judgement enter(
            Judgement.Kind kind, List<PersonId> persons, Set<RecordId> some, Set<RecordId> others, Actor by) {
        return database.inTransaction(() -> {
            long id = judgements.add(kind, clock.instant(), by.name(), some, others);
            Set<RecordId> all = new TreeSet<>(some);
            all.addAll(others);
            resolve.resolve(all);
            audit.append(
                    by,
                    AuditEvent.of(
                                    kind == Judgement.Kind.SAME ? AuditAction.MERGE : AuditAction.SPLIT,
                                    persons.stream().map(PersonId::value).toList())
                            .detail("by", "decision")
                            .detail("decision", Long.toString(id)));
            return judgements.find(id).orElseThrow();
        });
    }

    @Override
    public List<Judgement> judgements() {
        return judgements.standing();
    }

    @Override
    public boolean withdraw(long judgement, Actor by) {
        return database.inTransaction(() -> {
            if (!judgements.withdraw(judgement, clock.instant(), by.name())) {
                return false;
            }
            List<RecordId> records = new ArrayList<>();
            judgements.find(judgement).ifPresent(one -> records.addAll(one.records()));
            resolve.resolve(records);
            audit.append(by, AuditEvent.of(AuditAction.UNDO, "decision:" + judgement));
            return true;
        });
    }

    @Override
    public long wideBlocks() {
        return database.number("select count(*) from wide_block");
    }
}
