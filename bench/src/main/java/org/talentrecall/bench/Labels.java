package org.talentrecall.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.text.OrganisationNames;
import org.talentrecall.archive.text.PayReader;
import org.talentrecall.archive.text.TextFolding;
import tools.jackson.databind.JsonNode;

/**
 * One object of {@code labels.json}: the fields of a resume as a recruiter would enter them. Keys: {@code file},
 * {@code name}, {@code phones[]}, {@code emails[]}, {@code urls[]}, {@code city}, {@code birthYear},
 * {@code yearsExperience}, {@code currentMonthlyMin}, {@code currentSalary} (as written), {@code expectedMonthlyMin},
 * {@code noticeDays}, {@code education[]} ({@code school}, {@code degree}, {@code major}, {@code from}, {@code to}),
 * {@code employment[]} ({@code company}, {@code title}, {@code department}, {@code from}, {@code to}), {@code skills[]},
 * {@code languages[]}, {@code certificates[]}, {@code projects[]}. Dates are {@code yyyy} or {@code yyyy-MM}; an open end
 * is {@code present}. A key that is missing altogether was not labelled, and its field is not measured.
 */
record Labels(JsonNode node) implements Fields {
    String file() {
        return node.path("file").asString();
    }

    /** Whether somebody entered this field at all. */
    boolean has(ResumeField field) {
        return switch (field) {
            case PROFILE -> node.has("urls");
            case BIRTH -> node.has("birthYear");
            case CURRENT_PAY -> node.has("currentMonthlyMin") || node.has("currentSalary");
            case AVAILABILITY -> node.has("noticeDays");
            case DEPARTMENT ->
                nodes("employment").stream().anyMatch(post -> post.has("department"))
                        || nodes("employment").isEmpty() && node.has("languages");
            case LANGUAGE -> node.has("languages");
            case CERTIFICATE -> node.has("certificates");
            case PROJECT -> node.has("projects");
            default -> true;
        };
    }

    @Override
    public List<String> of(ResumeField field) {
        return values(field).filter(value -> !value.isEmpty()).toList();
    }

    private Stream<String> values(ResumeField field) {
        return switch (field) {
            case NAME -> one("name", FieldForms::plain);
            case PHONE -> each("phones", phone -> FieldForms.dialled(FieldForms.phone(phone)));
            case MAIL -> each("emails", TextFolding::fold);
            case PROFILE -> each("urls", FieldForms::url);
            case CITY -> one("city", FieldForms::city);
            case BIRTH -> number("birthYear").map(year -> Long.toString(Math.round(year)));
            case YEARS -> number("yearsExperience").map(years -> Double.toString(years));
            case CURRENT_PAY -> currentPay();
            case EXPECTED_PAY -> number("expectedMonthlyMin").map(pay -> Long.toString(Math.round(pay)));
            case AVAILABILITY -> number("noticeDays").map(days -> Long.toString(Math.round(days)));
            case SCHOOL -> parts("education", "school", OrganisationNames::key);
            case DEGREE -> parts("education", "degree", FieldForms::degree);
            case MAJOR -> parts("education", "major", FieldForms::plain);
            case STUDY_DATES -> spans("education");
            case COMPANY -> parts("employment", "company", OrganisationNames::key);
            case TITLE -> parts("employment", "title", FieldForms::plain);
            case DEPARTMENT -> parts("employment", "department", FieldForms::plain);
            case POST_DATES -> spans("employment");
            case SKILL -> skills();
            case LANGUAGE -> each("languages", FieldForms::skill);
            case CERTIFICATE -> each("certificates", FieldForms::skill);
            case PROJECT -> each("projects", FieldForms::plain);
        };
    }

    /** What a recruiter enters as skills holds languages and certificates too; those lists count with them. */
    private Stream<String> skills() {
        Set<String> skills = new LinkedHashSet<>();
        for (String list : List.of("skills", "languages", "certificates")) {
            each(list, FieldForms::skill).forEach(skills::add);
        }
        return skills.stream();
    }

    private Stream<String> currentPay() {
        List<String> figure = number("currentMonthlyMin")
                .map(pay -> Long.toString(Math.round(pay)))
                .toList();
        return figure.isEmpty()
                ? one(
                        "currentSalary",
                        written -> PayReader.read(written)
                                .map(pay -> Long.toString(pay.minMonthly()))
                                .orElse(""))
                : figure.stream();
    }

    private List<JsonNode> nodes(String list) {
        List<JsonNode> nodes = new ArrayList<>();
        node.path(list).forEach(nodes::add);
        return nodes;
    }

    private Stream<String> one(String key, Function<String, String> form) {
        return node.path(key).isString() ? Stream.of(form.apply(node.path(key).asString())) : Stream.empty();
    }

    private Stream<Double> number(String key) {
        return node.path(key).isNumber() ? Stream.of(node.path(key).asDouble()) : Stream.empty();
    }

    private Stream<String> each(String list, Function<String, String> form) {
        return nodes(list).stream().map(value -> form.apply(value.asString()));
    }

    private Stream<String> parts(String list, String key, Function<String, String> form) {
        return nodes(list).stream().map(entry -> text(entry, key)).map(text -> text == null ? "" : form.apply(text));
    }

    private Stream<String> spans(String list) {
        return nodes(list).stream().map(entry -> FieldForms.span(text(entry, "from"), text(entry, "to")));
    }

    private static @Nullable String text(JsonNode entry, String key) {
        return entry.path(key).isString() ? entry.path(key).asString() : null;
    }
}
