package org.talentrecall.enrich.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.CareerUpdate;
import org.talentrecall.archive.fact.Education;
import org.talentrecall.archive.fact.Employment;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.fact.Residence;
import org.talentrecall.archive.text.NameForms;
import org.talentrecall.archive.text.TextFolding;

/** Reads a schema.org Person, from JSON-LD or microdata. */
final class SchemaPerson {
    private static final Set<String> ROLES = Set.of("Role", "OrganizationRole", "EmployeeRole");
    private static final Set<String> WRITTEN = Set.of(
            "Article",
            "ScholarlyArticle",
            "NewsArticle",
            "TechArticle",
            "BlogPosting",
            "Report",
            "Book",
            "Chapter",
            "Thesis",
            "PresentationDigitalDocument",
            "PodcastEpisode",
            "VideoObject",
            "Event",
            "EducationEvent",
            "BusinessEvent",
            "SocialEvent",
            "Course",
            "Patent");
    private static final Pattern SPOKEN =
            Pattern.compile("演讲|论文|文章|专栏|专利|(?i)\\b(?:talk|paper|keynote|article|patent)\\b");

    private final String markup;
    private final Facts facts;

    /**
     * @param markup how the page says it, for the locators: JSON-LD or microdata
     */
    SchemaPerson(String markup, Facts facts) {
        this.markup = markup;
        this.facts = facts;
    }

    /** The name, put together where only its parts are given. */
    static String name(Thing person) {
        Optional<String> whole = person.text("name");
        if (whole.isPresent()) {
            return whole.get();
        }
        String given = person.text("givenName").orElse("");
        String family = person.text("familyName").orElse("");
        return TextFolding.hasHan(given + family) ? family + given : (given + " " + family).strip();
    }

    void read(Thing person) {
        facts.name(name(person), at("name"));
        person.texts("alternateName").stream()
                .filter(name -> NameForms.looksLikeChineseName(name) || NameForms.looksLikeEnglishName(name))
                .forEach(name -> facts.name(name, at("alternateName")));
        contacts(person);
        person.things("contactPoint").forEach(this::contacts);
        for (String address : person.texts("url", "sameAs")) {
            facts.profile(address, at("sameAs"));
        }
        for (Thing address : person.things("address", "homeLocation")) {
            address.text("addressLocality")
                    .or(() -> address.is("City") ? address.text("name") : Optional.empty())
                    .ifPresent(city -> facts.add(new Residence(city), at("address"), 0.8));
        }
        CareerSteps.add(posts(person), at("worksFor"), 0.95, facts);
        education(person);
        person.texts("knowsAbout", "skills").stream()
                .flatMap(text -> Stream.of(text.split("[,，;；、]", -1)))
                .forEach(skill -> facts.skill(skill.strip(), at("knowsAbout")));
        person.texts("seeks").forEach(wish -> interest(wish, at("seeks")));
        for (Thing work : person.things("subjectOf", "workExample", "performerIn")) {
            work(work, at("subjectOf"));
        }
    }

    /** A work of the person: something written or said is a publication, anything else a project. */
    void work(Thing work, String element) {
        String name = work.label();
        if (name.isEmpty()) {
            return;
        }
        boolean spoken = work.is(WRITTEN) || SPOKEN.matcher(name).find();
        String text = work.text("description").map(more -> name + " · " + more).orElse(name);
        facts.add(
                new CareerUpdate(
                        spoken ? CareerUpdate.Kind.PUBLICATION : CareerUpdate.Kind.PROJECT,
                        date(work, "datePublished", "dateCreated", "startDate", "endDate", "dateModified"),
                        null,
                        null,
                        text,
                        work.text("url").orElse(facts.url())),
                element,
                0.9);
    }

    private void interest(String wish, String element) {
        facts.add(new CareerUpdate(CareerUpdate.Kind.INTEREST, null, null, null, wish, facts.url()), element, 0.8);
    }

    private void contacts(Thing holder) {
        holder.texts("email").forEach(mail -> facts.mail(mail, at("email"), 0.95));
        holder.texts("telephone").forEach(phone -> facts.phone(phone, at("telephone")));
    }

    private List<Employment> posts(Thing person) {
        List<Employment> posts = new ArrayList<>();
        @Nullable String title = person.text("jobTitle").orElse(null);
        for (Value value : person.all("worksFor")) {
            if (value instanceof Thing role
                    && (role.is(ROLES) || !role.all("worksFor").isEmpty())) {
                Optional<Thing> employer =
                        role.things("worksFor", "memberOf").stream().findFirst();
                String company = employer.map(Thing::label)
                        .orElseGet(() -> role.text("worksFor").orElse(""));
                boolean current = role.text("endDate").isEmpty();
                add(
                        posts,
                        new Employment(
                                company,
                                role.text("roleName", "jobTitle").orElse(current ? title : null),
                                null,
                                Optional.ofNullable(date(role, "startDate"))
                                        .orElse(current ? occupationSince(person) : null),
                                date(role, "endDate"),
                                current,
                                role.text("description")
                                        .or(() -> employer.flatMap(held -> held.text("description")))
                                        .orElse(null)));
            } else {
                @Nullable
                String about = value instanceof Thing employer
                        ? employer.text("description").orElse(null)
                        : null;
                add(posts, new Employment(Thing.words(value), title, null, occupationSince(person), null, true, about));
            }
        }
        return posts;
    }

    private static void add(List<Employment> posts, Employment post) {
        if (!post.company().isBlank()) {
            posts.add(post);
        }
    }

    /** The occupation may carry the date that the employer does not. */
    private static @Nullable PartialDate occupationSince(Thing person) {
        return person.things("hasOccupation").stream()
                .filter(role -> role.text("endDate").isEmpty())
                .map(role -> date(role, "startDate"))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private void education(Thing person) {
        for (Value value : person.all("alumniOf")) {
            Thing role = value instanceof Thing thing ? thing : null;
            String school =
                    role == null ? Thing.words(value) : role.text("alumniOf").orElseGet(role::label);
            if (!school.isBlank()) {
                facts.add(
                        new Education(
                                school,
                                role == null ? null : role.text("roleName").orElse(null),
                                null,
                                role == null ? null : date(role, "startDate"),
                                role == null ? null : date(role, "endDate")),
                        at("alumniOf"),
                        0.9);
            }
        }
    }

    private static @Nullable PartialDate date(Thing thing, String... names) {
        return thing.texts(names).stream()
                .flatMap(text -> WrittenDate.read(text).stream())
                .findFirst()
                .orElse(null);
    }

    private String at(String property) {
        return markup + " Person." + property;
    }
}
