package org.talentrecall.enrich.feed;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.CareerUpdate;
import org.talentrecall.archive.fact.Contact;
import org.talentrecall.archive.fact.Fact;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.fact.PersonName;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.record.Locator;
import org.talentrecall.archive.text.NameForms;
import org.talentrecall.archive.text.TextFolding;
import org.talentrecall.enrich.news.CareerNews;
import org.talentrecall.enrich.news.EarlierPosts;
import org.talentrecall.enrich.news.Headline;

/** Reads what an entry says about one person: a career step in its title, or that the person wrote or said something. */
public final class EntryReader {
    private static final int LONGEST_NEWS = 500;
    private static final int LONGEST_LATIN_NAME = 40;

    private final ZoneId zone;

    /**
     * @param zone in which the day of an entry counts
     */
    public EntryReader(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * @param feed address of the feed, for the locators
     */
    public EntryReading read(FeedEntry entry, String feed) {
        if (Headline.tellsOfSeveral(entry.title())) {
            return new EntryReading(EntryReading.Outcome.SEVERAL_PERSONS, List.of());
        }
        Optional<CareerNews> news = Headline.read(entry.title());
        List<StatedFact> facts = new ArrayList<>();
        if (news.isPresent()) {
            CareerNews told = news.get();
            about(told.name(), entry, feed, facts);
            add(facts, update(told, entry), feed, "title", told.confidence());
            return new EntryReading(EntryReading.Outcome.ONE_PERSON, facts);
        }
        List<String> authors = entry.authors().stream()
                .map(FeedEntry.Author::name)
                .filter(name -> name != null && isName(name))
                .distinct()
                .toList();
        if (authors.size() != 1) {
            return new EntryReading(
                    authors.isEmpty() ? EntryReading.Outcome.NO_NEWS : EntryReading.Outcome.SEVERAL_PERSONS, List.of());
        }
        about(authors.get(0), entry, feed, facts);
        CareerUpdate written = new CareerUpdate(
                CareerUpdate.Kind.PUBLICATION, date(entry.published()), null, null, words(entry), entry.link());
        add(facts, written, feed, "title", 0.9);
        return new EntryReading(EntryReading.Outcome.ONE_PERSON, facts);
    }

    /** Name, address and employers: they tell which person of that name is meant. */
    private static void about(String name, FeedEntry entry, String feed, List<StatedFact> facts) {
        add(facts, new PersonName(name), feed, "title", 0.9);
        for (FeedEntry.Author author : entry.authors()) {
            String mail = author.mail();
            if (mail != null
                    && author.name() != null
                    && NameForms.fold(author.name()).equals(NameForms.fold(name))) {
                add(facts, new Contact(Contact.Kind.MAIL, mail, mail), feed, "author", 0.9);
            }
        }
        EarlierPosts.in(entry.text(), name).forEach(post -> add(facts, post, feed, "description", 0.7));
    }

    private CareerUpdate update(CareerNews told, FeedEntry entry) {
        return new CareerUpdate(
                told.kind(), date(entry.published()), told.company(), told.title(), words(entry), entry.link());
    }

    private static String words(FeedEntry entry) {
        String words = entry.text().isEmpty() ? entry.title() : entry.title() + " · " + entry.text();
        return words.length() > LONGEST_NEWS ? words.substring(0, LONGEST_NEWS) : words;
    }

    private @Nullable PartialDate date(@Nullable Instant published) {
        return published == null ? null : PartialDate.of(published.atZone(zone).toLocalDate());
    }

    private static boolean isName(String text) {
        return TextFolding.hasHan(text)
                ? NameForms.looksLikeChineseName(text)
                : text.length() <= LONGEST_LATIN_NAME && NameForms.looksLikeEnglishName(text);
    }

    private static void add(List<StatedFact> facts, Fact fact, String feed, String element, double confidence) {
        facts.add(new StatedFact(fact, new Locator.Web(feed, element), confidence));
    }
}
