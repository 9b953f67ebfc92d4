package org.talentrecall.archive.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.talentrecall.archive.fact.Application;
import org.talentrecall.archive.fact.Appointment;
import org.talentrecall.archive.fact.BirthYear;
import org.talentrecall.archive.fact.CareerUpdate;
import org.talentrecall.archive.fact.Contact;
import org.talentrecall.archive.fact.Education;
import org.talentrecall.archive.fact.Employment;
import org.talentrecall.archive.fact.Fact;
import org.talentrecall.archive.fact.Interview;
import org.talentrecall.archive.fact.InvalidContact;
import org.talentrecall.archive.fact.NotHired;
import org.talentrecall.archive.fact.Opinion;
import org.talentrecall.archive.fact.PersonName;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.identity.IdentityKey.Kind;
import org.talentrecall.archive.text.MailAddresses;
import org.talentrecall.archive.text.NameForms;
import org.talentrecall.archive.text.OrganisationNames;
import org.talentrecall.archive.text.PhoneNumbers;
import org.talentrecall.archive.text.ProfileUrls;
import org.talentrecall.archive.text.TextFolding;

/**
 * Derives the identity keys that the facts of one reading show. Contacts that several people share give none: desk
 * telephones, mailboxes of an office ({@code hr@…}), pages of a company. A family name or 王先生 is no name.
 */
public final class IdentityKeys {
    private static final Pattern SHARED_MAILBOX = Pattern.compile(
            "(?:hr|hrs|hrbp|jobs?|careers?|recruit(?:ing|ment|er)?|talent|resumes?|cv|info|contact|admin|office|sales|service|support|help|mail|webmaster|postmaster|no-?reply|do-?not-?reply|notifications?|notify|system|zhaopin|jianli|rencai|zhaopinzu)[\\d._-]*@.*");

    private IdentityKeys() {}

    /** The keys in their natural order, each once. */
    public static List<IdentityKey> of(List<StatedFact> facts) {
        Set<IdentityKey> keys = new TreeSet<>();
        List<String> names = new ArrayList<>();
        for (StatedFact stated : facts) {
            if (stated.fact() instanceof PersonName name) {
                nameKey(name.text()).ifPresent(names::add);
            } else if (stated.fact() instanceof Contact contact) {
                contactKey(contact).ifPresent(keys::add);
            } else if (stated.fact() instanceof Appointment appointment) {
                keys.add(new IdentityKey(Kind.MESSAGE, "calendar:" + appointment.uid()));
            } else if (stated.fact() instanceof InvalidContact invalid) {
                contactKey(new Contact(invalid.kind(), invalid.value(), invalid.value()))
                        .ifPresent(keys::add);
            }
        }
        for (String name : names) {
            for (StatedFact stated : facts) {
                compound(name, stated.fact()).ifPresent(keys::add);
            }
        }
        return List.copyOf(keys);
    }

    /**
     * The names alone, as keys of {@link Kind#NAME_POST} without a post: weaker than any key of {@link #of}, they attach a
     * note that gives nothing but a name to the only person of that name.
     */
    public static List<IdentityKey> namesAlone(List<StatedFact> facts) {
        return facts.stream()
                .filter(stated -> stated.fact() instanceof PersonName)
                .flatMap(stated -> nameKey(((PersonName) stated.fact()).text()).stream())
                .distinct()
                .sorted()
                .map(name -> new IdentityKey(Kind.NAME_POST, name + "|"))
                .toList();
    }

    /** The name's matching form; the order of Latin names does not count. Empty when it would not tell people apart. */
    static Optional<String> nameKey(String written) {
        String folded = NameForms.fold(written);
        if (folded.length() < 2 || NameForms.isSurnameOnly(folded)) {
            return Optional.empty();
        }
        if (TextFolding.hasHan(folded)) {
            return Optional.of(folded);
        }
        String[] words = folded.split(" ", -1);
        boolean full = words.length >= 2
                && Arrays.stream(words).filter(word -> word.length() > 1).count() >= 2;
        Arrays.sort(words);
        return full ? Optional.of(String.join(" ", words)) : Optional.empty();
    }

    private static Optional<IdentityKey> contactKey(Contact contact) {
        return switch (contact.kind()) {
            case PHONE ->
                PhoneNumbers.normalise(contact.value())
                        .filter(PhoneNumbers::isMobile)
                        .map(number -> new IdentityKey(Kind.PHONE, number));
            case MAIL ->
                MailAddresses.normalise(contact.value())
                        .filter(address -> !SHARED_MAILBOX.matcher(address).matches())
                        .map(address -> new IdentityKey(Kind.MAIL, address));
            case PROFILE ->
                ProfileUrls.normalise(contact.value())
                        .filter(ProfileUrls::isPersonal)
                        .map(url -> new IdentityKey(Kind.PROFILE, url));
            case WECHAT ->
                Optional.of(TextFolding.fold(contact.value()).replace(" ", ""))
                        .filter(account -> account.length() >= 5)
                        .map(account -> new IdentityKey(Kind.WECHAT, account));
        };
    }

    private static Optional<IdentityKey> compound(String name, Fact fact) {
        if (fact instanceof Employment employment) {
            return organisation(Kind.NAME_EMPLOYER, name, employment.company());
        }
        if (fact instanceof CareerUpdate update && update.company() != null) {
            return organisation(Kind.NAME_EMPLOYER, name, update.company());
        }
        if (fact instanceof Education education) {
            return organisation(Kind.NAME_SCHOOL, name, education.school());
        }
        if (fact instanceof BirthYear birth) {
            return Optional.of(new IdentityKey(Kind.NAME_BIRTH_YEAR, name + "|" + birth.year()));
        }
        return post(fact).flatMap(post -> post(name, post));
    }

    private static Optional<IdentityKey> organisation(Kind kind, String name, String organisation) {
        String key = OrganisationNames.key(organisation);
        return key.length() < 2 ? Optional.empty() : Optional.of(new IdentityKey(kind, name + "|" + key));
    }

    private static Optional<String> post(Fact fact) {
        if (fact instanceof Application application) {
            return Optional.of(application.post());
        }
        if (fact instanceof Interview interview) {
            return Optional.ofNullable(interview.post());
        }
        if (fact instanceof Appointment appointment) {
            return Optional.ofNullable(appointment.post());
        }
        if (fact instanceof NotHired notHired) {
            return Optional.ofNullable(notHired.post());
        }
        return fact instanceof Opinion opinion ? Optional.ofNullable(opinion.post()) : Optional.empty();
    }

    private static Optional<IdentityKey> post(String name, String post) {
        String folded = TextFolding.fold(post).replace(" ", "");
        return folded.isEmpty() ? Optional.empty() : Optional.of(new IdentityKey(Kind.NAME_POST, name + "|" + folded));
    }
}
