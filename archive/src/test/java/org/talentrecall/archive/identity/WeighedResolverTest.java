package org.talentrecall.archive.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.talentrecall.archive.fact.BirthYear;
import org.talentrecall.archive.fact.Contact;
import org.talentrecall.archive.fact.Education;
import org.talentrecall.archive.fact.Employment;
import org.talentrecall.archive.fact.Fact;
import org.talentrecall.archive.fact.Interview;
import org.talentrecall.archive.fact.PersonName;
import org.talentrecall.archive.fact.Residence;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.linkage.Evidence;
import org.talentrecall.archive.linkage.Level;
import org.talentrecall.archive.linkage.LinkageModel;
import org.talentrecall.archive.linkage.Verdict;
import org.talentrecall.archive.record.Locator;
import org.talentrecall.archive.record.RecordId;
import org.talentrecall.archive.record.SourceId;

class WeighedResolverTest {
    private static final SourceId SOURCE = new SourceId("test");
    private static final IdentityKey MESSAGE = new IdentityKey(IdentityKey.Kind.MESSAGE, "1@example.com");

    @Test
    void a_shared_phone_or_mail_joins_whatever_the_name() {
        Sighting resume = sighting("a", name("王建国"), phone(1), mail("wang"));
        Sighting row = sighting("b", name("王 建国"), phone(1));
        Sighting reply = sighting("c", mail("wang"));

        assertThat(parts(resume, row, reply)).containsExactlyInAnyOrder("a b c");
    }

    @Test
    void each_join_names_both_records_and_weighs_each_field() {
        Sighting one = sighting("a", name("王建国"), phone(1));
        Sighting two = sighting("b", name("Wang Jianguo"), phone(1));

        List<ResolvedPerson> persons = resolve(List.of(two, one), List.of());

        assertThat(persons)
                .singleElement()
                .satisfies(person -> assertThat(person.joins()).singleElement().satisfies(join -> {
                    assertThat(Set.of(join.record(), join.other())).containsExactlyInAnyOrder(id("a"), id("b"));
                    assertThat(join.reason().kind()).isEqualTo(JoinReason.Kind.WEIGHED);
                    Evidence evidence = Objects.requireNonNull(join.reason().evidence());
                    assertThat(evidence.points())
                            .extracting(Evidence.Point::field, Evidence.Point::level)
                            .containsExactly(
                                    tuple("surname", Level.SOUND),
                                    tuple("given_name", Level.SOUND),
                                    tuple("phone", Level.SAME));
                    double sum = evidence.points().stream()
                            .mapToDouble(Evidence.Point::weight)
                            .sum();
                    assertThat(evidence.total())
                            .isCloseTo(sum + DefaultModel.of(1000).prior(), within(0.05));
                    assertThat(evidence.probability()).isGreaterThan(0.999);
                }));
    }

    @Test
    void parts_of_one_mail_belong_together() {
        assertThat(parts(
                        linked("body", MESSAGE, name("王建国")),
                        linked("resume", MESSAGE, name("王建国"), phone(1)),
                        sighting("other", name("李雷"))))
                .containsExactlyInAnyOrder("body resume", "other");
    }

    @Test
    void name_and_employer_join_over_a_changed_number() {
        assertThat(parts(
                        sighting("a", name("王建国"), phone(1), employer("星河科技有限公司")),
                        sighting("b", name("王建国"), phone(2), employer("星河科技"))))
                .containsExactly("a b");
    }

    @Test
    void different_years_of_birth_keep_namesakes_apart() {
        assertThat(parts(
                        sighting("a", name("王建国"), employer("星河科技"), new BirthYear(1980)),
                        sighting("b", name("王建国"), employer("星河科技"), new BirthYear(1990))))
                .containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void different_numbers_and_different_schools_keep_namesakes_apart() {
        assertThat(parts(
                        sighting("a", name("王建国"), phone(1), employer("星河科技"), school("江城大学")),
                        sighting("b", name("王建国"), phone(2), employer("星河科技"), school("海州大学"))))
                .containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void two_pages_on_one_site_keep_namesakes_apart() {
        assertThat(parts(
                        sighting("a", name("王建国"), employer("星河科技"), profile("https://maimai.example.cn/u/1")),
                        sighting("b", name("王建国"), employer("星河科技"), profile("https://maimai.example.cn/u/2"))))
                .containsExactlyInAnyOrder("a", "b");
        assertThat(parts(
                        sighting("a", name("王建国"), employer("星河科技"), profile("https://maimai.example.cn/u/1")),
                        sighting("b", name("王建国"), employer("星河科技"), profile("https://code.example.org/wang"))))
                .containsExactly("a b");
    }

    @Test
    void a_crowded_number_joins_equal_names_alone() {
        IdentityKey desk = new IdentityKey(IdentityKey.Kind.PHONE, phone(9).value());
        Sighting[] callers = {
            crowded("a", desk, name("欧阳震华"), phone(9)),
            crowded("b", desk, name("Ouyang Zhenhua"), phone(9)),
            crowded("c", desk, name("李雷"), phone(9)),
            crowded("d", desk, name("韩梅梅"), phone(9)),
            crowded("e", desk, phone(9))
        };

        assertThat(parts(callers)).containsExactlyInAnyOrder("a b", "c", "d", "e");
    }

    @Test
    void five_people_called_zhang_wei_are_five() {
        assertThat(parts(
                        sighting("a", name("张伟"), phone(1), employer("星河科技"), new BirthYear(1985)),
                        sighting("b", name("張偉"), phone(2), employer("蓝港制造"), school("海州大学")),
                        sighting("c", name("Zhang Wei"), mail("zhang.w"), new Residence("北京"), school("江城学院")),
                        sighting("d", name("张伟"), phone(4), new Residence("北京"), new BirthYear(1985)),
                        sighting("e", name("张伟"), mail("weizhang"), employer("云帆软件"))))
                .containsExactlyInAnyOrder("a", "b", "c", "d", "e");
    }

    @Test
    void two_of_a_common_name_at_one_employer_are_asked_about() {
        Sighting one = sighting("a", name("张伟"), phone(1), employer("星河科技"));
        Sighting two = sighting("b", name("张伟"), phone(2), employer("星河科技"));

        assertThat(verdict(one, two)).isEqualTo(Verdict.REVIEW);
        assertThat(parts(one, two)).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void wang_fang_is_known_by_all_her_names() {
        assertThat(parts(
                        sighting("a", name("王芳"), phone(1), mail("wf")),
                        sighting("b", name("Wang Fang"), phone(1), employer("星河科技")),
                        sighting("c", name("Fang Wang"), mail("wf"), employer("星河科技")),
                        sighting("d", name("Vivian Wang"), phone(1))))
                .containsExactly("a b c d");
    }

    @Test
    void a_compound_family_name_keeps_its_reading() {
        assertThat(parts(
                        sighting("a", name("欧阳静"), employer("星河科技"), school("江城大学")),
                        sighting("b", name("歐陽靜"), employer("星河科技有限公司")),
                        sighting("c", name("Jing Ouyang"), employer("星河科技"), school("江城大学"))))
                .containsExactly("a b c");
    }

    @Test
    void a_family_name_that_changed_with_marriage_does_not_part_a_person() {
        assertThat(parts(
                        sighting("a", name("Mary Chen"), phone(1), mail("mary"), employer("星河科技"), school("江城大学")),
                        sighting("b", name("Mary Smith"), phone(1), mail("mary"), employer("星河科技"))))
                .containsExactly("a b");
    }

    @Test
    void father_and_son_on_one_telephone_are_two() {
        Sighting father = sighting("a", name("欧阳建国"), phone(1), new BirthYear(1962));
        Sighting son = sighting("b", name("欧阳磊"), phone(1), new BirthYear(1990));

        assertThat(parts(father, son)).containsExactlyInAnyOrder("a", "b");
        assertThat(verdict(sighting("c", name("欧阳建国"), phone(1)), sighting("d", name("欧阳磊"), phone(1))))
                .isNotEqualTo(Verdict.MERGE);
    }

    @Test
    void a_note_without_a_name_does_not_make_one_person_of_two() {
        assertThat(parts(
                        sighting("a", name("王建国"), phone(1), employer("星河科技")),
                        sighting("b", phone(1)),
                        sighting("c", name("李雷"), phone(1), employer("蓝港制造"))))
                .hasSize(2)
                .doesNotContain("a c", "a b c");
    }

    @Test
    void a_recruiters_address_on_forty_resumes_joins_nobody() {
        IdentityKey agency = new IdentityKey(IdentityKey.Kind.MAIL, "agency@example.com");
        String[] family = {"王", "李", "张", "刘", "陈", "杨", "赵", "吴"};
        String[] given = {"建国", "磊", "晓明", "静怡", "浩然"};
        Sighting[] resumes = new Sighting[40];
        for (int i = 0; i < resumes.length; i++) {
            resumes[i] = crowded("r" + i, agency, name(family[i % 8] + given[i / 8]), mail("agency"), phone(i));
        }

        assertThat(parts(resumes)).hasSize(40);
    }

    @Test
    void a_slip_in_a_number_does_not_part_who_shares_school_and_employer() {
        Contact slip = new Contact(Contact.Kind.PHONE, phone(1).value().replace("+86138", "+86183"), "");

        assertThat(parts(
                        sighting("a", name("王芳"), phone(1), employer("星河科技"), school("江城大学")),
                        sighting("b", name("王芳"), slip, employer("星河科技"), school("江城大学"))))
                .containsExactly("a b");
    }

    @Test
    void what_people_decided_outranks_the_machine_and_the_newest_counts() {
        Sighting one = sighting("a", name("王建国"), phone(1));
        Sighting two = sighting("b", name("王建国"), phone(1));
        Sighting three = sighting("c", name("李雷"), phone(3));
        Judgement apart = judgement(1, Judgement.Kind.APART, "a", "b");
        Judgement same = judgement(2, Judgement.Kind.SAME, "a", "b", "c");

        assertThat(parts(List.of(apart), one, two, three)).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(parts(List.of(apart, same), one, two, three)).containsExactly("a b c");
        assertThat(parts(List.of(judgement(3, Judgement.Kind.APART, "a", "b"), same), one, two, three))
                .hasSize(2)
                .doesNotContain("a b", "a b c");
    }

    @Test
    void a_decision_holds_for_all_whom_the_machine_joins_to_its_records() {
        Sighting one = sighting("a", name("王建国"), phone(1));
        Sighting two = sighting("b", name("王建国"), phone(1), mail("x"));
        Sighting three = sighting("c", name("王建国"), mail("x"));

        assertThat(parts(List.of(judgement(1, Judgement.Kind.APART, "a", "c")), one, two, three))
                .hasSize(2)
                .doesNotContain("a b c");
    }

    @Test
    void what_is_like_one_of_two_that_somebody_called_one_goes_with_them() {
        Sighting one = sighting("a", name("顾小满"), phone(1), employer("远图信息"), school("江南理工大学"));
        Sighting two = sighting("b", name("贺知秋"), phone(2), employer("云帆软件"), school("滨海大学"));
        Sighting later = sighting("c", name("顾小满"), phone(3), employer("远图信息"), school("江南理工大学"));

        assertThat(parts(List.of(judgement(1, Judgement.Kind.SAME, "a", "b")), one, two, later))
                .containsExactly("a b c");
    }

    private static Judgement judgement(long id, Judgement.Kind kind, String some, String... others) {
        return new Judgement(
                id,
                kind,
                Instant.EPOCH,
                "user:hr",
                Set.of(id(some)),
                Arrays.stream(others).map(WeighedResolverTest::id).collect(Collectors.toSet()));
    }

    private static Sighting crowded(String name, IdentityKey key, Fact... facts) {
        return sighting(name, null, List.of(), Set.of(key), facts);
    }

    @Test
    void more_than_two_different_names_crowd_a_key() {
        String wang = NameSignature.of("王建国");
        assertThat(CrowdedKeys.isCrowded(List.of(wang, NameSignature.of("李雷"), "")))
                .isFalse();
        assertThat(CrowdedKeys.isCrowded(
                        List.of(wang, NameSignature.of("Jianguo Wang"), NameSignature.of("王"), NameSignature.of("李雷"))))
                .isFalse();
        assertThat(CrowdedKeys.isCrowded(List.of(wang, NameSignature.of("李雷"), NameSignature.of("韩梅梅"))))
                .isTrue();
    }

    @Test
    void a_note_known_by_name_and_post_goes_to_the_one_person_it_fits() {
        assertThat(parts(
                        sighting("resume", name("王建国"), phone(1), interview("产品经理")),
                        sighting("note", name("王建国"), interview("产品经理")),
                        linked("opinion", MESSAGE, name("王建国"), interview("产品 经理"))))
                .containsExactly("note opinion resume");
    }

    @Test
    void a_note_that_fits_two_persons_stays_apart() {
        assertThat(parts(
                        sighting("one", name("王建国"), phone(1), interview("产品经理")),
                        sighting("two", name("王建国"), phone(2), interview("产品经理")),
                        sighting("note", name("王建国"), interview("产品经理"))))
                .containsExactlyInAnyOrder("one", "two", "note");
    }

    @Test
    void rounds_of_one_interview_are_one_person_even_when_nothing_else_is_known() {
        assertThat(parts(
                        sighting("first", name("王建国"), interview("产品经理")),
                        sighting("second", name("王建国"), interview("产品经理")),
                        sighting("other", name("李雷"), interview("产品经理"))))
                .containsExactlyInAnyOrder("first second", "other");
    }

    @Test
    void the_earliest_record_comes_first_and_undated_ones_last() {
        Sighting undated = sighting("a", phone(1));
        Sighting later = dated("b", "2025-01-01T00:00:00Z", phone(1));
        Sighting earlier = dated("c", "2024-01-01T00:00:00Z", phone(1));

        List<ResolvedPerson> persons = resolve(List.of(undated, later, earlier), List.of());

        assertThat(persons.get(0).records()).containsExactly(id("c"), id("b"), id("a"));
    }

    @Test
    void the_order_of_sightings_makes_no_difference() {
        List<Sighting> sightings = new ArrayList<>();
        Random random = new Random(7);
        for (int i = 0; i < 60; i++) {
            List<Fact> facts =
                    new ArrayList<>(List.of(name(List.of("王建国", "李雷", "韩梅梅").get(random.nextInt(3)))));
            if (random.nextInt(4) == 0) {
                facts.add(phone(random.nextInt(12)));
            }
            if (random.nextInt(3) == 0) {
                facts.add(employer("公司" + random.nextInt(4) + "号机械"));
            }
            if (random.nextInt(3) == 0) {
                facts.add(school("大学" + random.nextInt(4)));
            }
            if (random.nextInt(3) == 0) {
                facts.add(interview("产品经理"));
            }
            if (random.nextInt(6) == 0) {
                facts.add(new BirthYear(1980 + random.nextInt(2)));
            }
            sightings.add(sighting("r" + i, facts.toArray(Fact[]::new)));
        }
        List<ResolvedPerson> expected = resolve(sightings, List.of());
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(sightings, new Random(seed));
            assertThat(resolve(sightings, List.of()))
                    .as("shuffle with seed %s", seed)
                    .isEqualTo(expected);
        }
    }

    private static List<String> parts(Sighting... sightings) {
        return parts(List.of(), sightings);
    }

    /** Each person as the sorted names of its records. */
    private static List<String> parts(List<Judgement> judgements, Sighting... sightings) {
        return resolve(Arrays.asList(sightings), judgements).stream()
                .map(person -> person.records().stream()
                        .map(WeighedResolverTest::nameOf)
                        .sorted()
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    private static List<ResolvedPerson> resolve(List<Sighting> sightings, List<Judgement> judgements) {
        return new WeighedResolver(DefaultModel.of(1000)).resolve(sightings, links(sightings), judgements);
    }

    private static List<PairLink> links(List<Sighting> sightings) {
        LinkageModel.Scales scales = DefaultModel.of(1000).scales();
        List<PairLink> links = new ArrayList<>();
        for (Sighting one : sightings) {
            for (Sighting other : sightings) {
                if (one.record().compareTo(other.record()) < 0) {
                    Evidence evidence = scales.explain(one.description(), other.description());
                    if (Verdict.of(evidence.total()) != Verdict.APART) {
                        links.add(new PairLink(one.record(), other.record(), evidence));
                    }
                }
            }
        }
        return links;
    }

    private static Verdict verdict(Sighting one, Sighting other) {
        return Verdict.of(DefaultModel.of(1000).scales().total(one.description(), other.description()));
    }

    private static final java.util.Map<RecordId, String> NAMES = new java.util.HashMap<>();

    private static String nameOf(RecordId id) {
        return NAMES.get(id);
    }

    private static RecordId id(String name) {
        RecordId id = RecordId.of(SOURCE, name);
        NAMES.put(id, name);
        return id;
    }

    private static Sighting sighting(String name, Fact... facts) {
        return sighting(name, null, List.of(), Set.of(), facts);
    }

    private static Sighting dated(String name, String saidAt, Fact... facts) {
        return sighting(name, Instant.parse(saidAt), List.of(), Set.of(), facts);
    }

    private static Sighting linked(String name, IdentityKey link, Fact... facts) {
        return sighting(name, null, List.of(link), Set.of(), facts);
    }

    private static Sighting sighting(
            String name, @Nullable Instant saidAt, List<IdentityKey> links, Set<IdentityKey> crowded, Fact... facts) {
        Locator locator = new Locator.Document("a.txt", null, null);
        List<StatedFact> stated = Arrays.stream(facts)
                .map(fact -> new StatedFact(fact, locator, 1))
                .toList();
        List<IdentityKey> keys = new ArrayList<>(IdentityKeys.of(stated));
        keys.addAll(links);
        return Sighting.of(id(name), saidAt, stated, keys, NameSignature.of(stated), crowded);
    }

    private static PersonName name(String text) {
        return new PersonName(text);
    }

    private static Contact phone(int number) {
        // Far enough from each other not to be taken for slips.
        String national = "138%08d".formatted(12_345_679L * number % 100_000_000);
        return new Contact(Contact.Kind.PHONE, "+86" + national, national);
    }

    private static Contact mail(String local) {
        return new Contact(Contact.Kind.MAIL, local + "@example.com", local + "@example.com");
    }

    private static Contact profile(String url) {
        return new Contact(Contact.Kind.PROFILE, url, url);
    }

    private static Employment employer(String company) {
        return new Employment(company, null, null, null, null, false, null);
    }

    private static Education school(String school) {
        return new Education(school, null, null, null, null);
    }

    private static Interview interview(String post) {
        return new Interview(null, post, null, null, null, null);
    }
}
