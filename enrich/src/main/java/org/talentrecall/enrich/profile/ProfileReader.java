package org.talentrecall.enrich.profile;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.CareerUpdate;
import org.talentrecall.archive.fact.Contact;
import org.talentrecall.archive.fact.Employment;
import org.talentrecall.archive.fact.PersonName;
import org.talentrecall.archive.text.Found;
import org.talentrecall.archive.text.MailAddresses;
import org.talentrecall.archive.text.NameForms;

/** Reads a person's page, or an article by one person. Never throws for bad pages. Safe for use by several threads. */
public final class ProfileReader {
    private static final Set<String> ARTICLES =
            Set.of("Article", "NewsArticle", "BlogPosting", "ScholarlyArticle", "TechArticle", "Report");
    private static final List<String> CHANGED = List.of("dateModified", "datePublished");
    private static final java.util.regex.Pattern COMPANY =
            java.util.regex.Pattern.compile("[\\p{IsHan}（）]{2,24}(?:有限责任公司|股份有限公司|有限公司|集团)");

    private static final int MOST_WORDS = 6;

    private ProfileReader() {}

    /**
     * @param url where the page lies; it is what the facts' locators name
     */
    public static PageReading read(String html, String url) {
        Document page = BrokenHtml.parse(html, url);
        String canonical = canonical(page, url);
        JsonLd.Found linked = JsonLd.in(page);
        List<Thing> microdata = Microdata.in(page);
        List<Thing> microformats = Microformats.in(page);
        List<Thing> things = new ArrayList<>(linked.things());
        things.addAll(microdata);
        @Nullable Instant saidAt = changed(page, things);
        MainPerson main = MainPerson.of(linked.things(), microdata, microformats, canonical);
        if (main.names().size() != 1) {
            PageReading.Outcome outcome = main.names().size() > 1
                    ? PageReading.Outcome.SEVERAL_PERSONS
                    : linked.whole() ? PageReading.Outcome.NO_PERSON : PageReading.Outcome.BROKEN;
            return new PageReading(outcome, List.of(), saidAt, canonical);
        }
        Facts facts = new Facts(url);
        readMarkup(main, facts);
        if (main.author()) {
            SchemaPerson reader = new SchemaPerson("JSON-LD", facts);
            things.stream().filter(thing -> thing.is(ARTICLES)).forEach(article -> reader.work(article, "Article"));
        } else {
            facts.profile(canonical, "link[rel=canonical]");
            new PlainWords(
                            facts.of(PersonName.class)
                                    .findFirst()
                                    .map(PersonName::text)
                                    .orElse(""),
                            facts)
                    .read(page);
        }
        if (!linked.whole()) {
            rescue(page, html, facts, main);
        }
        return new PageReading(PageReading.Outcome.ONE_PERSON, facts.list(), saidAt, canonical);
    }

    private static void readMarkup(MainPerson main, Facts facts) {
        main.linked().forEach(new SchemaPerson("JSON-LD", facts)::read);
        main.microdata().forEach(new SchemaPerson("microdata", facts)::read);
        CardPerson cards = new CardPerson(facts);
        main.cards().forEach(cards::card);
        cards.resume(
                main.resumes(), main.cards().isEmpty() ? null : main.cards().get(0));
    }

    /** Of a page whose markup breaks off: a mail address and an employer, when the page names exactly one. */
    private static void rescue(Document page, String html, Facts facts, MainPerson main) {
        List<String> mails = MailAddresses.findAll(html).stream()
                .map(Found::value)
                .distinct()
                .toList();
        boolean known = facts.of(Contact.class).anyMatch(contact -> contact.kind() == Contact.Kind.MAIL);
        if (mails.size() == 1 && !known) {
            facts.mail(mails.get(0), "text", 0.7);
        }
        List<String> companies = COMPANY.matcher(page.text())
                .results()
                .map(java.util.regex.MatchResult::group)
                .distinct()
                .toList();
        if (companies.size() == 1 && facts.of(Employment.class).findAny().isEmpty()) {
            main.linked().stream().findFirst().ifPresent(person -> {
                @Nullable
                String since = person.things("worksFor").stream()
                        .flatMap(role -> role.texts("startDate").stream())
                        .findFirst()
                        .orElse(null);
                facts.add(
                        new Employment(
                                companies.get(0),
                                person.text("jobTitle")
                                        .filter(title -> !isReachedLater(title, facts))
                                        .orElse(null),
                                null,
                                since == null ? null : WrittenDate.read(since).orElse(null),
                                null,
                                true,
                                null),
                        "text",
                        0.6);
            });
        }
    }

    /** The title of today is not the one of the beginning when the page tells of a promotion to it. */
    private static boolean isReachedLater(String title, Facts facts) {
        return facts.of(CareerUpdate.class)
                .anyMatch(update -> update.kind() == CareerUpdate.Kind.PROMOTION && title.equals(update.title()));
    }

    /** Only an address on the page's own host is believed. */
    private static String canonical(Document page, String url) {
        Element link = page.selectFirst("link[rel=canonical][href]");
        String written = link == null ? "" : link.absUrl("href");
        return Objects.equals(host(written), host(url)) ? written : url;
    }

    private static @Nullable String host(String url) {
        try {
            return URI.create(url).getHost();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable Instant changed(Document page, List<Thing> things) {
        Stream<String> marked =
                CHANGED.stream().flatMap(property -> things.stream().flatMap(thing -> thing.texts(property).stream()));
        Stream<String> said = page
                .select(
                        "meta[property=article:modified_time], meta[property=og:updated_time], meta[property=article:published_time]")
                .stream()
                .map(meta -> meta.attr("content"));
        return Stream.concat(marked, said)
                .flatMap(written -> WrittenDate.moment(written).stream())
                .findFirst()
                .orElse(null);
    }

    /** A whole sentence marked as a name is none. */
    private static boolean canBeName(String text) {
        return !text.isBlank() && text.split(" ", -1).length <= MOST_WORDS;
    }

    /** Folded names, each once. */
    static Collection<String> distinctNames(Stream<String> names) {
        Map<String, String> folded = new LinkedHashMap<>();
        names.filter(ProfileReader::canBeName).forEach(name -> folded.putIfAbsent(NameForms.fold(name), name));
        return folded.values();
    }
}
