package org.talentrecall.ingest.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.talentrecall.archive.record.Disposition;
import org.talentrecall.archive.record.RecordId;

/** Edits a list as people do, and holds each row to the record it was before. Seeds are in the tests' names. */
class RowIdentityTest {
    private static final int SEEDS = 12;
    private static final int ROWS = 60;

    @TempDir
    Path folder;

    /** One row; what is key and what is not. */
    private record Entry(int person, int day, String round, String comment, String result) {
        String cells(int number) {
            return number + ",人选" + person + "号,1380000" + String.format("%04d", person) + ",会计,2025-10-"
                    + String.format("%02d", day) + "," + round + "," + result + "," + comment + "\n";
        }

        String key() {
            return person + "|" + day + "|" + round;
        }

        Entry commented(String other) {
            return new Entry(person, day, round, other, result);
        }
    }

    private static List<Entry> list(Random random) {
        Map<String, Entry> entries = new HashMap<>();
        while (entries.size() < ROWS) {
            Entry entry = new Entry(
                    random.nextInt(40),
                    1 + random.nextInt(28),
                    random.nextBoolean() ? "一面" : "二面",
                    "评语" + random.nextInt(5),
                    "通过");
            entries.putIfAbsent(entry.key(), entry);
        }
        List<Entry> list = new ArrayList<>(entries.values());
        list.sort(java.util.Comparator.comparing(Entry::key));
        Collections.shuffle(list, random);
        return list;
    }

    private Tracker.Told read(String title, List<Entry> list) throws IOException {
        StringBuilder csv = new StringBuilder(title).append("序号,姓名,手机,应聘岗位,面试日期,轮次,面试结果,面试评价\n");
        for (int i = 0; i < list.size(); i++) {
            csv.append(list.get(i).cells(i + 1));
        }
        Path file = folder.resolve("log.csv");
        Files.writeString(file, csv.toString(), StandardCharsets.UTF_8);
        return Tracker.read(file);
    }

    /** Record by key of the row, of the stored rows. */
    private static Map<String, RecordId> ids(Tracker.Told told, List<Entry> list, int above) {
        Map<String, RecordId> ids = new HashMap<>();
        for (Tracker.Line line : told.lines()) {
            if (line.reading().disposition() instanceof Disposition.Stored) {
                ids.put(
                        list.get(line.row() - above - 1).key(),
                        line.reading().record().id());
            }
        }
        return ids;
    }

    private static Stream<DynamicTest> seeds(String what, Check check) {
        return Stream.iterate(1L, seed -> seed + 1)
                .limit(SEEDS)
                .map(seed -> DynamicTest.dynamicTest(what + ", seed " + seed, () -> check.run(new Random(seed))));
    }

    @FunctionalInterface
    private interface Check {
        void run(Random random) throws Exception;
    }

    @TestFactory
    Stream<DynamicTest> rows_that_moved_or_were_edited_beside_the_key_keep_their_record() {
        return seeds("moved and edited", random -> {
            List<Entry> before = list(random);
            Map<String, RecordId> first = ids(read("", before), before, 1);
            assertThat(first).hasSize(ROWS);

            List<Entry> after = new ArrayList<>(before);
            Collections.shuffle(after, random);
            for (int i = 0; i < 10; i++) {
                int at = random.nextInt(after.size());
                after.set(at, after.get(at).commented("改过" + i));
            }
            Map<String, RecordId> second = ids(read("十月面试记录\n\n", after), after, 3);
            assertThat(second).isEqualTo(first);
        });
    }

    @TestFactory
    Stream<DynamicTest> rows_that_are_gone_or_have_another_key_leave_and_new_ones_come() {
        return seeds("gone and new", random -> {
            List<Entry> before = list(random);
            Map<String, RecordId> first = ids(read("", before), before, 1);

            List<Entry> after = new ArrayList<>(before.subList(5, before.size()));
            Entry old = after.get(7);
            after.set(7, new Entry(old.person() + 100, old.day(), old.round(), old.comment(), old.result()));
            Collections.shuffle(after, random);
            Map<String, RecordId> second = ids(read("", after), after, 1);

            Set<RecordId> left = new TreeSet<>(first.values());
            left.removeAll(second.values());
            Set<RecordId> came = new TreeSet<>(second.values());
            came.removeAll(first.values());
            assertThat(left).hasSize(6).contains(first.get(old.key()));
            assertThat(came).hasSize(1);
        });
    }

    @TestFactory
    Stream<DynamicTest> rows_that_say_the_same_are_merged_wherever_they_stand_and_all_rows_are_counted() {
        return seeds("repeated", random -> {
            List<Entry> list = list(random);
            for (int i = 0; i < 8; i++) {
                list.add(random.nextInt(list.size()), list.get(random.nextInt(ROWS)));
            }
            Tracker.Told told = read("", list);
            assertThat(told.lines()).hasSize(ROWS + 8);
            Set<RecordId> stored = new TreeSet<>();
            List<RecordId> into = new ArrayList<>();
            Set<RecordId> all = new TreeSet<>();
            for (Tracker.Line line : told.lines()) {
                all.add(line.reading().record().id());
                if (line.reading().disposition() instanceof Disposition.Merged merged) {
                    into.add(merged.into());
                } else {
                    stored.add(line.reading().record().id());
                }
            }
            assertThat(all).hasSize(ROWS + 8);
            assertThat(into).hasSize(8);
            assertThat(stored).hasSize(ROWS).containsAll(into);

            Collections.shuffle(list, random);
            Set<RecordId> again = new TreeSet<>();
            read("", list)
                    .lines()
                    .forEach(line -> again.add(line.reading().record().id()));
            assertThat(again).isEqualTo(all);
        });
    }
}
