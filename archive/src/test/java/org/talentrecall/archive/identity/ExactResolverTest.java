package org.talentrecall.archive.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.talentrecall.archive.fact.BirthYear;
import org.talentrecall.archive.fact.Contact;
import org.talentrecall.archive.fact.Education;
import org.talentrecall.archive.fact.Employment;
import org.talentrecall.archive.fact.Fact;
import org.talentrecall.archive.fact.Interview;
import org.talentrecall.archive.fact.PersonName;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.record.Locator;
import org.talentrecall.archive.record.RecordId;
import org.talentrecall.archive.record.SourceId;

class ExactResolverTest {
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
    void each_join_names_the_key_and_both_records() {
        Sighting one = sighting("a", name("王建国"), phone(1));
        Sighting two = sighting("b", phone(1));

        List<ResolvedPerson> persons = new ExactResolver().resolve(List.of(two, one), Set.of());

        IdentityKey key = new IdentityKey(IdentityKey.Kind.PHONE, "+8613800001001");
        assertThat(persons)
                .singleElement()
                .satisfies(person -> assertThat(person.joins()).singleElement().satisfies(join -> {
                    assertThat(join.key()).isEqualTo(key);
                    assertThat(Set.of(join.record(), join.other())).containsExactlyInAnyOrder(id("a"), id("b"));
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
        Sighting[] callers = {
            sighting("a", name("王建国"), phone(9)),
            sighting("b", name("Wang Jianguo"), phone(9)),
            sighting("c", name("李雷"), phone(9)),
            sighting("d", name("韩梅梅"), phone(9)),
            sighting("e", phone(9))
        };
        Set<IdentityKey> crowded = Set.of(new IdentityKey(IdentityKey.Kind.PHONE, "+8613800001009"));

        assertThat(parts(crowded, callers)).containsExactlyInAnyOrder("a b", "c", "d", "e");
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

        List<ResolvedPerson> persons = new ExactResolver().resolve(List.of(undated, later, earlier), Set.of());

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
        List<ResolvedPerson> expected = new ExactResolver().resolve(sightings, Set.of());
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(sightings, new Random(seed));
            assertThat(new ExactResolver().resolve(sightings, Set.of()))
                    .as("shuffle with seed %s", seed)
                    .isEqualTo(expected);
        }
    }

    private static List<String> parts(Sighting... sightings) {
        return parts(Set.of(), sightings);
    }

    /** Each person as the sorted names of its records. */
    private static List<String> parts(Set<IdentityKey> crowded, Sighting... sightings) {
        return new ExactResolver()
                .resolve(Arrays.asList(sightings), crowded).stream()
                        .map(person -> person.records().stream()
                                .map(ExactResolverTest::nameOf)
                                .sorted()
                                .collect(Collectors.joining(" ")))
                        .toList();
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
        return sighting(name, null, List.of(), facts);
    }

    private static Sighting dated(String name, String saidAt, Fact... facts) {
        return sighting(name, Instant.parse(saidAt), List.of(), facts);
    }

    private static Sighting linked(String name, IdentityKey link, Fact... facts) {
        return sighting(name, null, List.of(link), facts);
    }

    private static Sighting sighting(String name, Instant saidAt, List<IdentityKey> links, Fact... facts) {
        Locator locator = new Locator.Document("a.txt", null, null);
        List<StatedFact> stated = Arrays.stream(facts)
                .map(fact -> new StatedFact(fact, locator, 1))
                .toList();
        List<IdentityKey> keys = new ArrayList<>(IdentityKeys.of(stated));
        keys.addAll(links);
        return Sighting.of(id(name), saidAt, stated, keys, NameSignature.of(stated));
    }

    private static PersonName name(String text) {
        return new PersonName(text);
    }

    private static Contact phone(int number) {
        String national = "1380000%04d".formatted(1000 + number);
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
