package org.talentrecall.enrich.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.CareerUpdate;
import org.talentrecall.archive.fact.Education;
import org.talentrecall.archive.fact.Employment;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.fact.Residence;
import org.talentrecall.archive.text.OrganisationNames;
import org.talentrecall.archive.text.TextFolding;

/** Reads h-card and h-resume, and the older hCard and hResume. */
final class CardPerson {
    private static final Pattern NOW = Pattern.compile("至今|迄今|目前|现在|(?i)\\b(?:present|now|current|today)\\b");
    private static final Pattern DEGREE = Pattern.compile(
            "博士|硕士|学士|本科|大专|研究生|MBA|(?i)\\b(?:ph\\.?d|master'?s?|bachelor'?s?|m\\.?sc|b\\.?sc|b\\.?a|m\\.?a|b\\.?eng|m\\.?eng)\\b(?: hons)?");

    private final Facts facts;

    CardPerson(Facts facts) {
        this.facts = facts;
    }

    /** The card's name, put together where only its parts are given. */
    static String name(Thing card) {
        Optional<String> whole = card.text("name");
        if (whole.isPresent()) {
            return whole.get();
        }
        String given = card.text("given-name").orElse("");
        String family = card.text("family-name").orElse("");
        return TextFolding.hasHan(given + family) ? family + given : (given + " " + family).strip();
    }

    void card(Thing card) {
        facts.name(name(card), "h-card p-name");
        card.texts("email").forEach(mail -> facts.mail(mail, "h-card u-email", 0.95));
        card.texts("tel").forEach(phone -> facts.phone(phone, "h-card p-tel"));
        card.texts("url", "uid").forEach(url -> facts.profile(url, "h-card u-url"));
        card.text("locality")
                .or(() -> card.things("adr").stream()
                        .flatMap(address -> address.texts("locality").stream())
                        .findFirst())
                .ifPresent(city -> facts.add(new Residence(city), "h-card p-locality", 0.8));
    }

    /**
     * What the résumé lists.
     *
     * @param card the person's card, or null; tells the present employer, and which part of a line is the employer
     */
    void resume(List<Thing> resumes, @Nullable Thing card) {
        @Nullable String known = card == null ? null : card.text("org").orElse(null);
        List<Employment> posts = new ArrayList<>();
        for (Thing resume : resumes) {
            resume.things("experience").forEach(event -> post(event, known).ifPresent(posts::add));
            resume.all("education").forEach(this::education);
            resume.texts("skill").forEach(skill -> facts.skill(skill, "h-resume p-skill"));
            resume.all("project", "publication", "publications").forEach(this::work);
        }
        boolean listed = known != null
                && posts.stream()
                        .anyMatch(post -> OrganisationNames.key(post.company()).equals(OrganisationNames.key(known)));
        if (known != null && card != null && !listed) {
            String title = card.text("job-title", "title", "role").orElse(null);
            facts.add(new Employment(known, title, null, null, null, true, null), "h-card p-org", 0.85);
        }
        CareerSteps.add(posts, "h-resume p-experience", 0.9, facts);
    }

    private static Optional<Employment> post(Thing event, @Nullable String known) {
        Optional<String> org = event.text("org", "organization-name");
        Optional<String> title = event.text("job-title", "title", "role");
        Optional<String> line = event.text("name", "summary");
        Optional<TitleAndCompany> named = org.map(company -> new TitleAndCompany(
                        title.or(() -> line.filter(text -> !text.equals(company)))
                                .orElse(null),
                        company))
                .or(() -> line.flatMap(text -> title.isPresent()
                        ? Optional.of(new TitleAndCompany(title.get(), text))
                        : TitleAndCompany.read(text, known)));
        @Nullable PartialDate from = date(event, "start");
        @Nullable PartialDate to = date(event, "end");
        boolean current =
                to == null && (from != null || NOW.matcher(event.text()).find());
        return named.filter(post -> !post.company().isBlank())
                .map(post -> new Employment(
                        post.company(), post.title(), null, from, to, current, description(event, post)));
    }

    private static @Nullable String description(Thing event, TitleAndCompany post) {
        return event.texts("description", "summary", "note", "content").stream()
                .filter(text -> !text.equals(post.company()) && !text.equals(post.title()))
                .findFirst()
                .orElse(null);
    }

    private void education(Value value) {
        String words = value instanceof Thing thing ? Thing.tidy(thing.text()) : Thing.words(value);
        @Nullable Thing event = value instanceof Thing thing ? thing : null;
        String school = event == null
                ? words
                : event.text("org", "organization-name", "name", "summary").orElse("");
        if (school.isBlank() || event == null && !OrganisationNames.isSchool(school)) {
            return;
        }
        java.util.regex.Matcher degree = DEGREE.matcher(words);
        facts.add(
                new Education(
                        school,
                        degree.find() ? degree.group() : null,
                        event == null ? null : event.text("major", "category").orElse(null),
                        event == null ? null : date(event, "start"),
                        event == null ? null : date(event, "end")),
                "h-resume p-education",
                0.85);
    }

    private void work(Value value) {
        @Nullable Thing thing = value instanceof Thing known ? known : null;
        String words = Thing.words(value);
        if (!words.isBlank()) {
            facts.add(
                    new CareerUpdate(
                            CareerUpdate.Kind.PROJECT,
                            thing == null
                                    ? WrittenDate.read(words).orElse(null)
                                    : date(thing, "start", "published", "end"),
                            null,
                            null,
                            words,
                            facts.url()),
                    "h-resume p-project",
                    0.8);
        }
    }

    private static @Nullable PartialDate date(Thing thing, String... names) {
        return thing.texts(names).stream()
                .flatMap(text -> WrittenDate.read(text).stream())
                .findFirst()
                .orElse(null);
    }
}
