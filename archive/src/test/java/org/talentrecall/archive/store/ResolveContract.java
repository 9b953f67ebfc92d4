package org.talentrecall.archive.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.talentrecall.archive.audit.Actor;
import org.talentrecall.archive.audit.AuditEntry;
import org.talentrecall.archive.dossier.Dossier;
import org.talentrecall.archive.dossier.Dossiers;
import org.talentrecall.archive.dossier.PersonId;
import org.talentrecall.archive.fact.BirthYear;
import org.talentrecall.archive.fact.Contact;
import org.talentrecall.archive.fact.Education;
import org.talentrecall.archive.fact.Employment;
import org.talentrecall.archive.fact.Fact;
import org.talentrecall.archive.fact.Interview;
import org.talentrecall.archive.fact.NotHired;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.fact.RejectionCode;
import org.talentrecall.archive.fact.Review;
import org.talentrecall.archive.fact.Skill;
import org.talentrecall.archive.identity.DefaultModel;
import org.talentrecall.archive.identity.Identities;
import org.talentrecall.archive.identity.IdentityKey;
import org.talentrecall.archive.identity.JoinReason;
import org.talentrecall.archive.identity.Judgement;
import org.talentrecall.archive.identity.Resolve;
import org.talentrecall.archive.intake.Container;
import org.talentrecall.archive.intake.Reading;
import org.talentrecall.archive.linkage.CandidatePairs;
import org.talentrecall.archive.linkage.Evidence;
import org.talentrecall.archive.linkage.LinkageModel;
import org.talentrecall.archive.record.RecordId;
import org.talentrecall.archive.record.Subject;

/** What resolving promises on every database, above {@link ArchiveContract}. */
abstract class ResolveContract extends ArchiveContract {
    private static final long SEED = 20261123;
    private static final Actor HR = Actor.user("hr");

    @Test
    void records_that_share_a_phone_become_one_dossier() {
        read(row("1", name("王建国"), phone(1)), row("2", name("王建国"), phone(1), mail("a")), row("3", name("李雷")));

        Resolve.Progress progress = resolveAll();

        assertThat(progress.waiting()).isZero();
        assertThat(archive.dossiers().count()).isEqualTo(2);
        List<PersonId> found = archive.dossiers().withKey(new IdentityKey(IdentityKey.Kind.MAIL, "a@example.com"));
        Dossier dossier = archive.dossiers().find(found.get(0)).orElseThrow();
        assertThat(dossier.records()).containsExactlyInAnyOrder(RecordId.of(LOG, "1"), RecordId.of(LOG, "2"));
        assertThat(dossier.of(Contact.class)).hasSize(2);
        assertThat(archive.dossiers().named("王 建国")).isEqualTo(found);
        assertThat(database().number("select count(*) from person_join")).isEqualTo(1);
    }

    @Test
    void a_mention_waits_for_a_record_that_makes_its_person_a_candidate() {
        read(mention("1", name("王建国"), phone(1)), mention("2", phone(2)));
        resolveAll();
        assertThat(archive.dossiers().count()).isZero();
        assertThat(archive.dossiers().withKey(new IdentityKey(IdentityKey.Kind.PHONE, "+8613800000001")))
                .isEmpty();

        Container later = done(LOG, "later.xlsx", 1, 1);
        intake.accept(run, List.of(row("3", name("王建国"), phone(1))), later, false);
        resolveAll();
        Dossier dossier = archive.dossiers()
                .find(PersonId.of(RecordId.of(LOG, "3")))
                .or(() -> archive.dossiers().find(PersonId.of(RecordId.of(LOG, "1"))))
                .orElseThrow();
        assertThat(archive.dossiers().count()).isEqualTo(1);
        assertThat(dossier.records()).containsExactlyInAnyOrder(RecordId.of(LOG, "1"), RecordId.of(LOG, "3"));

        intake.withdraw(run, later);
        resolveAll();
        assertThat(archive.dossiers().count()).isZero();
        assertThat(database().number("select count(*) from person_record")).isZero();
    }

    private static Reading mention(String key, Fact... facts) {
        Reading person = row(key, facts);
        return Reading.stored(person.record(), Subject.MENTION, person.facts(), List.of());
    }

    @Test
    void an_answer_goes_wherever_the_record_that_it_is_about_goes() {
        Reading note = row("1", name("王建国"), phone(1));
        RecordId about = note.record().id();
        Reading given = row("answer", new NotHired(RejectionCode.SALARY, null, "", null, null, null));
        Reading answer = Reading.stored(
                given.record(),
                Subject.MENTION,
                given.facts(),
                List.of(new IdentityKey(IdentityKey.Kind.RECORD, about.value())));
        Container answers = done(LOG, "answers.xlsx", 1, 1);
        intake.accept(run, List.of(answer), answers, false);
        resolveAll();
        assertThat(archive.dossiers().count()).isZero();

        read(note, row("2", name("李雷"), phone(2)));
        resolveAll();
        Dossier dossier = archive.dossiers().find(PersonId.of(about)).orElseThrow();
        assertThat(dossier.records())
                .containsExactlyInAnyOrder(about, given.record().id());
        assertThat(dossier.of(NotHired.class)).hasSize(1);
        assertThat(archive.dossiers().count()).isEqualTo(2);

        intake.withdraw(run, answers);
        resolveAll();
        assertThat(archive.dossiers().find(PersonId.of(about)).orElseThrow().records())
                .containsExactly(about);
    }

    @Test
    void an_answer_that_two_are_one_joins_them_and_a_later_one_parts_them_again() {
        read(row("1", name("王建国"), phone(1)), row("2", name("王建国"), mail("a")));
        resolveAll();
        assertThat(archive.dossiers().count()).isEqualTo(2);

        intake.accept(run, List.of(told("yes", Review.Answer.CONFIRMED, "1", "2")), done(LOG, "yes.xlsx", 1, 1), false);
        resolveAll();
        assertThat(archive.dossiers().count()).isEqualTo(1);

        intake.accept(run, List.of(told("no", Review.Answer.REJECTED, "1", "2")), done(LOG, "no.xlsx", 1, 1), false);
        resolveAll();
        assertThat(archive.dossiers().count()).isEqualTo(2);
        assertThat(archive.identities().judgements()).hasSize(2);
    }

    private static Reading told(String key, Review.Answer answer, String one, String other) {
        Reading given =
                row(key, new Review("q", Review.Kind.SAME_PERSON, answer, null, List.of(), null, null, "周敏", NOW));
        return Reading.stored(
                given.record(),
                Subject.NONE,
                given.facts(),
                List.of(
                        new IdentityKey(
                                IdentityKey.Kind.RECORD, RecordId.of(LOG, one).value()),
                        new IdentityKey(
                                IdentityKey.Kind.RECORD, RecordId.of(LOG, other).value())));
    }

    @Test
    void an_id_from_before_a_merge_still_finds_the_person() {
        Reading first = said("1", "2025-01-01T00:00:00Z", name("王建国"), phone(1));
        Reading second = said("2", "2024-01-01T00:00:00Z", name("王建国"), mail("a"));
        read(first, second);
        resolveAll();
        PersonId one = PersonId.of(first.record().id());
        PersonId two = PersonId.of(second.record().id());
        assertThat(archive.dossiers().find(one).orElseThrow().id()).isEqualTo(one);

        readMore(said("3", null, name("王建国"), phone(1), mail("a")));
        Resolve.Progress progress = resolveAll();

        assertThat(progress.gone()).isEqualTo(1);
        assertThat(archive.dossiers().find(one).orElseThrow().id()).isEqualTo(two);
        assertThat(archive.dossiers()
                        .find(PersonId.of(RecordId.of(LOG, "3")))
                        .orElseThrow()
                        .id())
                .isEqualTo(two);
        assertThat(archive.dossiers().find(new PersonId("P-000000000000"))).isEmpty();
    }

    @Test
    void a_withdrawn_record_parts_what_it_had_joined() {
        read(row("1", name("王建国"), phone(1)), row("2", name("王建国"), mail("a")));
        Container bridge = done(LOG, "bridge.xlsx", 1, 1);
        intake.accept(run, List.of(row("3", name("王建国"), phone(1), mail("a"))), bridge, false);
        resolveAll();
        assertThat(archive.dossiers().count()).isEqualTo(1);

        intake.withdraw(run, bridge);
        resolveAll();

        assertThat(archive.dossiers().count()).isEqualTo(2);
        assertThat(archive.dossiers().find(PersonId.of(RecordId.of(LOG, "3")))).isEmpty();
    }

    @Test
    void changes_are_numbered_once_a_person_and_tell_who_is_gone() {
        read(row("1", name("王建国"), phone(1)), row("2", name("李雷"), phone(2)));
        resolveAll();
        List<Dossiers.Change> first = archive.dossiers().changedSince(0, 10);
        assertThat(first).hasSize(2).allMatch(change -> !change.gone());
        long mark = first.get(1).sequence();
        assertThat(archive.dossiers().changedSince(mark, 10)).isEmpty();

        intake.accept(run, List.of(row("1", name("王建国"), phone(1))), done(LOG, "log.xlsx", 2, 1), false);
        resolveAll();

        List<Dossiers.Change> second = archive.dossiers().changedSince(mark, 10);
        assertThat(second).singleElement().satisfies(change -> {
            assertThat(change.gone()).isTrue();
            assertThat(change.id()).isEqualTo(PersonId.of(RecordId.of(LOG, "2")));
            assertThat(change.hash()).isEmpty();
        });
        assertThat(archive.dossiers().count()).isEqualTo(1);
    }

    @Test
    void reading_the_same_again_changes_no_dossier() {
        read(row("1", name("王建国"), phone(1)));
        resolveAll();
        String checksum = archive.dossiers().checksum();

        intake.accept(run, List.of(row("1", name("王建国"), phone(1))), done(LOG, "log.xlsx", 2, 1), false);
        Resolve.Progress progress = resolveAll();

        assertThat(progress).isEqualTo(new Resolve.Progress(0, 0, 0, 0));
        assertThat(archive.dossiers().checksum()).isEqualTo(checksum);
    }

    @Test
    void a_recruiters_phone_parts_those_it_had_joined_when_the_third_name_comes() {
        read(row("1", name("王建国"), phone(9)), row("2", phone(9)));
        resolveAll();
        assertThat(archive.dossiers().count()).isEqualTo(1);

        readMore(row("3", name("李雷"), phone(9)), row("4", name("韩梅梅"), phone(9)));
        resolveAll();
        assertThat(archive.dossiers().count()).isEqualTo(4);

        readMore(row("5", name("韩梅梅"), phone(9)), row("6", name("赵敏"), phone(9)));
        resolveAll();
        assertThat(archive.dossiers().count()).isEqualTo(5);
    }

    @Test
    void the_outcome_does_not_depend_on_the_order_of_arrival() {
        List<Reading> pool = pool(new Random(SEED), 120);
        String expected = null;
        for (int shuffle = 0; shuffle < shuffles(); shuffle++) {
            Random random = new Random(SEED + shuffle);
            List<Reading> arriving = new ArrayList<>(pool);
            Collections.shuffle(arriving, random);
            archive = ArchiveStore.open(emptyDatabase(), folder.resolve("raw"), clock());
            intake = archive.intake();
            for (int from = 0; from < arriving.size(); ) {
                int to = Math.min(arriving.size(), from + 1 + random.nextInt(30));
                Container progress = new Container(LOG, "all.xlsx", "f", 1, "" + to, to, to == arriving.size());
                intake.accept(run, arriving.subList(from, to), progress, false);
                archive.resolve().next(1 + random.nextInt(20));
                from = to;
            }
            resolveAll();
            String checksum =
                    archive.dossiers().count() + " " + archive.dossiers().checksum();
            expected = expected == null ? checksum : expected;
            assertThat(checksum).as("shuffle with seed %s", SEED + shuffle).isEqualTo(expected);
        }
    }

    @Test
    void coming_and_going_leads_where_never_having_come_leads() {
        List<Reading> pool = pool(new Random(SEED), 80);
        List<Reading> staying = pool.subList(0, 50);
        intake.accept(run, staying, done(LOG, "stays.xlsx", 1, staying.size()), false);
        resolveAll();
        String expected = archive.dossiers().checksum();

        Container passing = done(LOG, "passes.xlsx", 1, 30);
        intake.accept(run, pool.subList(50, 80), passing, false);
        resolveAll();
        assertThat(archive.dossiers().checksum()).isNotEqualTo(expected);
        intake.withdraw(run, passing);
        resolveAll();

        assertThat(archive.dossiers().checksum()).isEqualTo(expected);
    }

    @Test
    void a_killed_run_that_goes_on_ends_as_one_that_was_not_killed() {
        List<Reading> pool = pool(new Random(SEED), 90);
        readInSteps(pool, 0);
        resolveAll();
        String expected = archive.dossiers().checksum();
        List<Object> balance = List.of(archive.reconciliation().sources());

        archive = ArchiveStore.open(emptyDatabase(), folder.resolve("raw"), clock());
        intake = archive.intake();
        for (int killAt : List.of(7, 22, 61)) {
            try {
                readInSteps(pool, killAt);
            } catch (IllegalStateException killed) {
                assertThat(killed).hasMessage("killed");
            }
            try {
                database().inTransaction(() -> {
                    archive.resolve().next(5);
                    throw new IllegalStateException("killed");
                });
            } catch (IllegalStateException killed) {
                assertThat(killed).hasMessage("killed");
            }
        }
        readInSteps(pool, 0);
        resolveAll();

        assertThat(archive.dossiers().checksum()).isEqualTo(expected);
        assertThat(List.<Object>of(archive.reconciliation().sources())).isEqualTo(balance);
    }

    @Test
    void a_merge_that_somebody_decided_outlives_reruns_and_can_be_taken_back() {
        Reading one = row("1", name("王建国"), phone(1));
        Reading two = row("2", name("Michael Wong"), phone(2));
        read(one, two);
        resolveAll();
        Identities identities = archive.identities();
        Judgement decided = identities.merge(id(one), id(two), HR);
        assertThat(archive.dossiers().count()).isEqualTo(1);
        assertThat(identities.joins(id(one))).singleElement().satisfies(join -> {
            assertThat(join.reason().kind()).isEqualTo(JoinReason.Kind.JUDGED);
            assertThat(join.reason().judgement()).isEqualTo(decided.id());
        });

        Container gone = done(LOG, "log.xlsx", 1, 2);
        intake.withdraw(run, gone);
        resolveAll();
        assertThat(archive.dossiers().count()).isZero();
        read(one, two);
        resolveAll();
        assertThat(archive.dossiers().count()).isEqualTo(1);

        assertThat(identities.judgements()).extracting(Judgement::by).containsExactly(HR.name());
        assertThat(identities.withdraw(decided.id(), HR)).isTrue();
        assertThat(identities.withdraw(decided.id(), HR)).isFalse();
        assertThat(archive.dossiers().count()).isEqualTo(2);
        assertThat(identities.judgements()).isEmpty();
        assertThat(archive.audit().latest(10))
                .extracting(AuditEntry::actor, AuditEntry::action)
                .contains(tuple(HR.name(), "MERGE"), tuple(HR.name(), "UNDO"));
    }

    @Test
    void records_that_somebody_split_off_stay_away_whatever_comes() {
        Reading one = row("1", name("王建国"), phone(1));
        Reading two = row("2", name("王建国"), phone(1), mail("a"));
        read(one, two);
        resolveAll();
        assertThat(archive.dossiers().count()).isEqualTo(1);

        archive.identities().split(id(one), List.of(two.record().id()), HR);
        assertThat(archive.dossiers().count()).isEqualTo(2);
        readMore(row("3", name("王建国"), phone(1), mail("a")));
        resolveAll();
        assertThat(archive.dossiers().count()).isEqualTo(2);
        assertThat(archive.identities().questions(10)).isEmpty();

        archive.identities().merge(id(one), id(two), HR);
        assertThat(archive.dossiers().count()).isEqualTo(1);
    }

    @Test
    void doubtful_pairs_are_asked_about_until_somebody_decides() {
        Employment employer = new Employment("星河科技有限公司", null, null, null, null, false, null);
        Reading one = row("1", name("张伟"), phone(1), employer);
        Reading two = row("2", name("张伟"), phone(2), employer);
        read(one, two, row("3", name("李雷"), phone(3)));
        resolveAll();
        Identities identities = archive.identities();

        assertThat(archive.dossiers().count()).isEqualTo(3);
        assertThat(identities.questions(10)).singleElement().satisfies(question -> {
            assertThat(Set.of(question.one(), question.other())).containsExactlyInAnyOrder(id(one), id(two));
            assertThat(question.evidence().probability()).isBetween(0.5, 0.9);
            assertThat(question.evidence().points())
                    .extracting(Evidence.Point::field)
                    .containsExactly("surname", "given_name", "phone", "employer");
        });

        identities.keepApart(id(one), id(two), HR);
        assertThat(identities.questions(10)).isEmpty();
        assertThat(archive.dossiers().count()).isEqualTo(3);
        assertThatThrownBy(() -> identities.merge(id(one), new PersonId("P-000000000000"), HR))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no person P-000000000000");
        assertThatThrownBy(() -> identities.split(id(one), List.of(), HR)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_name_of_very_many_attaches_no_bare_note_and_its_block_is_counted() {
        List<Reading> many = new ArrayList<>();
        for (int i = 0; i < CandidatePairs.LARGEST_BLOCK + 5; i++) {
            many.add(row("p" + i, name("张伟"), phone(i)));
        }
        Reading note = row("note", name("张伟"));
        read(many.get(0), note);
        resolveAll();
        assertThat(archive.dossiers().count()).isEqualTo(1);
        assertThat(archive.identities().wideBlocks()).isZero();

        readMore(many.subList(1, many.size()).toArray(Reading[]::new));
        resolveAll();

        assertThat(archive.dossiers().count()).isEqualTo(many.size() + 1);
        assertThat(archive.identities().wideBlocks()).isEqualTo(1);
    }

    private static PersonId id(Reading reading) {
        return PersonId.of(reading.record().id());
    }

    @Test
    void every_dossier_is_streamed_once_in_order() {
        read(row("1", name("王建国"), phone(1)), row("2", name("李雷"), phone(2)), row("3", name("韩梅梅")));
        resolveAll();

        List<PersonId> ids = new ArrayList<>();
        archive.dossiers().forEach(dossier -> ids.add(dossier.id()));

        assertThat(ids).hasSize(3).isSorted().doesNotHaveDuplicates();
    }

    /** Fewer where each database costs more. */
    int shuffles() {
        return 12;
    }

    /** Goes on where the container stands, as a reader does; a kill comes inside the transaction of a record. */
    private void readInSteps(List<Reading> pool, int killAt) {
        Container progress = intake.container(LOG, "steps.xlsx").orElse(Container.first(LOG, "steps.xlsx", "f"));
        for (int at = (int) progress.read(); at < pool.size(); at++) {
            Reading reading = pool.get(at);
            Container next = progress.advanced("" + at, 1, at == pool.size() - 1);
            boolean kill = at == killAt && killAt > 0;
            database().inTransaction(() -> {
                intake.accept(run, List.of(reading), next, false);
                if (kill) {
                    throw new IllegalStateException("killed");
                }
            });
            progress = next;
        }
    }

    private static List<Reading> pool(Random random, int size) {
        String[] names = {"王建国", "Wang Jianguo", "李雷", "韩梅梅", "赵敏", "Li Lei"};
        String[] employers = {"星河科技有限公司", "云帆软件", "北岸制造"};
        String[] schools = {"某某大学", "江城学院"};
        String[] posts = {"产品经理", "风控经理"};
        List<Reading> pool = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            List<Fact> facts = new ArrayList<>();
            if (random.nextInt(10) > 0) {
                facts.add(name(names[random.nextInt(names.length)]));
            }
            if (random.nextInt(3) == 0) {
                facts.add(phone(random.nextInt(25)));
            }
            if (random.nextInt(4) == 0) {
                facts.add(mail("m" + random.nextInt(25)));
            }
            if (random.nextInt(5) == 0) {
                facts.add(new Employment(
                        employers[random.nextInt(employers.length)],
                        null,
                        null,
                        PartialDate.ofYear(2015 + random.nextInt(5)),
                        null,
                        false,
                        null));
            }
            if (random.nextInt(5) == 0) {
                facts.add(new Education(schools[random.nextInt(schools.length)], null, null, null, null));
            }
            if (random.nextInt(8) == 0) {
                facts.add(new BirthYear(1980 + random.nextInt(3)));
            }
            if (random.nextInt(4) == 0) {
                facts.add(new Interview(null, posts[random.nextInt(posts.length)], null, null, null, null));
            }
            facts.add(new Skill("skill " + i % 7, null));
            Instant said = random.nextInt(4) == 0
                    ? null
                    : Instant.ofEpochSecond(1_500_000_000L + random.nextInt(99) * 86_400L);
            pool.add(Reading.stored(
                    record(LOG, "row " + i, said),
                    Subject.PERSON,
                    stated("" + i, facts.toArray(Fact[]::new)),
                    List.of()));
        }
        return pool;
    }

    private void read(Reading... readings) {
        intake.accept(run, List.of(readings), done(LOG, "log.xlsx", 1, readings.length), false);
    }

    private void readMore(Reading... readings) {
        String path = "more-" + readings[0].record().naturalKey();
        intake.accept(run, List.of(readings), done(LOG, path, 1, readings.length), false);
    }

    @Test
    void a_pool_that_grows_past_its_model_is_weighed_anew_and_again_when_it_shrinks() {
        LinkageModel small = DefaultModel.of(1);
        LinkageModel large = DefaultModel.of(10_000_000);
        Resolve resolve = new JdbcResolve(database(), records -> records <= 3 ? small : large, archive.audit());
        Employment job = new Employment("远图信息", null, null, null, null, false, null);
        read(row("1", name("王建国"), job), row("2", name("王建国"), job));
        resolveAll(resolve);
        assertThat(archive.dossiers().count()).isEqualTo(1);

        Container more = done(LOG, "more.xlsx", 1, 2);
        intake.accept(run, List.of(row("3", name("李雷")), row("4", name("韩梅梅"))), more, false);
        resolveAll(resolve);
        assertThat(archive.dossiers().count())
                .as("among so many people one name and one employer are not enough")
                .isEqualTo(4);
        assertThat(resolveAll(resolve).records()).as("once is enough").isZero();

        intake.withdraw(run, more);
        resolveAll(resolve);
        assertThat(archive.dossiers().count()).isEqualTo(1);
    }

    private Resolve.Progress resolveAll() {
        return resolveAll(archive.resolve());
    }

    private static Resolve.Progress resolveAll(Resolve resolve) {
        Resolve.Progress total = resolve.next(7);
        while (total.waiting() > 0) {
            Resolve.Progress next = resolve.next(7);
            total = new Resolve.Progress(
                    total.records() + next.records(),
                    total.changed() + next.changed(),
                    total.gone() + next.gone(),
                    next.waiting());
        }
        return total;
    }

    private static Reading said(String key, String saidAt, Fact... facts) {
        Instant said = saidAt == null ? null : Instant.parse(saidAt);
        return Reading.stored(record(LOG, key, said), Subject.PERSON, stated(key, facts), List.of());
    }

    private static Contact phone(int number) {
        // Far enough from each other not to be taken for slips.
        String national = "138%08d".formatted(12_345_679L * number % 100_000_000);
        return new Contact(Contact.Kind.PHONE, "+86" + national, national);
    }

    private static Contact mail(String local) {
        return new Contact(Contact.Kind.MAIL, local + "@example.com", local + "@example.com");
    }
}
