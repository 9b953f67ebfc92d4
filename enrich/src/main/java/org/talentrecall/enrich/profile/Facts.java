package org.talentrecall.enrich.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.talentrecall.archive.fact.Contact;
import org.talentrecall.archive.fact.Fact;
import org.talentrecall.archive.fact.PersonFact;
import org.talentrecall.archive.fact.PersonName;
import org.talentrecall.archive.fact.Skill;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.record.Locator;
import org.talentrecall.archive.text.MailAddresses;
import org.talentrecall.archive.text.PhoneNumbers;
import org.talentrecall.archive.text.ProfileUrls;

/** Gathers what one page says about one person, each fact once with the first place that says it. */
final class Facts {
    private static final int LONGEST_SKILL = 60;
    private static final int LONGEST_NAME = 60;

    private final String url;
    private final Map<Fact, StatedFact> stated = new LinkedHashMap<>();

    Facts(String url) {
        this.url = url;
    }

    String url() {
        return url;
    }

    void add(PersonFact fact, String element, double confidence) {
        stated.putIfAbsent(fact, new StatedFact(fact, new Locator.Web(url, element), confidence));
    }

    void name(String text, String element) {
        if (!text.isBlank() && text.length() <= LONGEST_NAME) {
            add(new PersonName(text), element, 0.95);
        }
    }

    void mail(String written, String element, double confidence) {
        String bare = written.regionMatches(true, 0, "mailto:", 0, 7) ? written.substring(7) : written;
        MailAddresses.normalise(decoded(bare))
                .ifPresent(value -> add(new Contact(Contact.Kind.MAIL, value, written), element, confidence));
    }

    void phone(String written, String element) {
        String bare = written.regionMatches(true, 0, "tel:", 0, 4) ? written.substring(4) : written;
        PhoneNumbers.normalise(bare)
                .ifPresent(value -> add(new Contact(Contact.Kind.PHONE, value, written), element, 0.9));
    }

    void profile(String written, String element) {
        if (written.startsWith("http:") || written.startsWith("https:")) {
            ProfileUrls.normalise(written)
                    .filter(ProfileUrls::isPersonal)
                    .ifPresent(value -> add(new Contact(Contact.Kind.PROFILE, value, written), element, 0.9));
        }
    }

    void skill(String name, String element) {
        if (!name.isBlank() && name.length() <= LONGEST_SKILL) {
            add(new Skill(name, null), element, 0.8);
        }
    }

    <T extends PersonFact> Stream<T> of(Class<T> type) {
        return stated.keySet().stream().filter(type::isInstance).map(type::cast);
    }

    List<StatedFact> list() {
        return new ArrayList<>(stated.values());
    }

    private static String decoded(String address) {
        return address.replace("%40", "@").replaceFirst("\\?.*$", "");
    }
}
