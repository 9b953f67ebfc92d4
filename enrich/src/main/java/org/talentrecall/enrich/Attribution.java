package org.talentrecall.enrich;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.dossier.Dossier;
import org.talentrecall.archive.dossier.Dossiers;
import org.talentrecall.archive.dossier.Evidence;
import org.talentrecall.archive.dossier.Evidenced;
import org.talentrecall.archive.dossier.PersonId;
import org.talentrecall.archive.fact.PersonName;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.identity.IdentityKey;
import org.talentrecall.archive.identity.IdentityKey.Kind;
import org.talentrecall.archive.identity.IdentityKeys;
import org.talentrecall.archive.intake.Reading;
import org.talentrecall.archive.record.Locator;
import org.talentrecall.archive.record.SourceRecord;
import org.talentrecall.archive.record.Subject;
import org.talentrecall.archive.text.NameForms;
import org.talentrecall.archive.text.ProfileUrls;
import org.talentrecall.archive.text.TextFolding;

/**
 * Decides whether what the web says belongs to somebody whom the archive knows from elsewhere. Nobody becomes a candidate
 * because a web page names them: what fits nobody, or might fit several, is left out with its reason and looked at again
 * when the archive has changed. Whom it might fit, people are asked; see {@link AskedPersons}.
 */
final class Attribution {
    static final String UNKNOWN = "UNKNOWN_PERSON";
    static final String DOUBTFUL = "DOUBTFUL_PERSON";

    private final Dossiers dossiers;
    private final AskedPersons asked;

    /** @param asked what people have said of those whom the web may mean */
    Attribution(Dossiers dossiers, AskedPersons asked) {
        this.dossiers = dossiers;
        this.asked = asked;
    }

    /**
     * The record as it is to be kept, and behind it a question for each person whom it may mean.
     *
     * @param link an address that the record gives for the person, or null; counts only when the archive knows it
     */
    List<Reading> decide(SourceRecord record, List<StatedFact> facts, @Nullable String link) {
        Decision decision = decided(record, facts, link);
        return decision.persons().isEmpty()
                ? List.of(decision.reading())
                : asked.settled(decision.reading(), facts, decision.persons(), this::known);
    }

    /**
     * What the rules make of a record.
     *
     * @param persons whom it means, or may mean where it is left out as doubtful
     */
    private record Decision(Reading reading, Set<PersonId> persons) {
        static Decision sure(SourceRecord record, List<StatedFact> facts, List<IdentityKey> links, PersonId person) {
            return new Decision(Reading.stored(record, Subject.PERSON, facts, links), Set.of(person));
        }

        static Decision doubtful(SourceRecord record, Set<PersonId> persons) {
            return new Decision(Reading.suppressed(record, DOUBTFUL), new TreeSet<>(persons));
        }
    }

    private Decision decided(SourceRecord record, List<StatedFact> facts, @Nullable String link) {
        List<IdentityKey> keys = new ArrayList<>(IdentityKeys.of(facts));
        Optional<IdentityKey> linked = Optional.ofNullable(link)
                .flatMap(ProfileUrls::normalise)
                .filter(ProfileUrls::isPersonal)
                .map(url -> new IdentityKey(Kind.PROFILE, url));
        Stream<IdentityKey> strong = Stream.concat(keys.stream().filter(Attribution::isStrong), linked.stream());
        Set<PersonId> persons = new TreeSet<>();
        strong.forEach(key -> persons.addAll(known(key)));
        if (persons.isEmpty()) {
            return byName(record, facts, keys);
        }
        Optional<Dossier> one =
                persons.size() == 1 ? dossiers.find(persons.iterator().next()) : Optional.empty();
        if (one.isEmpty() || namesDiffer(one.get(), facts)) {
            return Decision.doubtful(record, persons);
        }
        List<IdentityKey> links =
                linked.filter(key -> !known(key).isEmpty()).stream().toList();
        return Decision.sure(record, facts, links, persons.iterator().next());
    }

    /** Without a known address, name and employer (or school) together have to fit exactly one person. */
    private Decision byName(SourceRecord record, List<StatedFact> facts, List<IdentityKey> keys) {
        Set<PersonId> persons = new TreeSet<>();
        keys.stream()
                .filter(key -> key.kind() == Kind.NAME_EMPLOYER
                        || key.kind() == Kind.NAME_SCHOOL
                        || key.kind() == Kind.NAME_BIRTH_YEAR)
                .forEach(key -> persons.addAll(known(key)));
        if (persons.size() == 1) {
            Optional<Dossier> person = dossiers.find(persons.iterator().next());
            if (person.isPresent()) {
                List<IdentityKey> theirs = IdentityKeys.of(stated(person.get()));
                return contradicts(theirs, keys)
                        ? Decision.doubtful(record, persons)
                        // Said in so many words, so that the resolve stage comes to the same person.
                        : Decision.sure(
                                record, facts, firstStrong(theirs), person.get().id());
            }
        }
        names(facts)
                .flatMap(name -> dossiers.named(name).stream())
                .filter(this::isKnownElsewhere)
                .forEach(persons::add);
        return persons.isEmpty()
                ? new Decision(Reading.suppressed(record, UNKNOWN), Set.of())
                : Decision.doubtful(record, persons);
    }

    /**
     * Persons of whom something else than the web gives the key. What pages say does not count, the record's own words
     * least of all: else a page would vouch for itself in the next night, and the result would depend on the order.
     */
    private List<PersonId> known(IdentityKey key) {
        return dossiers.withKey(key).stream()
                .filter(person -> dossiers.find(person)
                        .map(Attribution::stated)
                        .map(IdentityKeys::of)
                        .filter(keys -> keys.contains(key))
                        .isPresent())
                .toList();
    }

    /** True when something else than the web tells of the person. */
    private boolean isKnownElsewhere(PersonId person) {
        return dossiers.find(person).stream()
                .flatMap(dossier -> dossier.entries().stream())
                .flatMap(entry -> entry.evidence().stream())
                .map(Evidence::locator)
                .anyMatch(locator -> !(locator instanceof Locator.Web));
    }

    private static boolean isStrong(IdentityKey key) {
        return key.kind().compareTo(Kind.MESSAGE) < 0;
    }

    /** Two Chinese names that differ are two people, or a shared address; names in two scripts tell nothing. */
    private static boolean namesDiffer(Dossier person, List<StatedFact> facts) {
        List<String> here =
                names(facts).map(NameForms::fold).filter(TextFolding::hasHan).toList();
        List<String> there = person.of(PersonName.class).stream()
                .map(name -> NameForms.fold(name.fact().text()))
                .filter(TextFolding::hasHan)
                .toList();
        return !here.isEmpty() && !there.isEmpty() && here.stream().noneMatch(there::contains);
    }

    /** Both give an address of one kind, and none agrees: of one name and employer, but hardly one person. */
    private static boolean contradicts(List<IdentityKey> theirs, List<IdentityKey> ours) {
        return Stream.of(Kind.PHONE, Kind.MAIL).anyMatch(kind -> {
            List<IdentityKey> here =
                    ours.stream().filter(key -> key.kind() == kind).toList();
            List<IdentityKey> there =
                    theirs.stream().filter(key -> key.kind() == kind).toList();
            return !here.isEmpty() && !there.isEmpty() && here.stream().noneMatch(there::contains);
        });
    }

    private static List<IdentityKey> firstStrong(List<IdentityKey> keys) {
        return keys.stream().filter(Attribution::isStrong).limit(1).toList();
    }

    /** What something else than the web says of the person. */
    private static List<StatedFact> stated(Dossier dossier) {
        List<StatedFact> facts = new ArrayList<>();
        for (Evidenced<?> entry : dossier.entries()) {
            entry.evidence().stream()
                    .filter(evidence -> !(evidence.locator() instanceof Locator.Web))
                    .findFirst()
                    .ifPresent(evidence ->
                            facts.add(new StatedFact(entry.fact(), evidence.locator(), evidence.confidence())));
        }
        return facts;
    }

    private static Stream<String> names(List<StatedFact> facts) {
        return facts.stream()
                .filter(stated -> stated.fact() instanceof PersonName)
                .map(stated -> ((PersonName) stated.fact()).text());
    }
}
