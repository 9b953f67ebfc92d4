package org.talentrecall.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.Contact;
import org.talentrecall.archive.fact.Education;
import org.talentrecall.archive.fact.Employment;
import org.talentrecall.archive.fact.Fact;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.fact.PersonName;
import org.talentrecall.archive.fact.Residence;
import org.talentrecall.archive.fact.SalaryStatement;
import org.talentrecall.archive.fact.YearsOfExperience;
import org.talentrecall.archive.record.Locator;
import org.talentrecall.archive.text.OrganisationNames;
import org.talentrecall.archive.text.PhoneNumbers;
import org.talentrecall.archive.text.TextFolding;
import org.talentrecall.archive.vocabulary.Vocabulary;
import org.talentrecall.ingest.document.DocumentText;
import org.talentrecall.ingest.resume.ResumeReader;
import org.talentrecall.ingest.resume.ResumeReading;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures resume reading: {@code resumes DIR}, where DIR holds {@code labels.json} (one object a file with the fields as
 * a recruiter would enter them) and {@code texts/}. Prints precision, recall and F1 of each field after normalisation,
 * and the files with most faults.
 */
public final class ResumesHarness {
    private static final int WORST = 12;

    private final Map<String, Tally> tallies = new LinkedHashMap<>();
    private final Map<String, List<String>> faults = new LinkedHashMap<>();
    private final ResumeReader reader = new ResumeReader(Vocabulary.standard());

    private ResumesHarness() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            System.err.println("Usage: resumes DIR, where DIR holds labels.json and texts/");
            System.exit(2);
        }
        ResumesHarness harness = new ResumesHarness();
        harness.measure(Path.of(args[0]));
        harness.print(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    private void measure(Path directory) throws IOException {
        JsonNode labels = JsonMapper.shared().readTree(Files.readString(directory.resolve("labels.json")));
        for (JsonNode label : labels) {
            String file = label.path("file").asString();
            String text = Files.readString(directory.resolve("texts").resolve(file));
            ResumeReading reading =
                    reader.read(DocumentText.of(text), (page, line) -> new Locator.Document(file, page, line));
            compare("kind", file, List.of("RESUME"), List.of(reading.kind().name()));
            compare(file, label, new Read(reading));
        }
    }

    private void compare(String file, JsonNode label, Read read) {
        compare(
                "name",
                file,
                one(label, "name", ResumesHarness::plain),
                read.all(PersonName.class, name -> plain(name.text())));
        compare("phone", file, each(label.path("phones"), ResumesHarness::phone), read.contacts(Contact.Kind.PHONE));
        compare("mail", file, each(label.path("emails"), TextFolding::fold), read.contacts(Contact.Kind.MAIL));
        compare(
                "city",
                file,
                one(label, "city", ResumesHarness::city),
                read.all(Residence.class, home -> city(home.city())));
        compare(
                "years",
                file,
                number(label, "yearsExperience"),
                read.all(YearsOfExperience.class, years -> String.valueOf(years.years())));
        compare("expected pay", file, number(label, "expectedMonthlyMin"), read.pay());
        List<JsonNode> studies = nodes(label.path("education"));
        compare(
                "school",
                file,
                parts(studies, "school", OrganisationNames::key),
                read.all(Education.class, study -> OrganisationNames.key(study.school())));
        compare(
                "degree",
                file,
                parts(studies, "degree", ResumesHarness::degree),
                read.all(Education.class, study -> degree(study.degree())));
        compare(
                "major",
                file,
                parts(studies, "major", ResumesHarness::plain),
                read.all(Education.class, study -> plain(study.major())));
        compare(
                "study dates",
                file,
                dates(studies),
                read.all(Education.class, study -> dates(study.from(), study.to())));
        List<JsonNode> posts = nodes(label.path("employment"));
        compare(
                "company",
                file,
                parts(posts, "company", OrganisationNames::key),
                read.all(Employment.class, post -> OrganisationNames.key(post.company())));
        compare(
                "title",
                file,
                parts(posts, "title", ResumesHarness::plain),
                read.all(Employment.class, post -> plain(post.title())));
        compare("post dates", file, dates(posts), read.all(Employment.class, post -> dates(post.from(), post.to())));
    }

    private void compare(String field, String file, List<String> truth, List<String> found) {
        List<String> known = truth.stream().filter(value -> !value.isEmpty()).toList();
        List<String> read = found.stream().filter(value -> !value.isEmpty()).toList();
        int wrong = tallies.computeIfAbsent(field, Tally::new).add(known, read);
        if (wrong > 0) {
            faults.computeIfAbsent(file, name -> new ArrayList<>()).add(field + ": wanted " + known + ", read " + read);
        }
    }

    private void print(PrintStream out) {
        tallies.values().forEach(out::println);
        out.println();
        faults.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, List<String>> entry) ->
                                entry.getValue().size())
                        .reversed())
                .limit(WORST)
                .forEach(entry -> {
                    out.println(entry.getKey());
                    entry.getValue().forEach(fault -> out.println("    " + fault));
                });
    }

    private static List<JsonNode> nodes(JsonNode array) {
        List<JsonNode> nodes = new ArrayList<>();
        array.forEach(nodes::add);
        return nodes;
    }

    private static List<String> one(JsonNode label, String field, Function<String, String> form) {
        return label.path(field).isString()
                ? List.of(form.apply(label.path(field).asString()))
                : List.of();
    }

    private static List<String> number(JsonNode label, String field) {
        return label.path(field).isNumber()
                ? List.of(String.valueOf(label.path(field).asDouble()))
                : List.of();
    }

    private static List<String> each(JsonNode array, Function<String, String> form) {
        return nodes(array).stream().map(node -> form.apply(node.asString())).toList();
    }

    private static List<String> parts(List<JsonNode> entries, String field, Function<String, String> form) {
        return entries.stream()
                .map(entry -> entry.path(field).isString()
                        ? form.apply(entry.path(field).asString())
                        : "")
                .toList();
    }

    private static List<String> dates(List<JsonNode> entries) {
        return entries.stream()
                .map(entry ->
                        (entry.path("from").isString() ? entry.path("from").asString() : "?") + ".."
                                + (entry.path("to").isString()
                                                && !entry.path("to").asString().equals("present")
                                        ? entry.path("to").asString()
                                        : "?"))
                .map(span -> span.equals("?..?") ? "" : span)
                .toList();
    }

    private static String dates(@Nullable PartialDate from, @Nullable PartialDate to) {
        String span = month(from) + ".." + month(to);
        return span.equals("?..?") ? "" : span;
    }

    private static String month(@Nullable PartialDate date) {
        return date == null
                ? "?"
                : date.toString().substring(0, Math.min(7, date.toString().length()));
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : TextFolding.fold(text).replaceAll("[\\s|;,.()]", "");
    }

    private static String phone(String written) {
        return PhoneNumbers.normalise(written.replaceFirst("^086(?=0)", "")).orElse(written);
    }

    private static String city(String written) {
        return plain(written).replaceAll("[-市省区]", "");
    }

    private static String degree(@Nullable String written) {
        String folded = plain(written);
        if (folded.contains("硕士") || folded.contains("研究生")) {
            return "硕士";
        }
        if (folded.contains("大专") || folded.contains("专科")) {
            return "大专";
        }
        return folded.contains("本科") || folded.contains("学士") ? "本科" : folded;
    }

    /** The facts of one reading. */
    private record Read(ResumeReading reading) {
        <T extends Fact> List<String> all(Class<T> type, Function<T, String> form) {
            return facts(type).map(form).toList();
        }

        List<String> contacts(Contact.Kind kind) {
            return facts(Contact.class)
                    .filter(contact -> contact.kind() == kind)
                    .map(Contact::value)
                    .toList();
        }

        List<String> pay() {
            return facts(SalaryStatement.class)
                    .filter(salary -> salary.kind() == SalaryStatement.Kind.EXPECTED)
                    .map(salary -> String.valueOf((double) salary.pay().minMonthly()))
                    .toList();
        }

        private <T extends Fact> Stream<T> facts(Class<T> type) {
            return reading.facts().stream()
                    .filter(stated -> type.isInstance(stated.fact()))
                    .map(stated -> type.cast(stated.fact()));
        }
    }
}
