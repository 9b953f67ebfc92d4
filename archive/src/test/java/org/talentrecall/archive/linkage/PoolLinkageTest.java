package org.talentrecall.archive.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PoolLinkageTest {
    private static final long SEED = 20261125;
    private static final List<Field> FIELDS = List.of(
            new Field("surname", Comparison.SURNAME, true),
            new Field("given_name", Comparison.GIVEN_NAME, true),
            new Field("phone", Comparison.DIGITS, false),
            new Field("birth", Comparison.DATE, false),
            new Field("city", Comparison.TEXT, true));
    private static final String[] SURNAMES = {"王", "李", "张", "刘", "陈", "杨", "黄", "赵"};
    private static final String[] GIVEN = {"伟", "芳", "建国", "静", "磊", "晓明", "丽", "强", "秀英", "浩然"};
    private static final String[] CITIES = {"北京", "上海", "深圳", "杭州", "成都", "武汉"};

    private record Row(int id, String truth, String name, String phone, String birth, String city) {}

    @Test
    void namesakes_stay_apart_and_slips_do_not_part_a_person() {
        List<Row> rows = rows(new Random(SEED), 900);

        Set<Set<Row>> persons = persons(rows);

        long right = 0;
        long found = 0;
        Map<String, Long> truth = rows.stream().collect(Collectors.groupingBy(Row::truth, Collectors.counting()));
        long real = truth.values().stream().mapToLong(PoolLinkageTest::pairs).sum();
        for (Set<Row> person : persons) {
            found += pairs(person.size());
            right += person.stream().collect(Collectors.groupingBy(Row::truth, Collectors.counting())).values().stream()
                    .mapToLong(PoolLinkageTest::pairs)
                    .sum();
        }
        assertThat((double) right / found).as("precision, seed %s", SEED).isGreaterThan(0.98);
        assertThat((double) right / real).as("recall, seed %s", SEED).isGreaterThan(0.93);
    }

    @Test
    void the_order_of_the_pool_does_not_matter_to_who_is_who() {
        List<Row> rows = rows(new Random(SEED), 300);
        Set<Set<Row>> expected = persons(rows);
        for (int seed = 1; seed <= 3; seed++) {
            List<Row> shuffled = new ArrayList<>(rows);
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(persons(shuffled)).as("shuffle with seed %s", seed).isEqualTo(expected);
        }
    }

    @Test
    void a_chain_of_half_right_links_does_not_make_one_person() {
        LinkGroups groups = new LinkGroups(4);

        groups.join(
                List.of(link(0, 1, 9), link(2, 3, 8), link(1, 2, 5)),
                (one, other) -> one == 1 && other == 2 ? 1 : -1,
                (some, others) -> false);

        assertThat(groups.members(0)).containsExactly(0, 1);
        assertThat(groups.members(3)).containsExactly(2, 3);
        assertThat(groups.groupOf(0)).isEqualTo(groups.groupOf(1)).isNotEqualTo(groups.groupOf(2));
        assertThat(groups.refused()).containsExactly(link(1, 2, 5));
        assertThat(groups.joins()).hasSize(2);
    }

    @Test
    void a_name_alone_says_nothing() {
        List<LinkageModel.Chances> chances = new ArrayList<>();
        for (Field field : FIELDS) {
            chances.add(new LinkageModel.Chances(
                    List.of(0.1, 0.8, 0.0, 0.02, 0.03, 0.02, 0.03),
                    List.of(1e-6, 1e-4, 0.0, 1e-4, 1e-4, 1e-3, 0.9),
                    Map.of(),
                    Map.of(),
                    1e-9));
        }
        LinkageModel.Scales scales = new LinkageModel(FIELDS, -10, chances).scales();
        Description rare = describe(new Row(0, "", "欧阳震华", "", "", ""));
        Description same = describe(new Row(0, "", "欧阳震华", "", "1980", ""));

        assertThat(scales.total(rare, same)).isZero();
        assertThat(Verdict.of(0)).isEqualTo(Verdict.APART);
        assertThat(scales.total(same, same)).isGreaterThan(20);
        assertThat(scales.explain(same, same).points())
                .extracting(Evidence.Point::field)
                .containsExactly("surname", "given_name", "birth");
    }

    @Test
    void a_block_of_too_many_is_counted_and_its_records_meet_elsewhere() {
        int count = CandidatePairs.LARGEST_BLOCK + 20;
        CandidatePairs candidates = new CandidatePairs(count, record ->
                new long[] {CandidatePairs.block("all"), CandidatePairs.block("half", "" + record / 2)});
        Set<String> met = new HashSet<>();

        candidates.forEach((one, other) -> met.add(one + " " + other));

        assertThat(candidates.wideBlocks()).isEqualTo(1);
        assertThat(met).hasSize(count / 2).contains("0 1", "2 3");
        assertThat(candidates.pairs()).isEqualTo(count / 2);
    }

    private static LinkGroups.Link link(int one, int other, double total) {
        return new LinkGroups.Link(one, other, total);
    }

    private static long pairs(long size) {
        return size * (size - 1) / 2;
    }

    private static Set<Set<Row>> persons(List<Row> rows) {
        List<Description> pool = rows.stream().map(PoolLinkageTest::describe).toList();
        CandidatePairs candidates = new CandidatePairs(rows.size(), record -> blocks(rows.get(record)));
        LinkageModel model = ModelEstimation.of(FIELDS, pool, candidates);
        LinkGroups groups = new PoolLinkage(model, pool, candidates, 0).groups(Evidence.bits(Verdict.MERGE_FROM));
        Map<Integer, Set<Row>> persons = new HashMap<>();
        for (int record = 0; record < rows.size(); record++) {
            persons.computeIfAbsent(groups.groupOf(record), key -> new HashSet<>())
                    .add(rows.get(record));
        }
        return new HashSet<>(persons.values());
    }

    private static long[] blocks(Row row) {
        return new long[] {
            CandidatePairs.block(row.phone()),
            CandidatePairs.block(row.name(), row.birth()),
            CandidatePairs.block(row.name(), row.city()),
            CandidatePairs.block(row.birth(), row.city())
        };
    }

    private static Description describe(Row row) {
        return new Description(
                PersonalName.of(row.name()),
                List.of(List.of(), List.of(), one(row.phone()), one(row.birth()), one(row.city())));
    }

    private static List<String> one(String value) {
        return value.isEmpty() ? List.of() : List.of(value);
    }

    private static List<Row> rows(Random random, int count) {
        List<Row> rows = new ArrayList<>();
        for (int person = 0; rows.size() < count; person++) {
            Row row = new Row(
                    rows.size(),
                    "p" + person,
                    SURNAMES[random.nextInt(SURNAMES.length)] + GIVEN[random.nextInt(GIVEN.length)],
                    "138%08d".formatted(random.nextInt(100_000_000)),
                    "" + (1960 + random.nextInt(40))
                            + "%02d%02d".formatted(1 + random.nextInt(12), 1 + random.nextInt(28)),
                    CITIES[random.nextInt(CITIES.length)]);
            rows.add(row);
            for (int more = random.nextInt(3); more > 0; more--) {
                rows.add(new Row(
                        rows.size(),
                        row.truth(),
                        row.name(),
                        random.nextInt(5) == 0 ? slip(row.phone(), random) : row.phone(),
                        random.nextInt(6) == 0 ? "" : row.birth(),
                        random.nextInt(5) == 0 ? CITIES[random.nextInt(CITIES.length)] : row.city()));
            }
        }
        return rows;
    }

    private static String slip(String phone, Random random) {
        int at = random.nextInt(phone.length());
        return phone.substring(0, at) + random.nextInt(10) + phone.substring(at + 1);
    }
}
