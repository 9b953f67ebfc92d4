package org.talentrecall.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.talentrecall.ingest.resume.ResumeReading;

/** What a set of resumes was read to, against its labels. */
final class ResumeMeasure {
    private static final int WORST = 12;

    private final String way;
    private final Map<ResumeField, Tally> fields = new EnumMap<>(ResumeField.class);
    private final Map<String, Tally> files = new LinkedHashMap<>();
    private final Map<String, List<String>> faults = new LinkedHashMap<>();
    private final Tally all;
    private int resumes;
    private int recognised;

    /** @param way how the texts reached the reader, for example {@code PDF} */
    ResumeMeasure(String way) {
        this.way = way;
        this.all = new Tally("all fields");
    }

    void add(Labels labels, ResumeReading reading) {
        resumes++;
        recognised += reading.kind() == ResumeReading.Kind.RESUME ? 1 : 0;
        if (reading.kind() != ResumeReading.Kind.RESUME) {
            fault(labels.file(), "taken for " + reading.kind());
        }
        Fields read = new ReadFields(reading.facts());
        for (ResumeField field : ResumeField.values()) {
            if (!labels.has(field)) {
                continue;
            }
            List<String> wanted = labels.of(field);
            List<String> found = read.of(field);
            Tally here = new Tally(labels.file());
            int wrong = here.add(wanted, found);
            fields.computeIfAbsent(field, one -> new Tally(one.toString())).add(here);
            files.computeIfAbsent(labels.file(), Tally::new).add(here);
            all.add(here);
            if (wrong > 0) {
                fault(labels.file(), field + ": wanted " + wanted + ", read " + found);
            }
        }
    }

    private void fault(String file, String fault) {
        faults.computeIfAbsent(file, name -> new ArrayList<>()).add(fault);
    }

    double f1() {
        return all.f1();
    }

    double f1(ResumeField field) {
        Tally tally = fields.get(field);
        return tally == null ? 1 : tally.f1();
    }

    /** What was labelled at all. */
    Set<ResumeField> fields() {
        return fields.keySet();
    }

    /** The fields below what they have to reach. */
    List<String> broken() {
        return fields.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty()
                        && entry.getValue().f1() < entry.getKey().least())
                .map(entry -> String.format(
                        Locale.ROOT,
                        "%s %s is %.3f, must be %.2f",
                        way,
                        entry.getKey(),
                        entry.getValue().f1(),
                        entry.getKey().least()))
                .toList();
    }

    String table() {
        StringBuilder text = new StringBuilder(way + ": " + recognised + " of " + resumes + " recognised as resumes\n");
        fields.values().forEach(tally -> text.append(tally).append('\n'));
        return text.append(all).append('\n').toString();
    }

    /** What went wrong here and not in another form of the same files. */
    String beyond(ResumeMeasure other) {
        StringBuilder text = new StringBuilder();
        faults.forEach((file, here) -> here.stream()
                .filter(fault -> !other.faults.getOrDefault(file, List.of()).contains(fault))
                .forEach(fault -> text.append(way + " " + file + " " + fault + "\n")));
        return text.toString();
    }

    /** The files read worst, with what went wrong. */
    String worst() {
        StringBuilder text = new StringBuilder();
        files.values().stream()
                .filter(tally -> faults.containsKey(tally.field()))
                .sorted(Comparator.comparingDouble(Tally::f1))
                .limit(WORST)
                .forEach(tally -> {
                    text.append(String.format(Locale.ROOT, "%.3f  %s%n", tally.f1(), tally.field()));
                    faults.getOrDefault(tally.field(), List.of())
                            .forEach(fault -> text.append("    ").append(fault).append('\n'));
                });
        return text.toString();
    }
}
