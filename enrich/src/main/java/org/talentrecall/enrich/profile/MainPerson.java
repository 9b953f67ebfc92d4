package org.talentrecall.enrich.profile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.talentrecall.archive.text.ProfileUrls;

/**
 * Whom a page is about.
 *
 * @param names of all who come into question; exactly one when the page is about one person
 * @param author true when the person is the author of the article that the page is
 */
record MainPerson(
        Collection<String> names,
        List<Thing> linked,
        List<Thing> microdata,
        List<Thing> cards,
        List<Thing> resumes,
        boolean author) {
    private static final Set<String> ABOUT_ONE = Set.of("ProfilePage", "AboutPage", "WebPage");

    /** First who the page says it is about, then the outermost persons, then the one author. */
    static MainPerson of(List<Thing> linked, List<Thing> microdata, List<Thing> microformats, String canonical) {
        List<Thing> persons = persons(linked);
        List<Thing> items = persons(microdata);
        List<Thing> resumes =
                microformats.stream().filter(thing -> thing.is("h-resume")).toList();
        List<Thing> cards = cards(microformats, resumes);
        MainPerson all = named(persons, items, cards, resumes, false);
        if (all.names().size() > 1) {
            MainPerson own = named(
                    persons.stream().filter(person -> isAt(person, canonical)).toList(),
                    items.stream().filter(person -> isAt(person, canonical)).toList(),
                    cards.stream().filter(card -> isAt(card, canonical)).toList(),
                    resumes,
                    false);
            return own.names().size() == 1 ? own : all;
        }
        if (!all.names().isEmpty()) {
            return all;
        }
        List<Thing> authors = linked.stream()
                .flatMap(thing -> thing.things("author", "creator").stream())
                .filter(thing -> thing.is("Person"))
                .toList();
        return named(authors, List.of(), List.of(), List.of(), true);
    }

    private static MainPerson named(
            List<Thing> linked, List<Thing> microdata, List<Thing> cards, List<Thing> resumes, boolean author) {
        Collection<String> names = ProfileReader.distinctNames(Stream.concat(
                Stream.concat(linked.stream(), microdata.stream()).map(SchemaPerson::name),
                cards.stream().map(CardPerson::name)));
        return new MainPerson(names, linked, microdata, cards, resumes, author);
    }

    private static List<Thing> persons(List<Thing> things) {
        List<Thing> about = things.stream()
                .filter(thing -> thing.is(ABOUT_ONE))
                .flatMap(thing -> thing.things("mainEntity", "about").stream())
                .filter(thing -> thing.is("Person"))
                .toList();
        return about.isEmpty()
                ? things.stream().filter(thing -> thing.is("Person")).toList()
                : about;
    }

    /** The contacts of résumés, and cards beside them; a card whose name is its organisation's is no person's. */
    private static List<Thing> cards(List<Thing> microformats, List<Thing> resumes) {
        List<Thing> cards = new ArrayList<>();
        for (Thing resume : resumes) {
            boolean named = resume.text("name").isPresent();
            if (named) {
                cards.add(resume);
            }
            // Whose résumé it is says the résumé; what a card calls its name may be the employer's.
            resume.things("contact").forEach(card -> cards.add(named ? nameless(card) : card));
        }
        microformats.stream()
                .filter(thing -> thing.is("h-card"))
                .filter(card -> card.text("org")
                        .filter(org -> org.equals(CardPerson.name(card)))
                        .isEmpty())
                .forEach(cards::add);
        return List.copyOf(cards);
    }

    private static Thing nameless(Thing card) {
        Map<String, List<Value>> rest = new LinkedHashMap<>(card.properties());
        rest.remove("name");
        return new Thing(card.types(), card.id(), card.text(), rest);
    }

    private static boolean isAt(Thing thing, String canonical) {
        String own = ProfileUrls.normalise(canonical).orElse(canonical);
        Stream<String> addresses = thing.texts("url", "uid", "sameAs", "mainEntityOfPage").stream();
        String id = thing.id();
        return Stream.concat(addresses, id == null ? Stream.empty() : Stream.of(id))
                .anyMatch(address ->
                        ProfileUrls.normalise(address).orElse(address).equals(own));
    }
}
