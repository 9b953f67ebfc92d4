package org.talentrecall.archive.identity;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.BirthYear;
import org.talentrecall.archive.fact.Contact;
import org.talentrecall.archive.fact.Education;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.linkage.Description;
import org.talentrecall.archive.record.RecordId;
import org.talentrecall.archive.text.OrganisationNames;

/**
 * What one stored record tells about who it speaks of.
 *
 * @param saidAt when the source said it, or null
 * @param nameForm see {@link NameSignature}; empty when the record states no name
 * @param contacts phones and mail addresses
 * @param profiles public profile pages
 * @param schools matching forms
 * @param description what it is compared by
 */
public record Sighting(
        RecordId record,
        @Nullable Instant saidAt,
        Set<IdentityKey> keys,
        String nameForm,
        Set<String> contacts,
        Set<String> profiles,
        Set<String> schools,
        Set<Integer> birthYears,
        Description description) {

    /** The order in which a person's records came to be: dated ones first, oldest first. */
    static final Comparator<Sighting> AGE = Comparator.comparing(
                    Sighting::saidAt, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
            .thenComparing(Sighting::record);

    public Sighting {
        keys = Set.copyOf(keys);
        contacts = Set.copyOf(contacts);
        profiles = Set.copyOf(profiles);
        schools = Set.copyOf(schools);
        birthYears = Set.copyOf(birthYears);
    }

    /**
     * From what a record states.
     *
     * @param keys all of the record's keys, derived and linked
     * @param crowded keys that many different people carry, see {@link CrowdedKeys}
     */
    public static Sighting of(
            RecordId record,
            @Nullable Instant saidAt,
            List<StatedFact> facts,
            Collection<IdentityKey> keys,
            String nameForm,
            Set<IdentityKey> crowded) {
        return of(
                record,
                saidAt,
                facts,
                keys,
                nameForm,
                PersonFields.of(facts, keys).describe(crowded));
    }

    /** The same where it is known already what it is compared by. */
    public static Sighting of(
            RecordId record,
            @Nullable Instant saidAt,
            List<StatedFact> facts,
            Collection<IdentityKey> keys,
            String nameForm,
            Description description) {
        Set<String> contacts = new TreeSet<>();
        Set<String> profiles = new TreeSet<>();
        Set<String> schools = new TreeSet<>();
        Set<Integer> birthYears = new TreeSet<>();
        for (StatedFact stated : facts) {
            if (stated.fact() instanceof Contact contact) {
                switch (contact.kind()) {
                    case PHONE, MAIL -> contacts.add(contact.value());
                    case PROFILE -> profiles.add(contact.value());
                    case WECHAT -> {
                        // People have several; says nothing against being the same person.
                    }
                }
            } else if (stated.fact() instanceof Education education) {
                schools.add(OrganisationNames.key(education.school()));
            } else if (stated.fact() instanceof BirthYear birth) {
                birthYears.add(birth.year());
            }
        }
        schools.remove("");
        return new Sighting(
                record, saidAt, Set.copyOf(keys), nameForm, contacts, profiles, schools, birthYears, description);
    }

    /** The same as if it did not carry these keys. */
    public Sighting without(Set<IdentityKey> meaningless) {
        Set<IdentityKey> rest = new TreeSet<>(keys);
        rest.removeAll(meaningless);
        return new Sighting(record, saidAt, rest, nameForm, contacts, profiles, schools, birthYears, description);
    }
}
