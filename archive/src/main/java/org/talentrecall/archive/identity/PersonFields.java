package org.talentrecall.archive.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.talentrecall.archive.fact.BirthYear;
import org.talentrecall.archive.fact.CareerUpdate;
import org.talentrecall.archive.fact.Education;
import org.talentrecall.archive.fact.Employment;
import org.talentrecall.archive.fact.PersonName;
import org.talentrecall.archive.fact.Residence;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.identity.IdentityKey.Kind;
import org.talentrecall.archive.linkage.CandidatePairs;
import org.talentrecall.archive.linkage.Comparison;
import org.talentrecall.archive.linkage.Description;
import org.talentrecall.archive.linkage.Field;
import org.talentrecall.archive.linkage.PersonalName;
import org.talentrecall.archive.text.OrganisationNames;
import org.talentrecall.archive.text.TextFolding;
import org.talentrecall.archive.vocabulary.Cities;

/** In which fields two records of the archive are compared, and by which blocks they meet. */
public final class PersonFields {
    /** The fields, in the order in which a decision names them. */
    public static final List<Field> ALL = List.of(
            new Field("surname", Comparison.SURNAME, true),
            new Field("given_name", Comparison.GIVEN_NAME, true),
            new Field("phone", Comparison.DIGITS, false),
            new Field("mail", Comparison.MAIL, false),
            new Field("wechat", Comparison.EXACT, false),
            new Field("profile", Comparison.PAGE, false),
            new Field("message", Comparison.EXACT, false),
            new Field("birth", Comparison.DATE, false),
            new Field("school", Comparison.TEXT, true),
            new Field("employer", Comparison.TEXT, true),
            new Field("city", Comparison.TEXT, true));

    private static final int NAMES = 4;
    private static final int ORGANISATIONS = 8;
    /** Of so many employers and schools each pair is a block. */
    private static final int CROSSED = 3;

    private static final int TELLING_LOCAL_PART = 6;

    private final List<PersonalName> names;
    private final String signature;
    private final Map<Kind, Set<String>> addresses;
    private final Set<String> births;
    private final Set<String> schools;
    private final Set<String> employers;
    private final Set<String> cities;

    private PersonFields(
            List<PersonalName> names,
            String signature,
            Map<Kind, Set<String>> addresses,
            Set<String> births,
            Set<String> schools,
            Set<String> employers,
            Set<String> cities) {
        this.names = names;
        this.signature = signature;
        this.addresses = addresses;
        this.births = births;
        this.schools = schools;
        this.employers = employers;
        this.cities = cities;
    }

    /**
     * Of what a record states.
     *
     * @param keys all of the record's keys, derived and linked
     */
    public static PersonFields of(List<StatedFact> facts, Collection<IdentityKey> keys) {
        Set<String> written = new TreeSet<>();
        Set<String> births = new TreeSet<>();
        Set<String> schools = new TreeSet<>();
        Set<String> employers = new TreeSet<>();
        Set<String> cities = new TreeSet<>();
        for (StatedFact stated : facts) {
            if (stated.fact() instanceof PersonName name) {
                written.add(name.text());
            } else if (stated.fact() instanceof BirthYear birth) {
                births.add("%04d".formatted(birth.year()));
            } else if (stated.fact() instanceof Education education) {
                schools.add(OrganisationNames.key(education.school()));
            } else if (stated.fact() instanceof Employment employment) {
                employers.add(OrganisationNames.key(employment.company()));
            } else if (stated.fact() instanceof CareerUpdate update && update.company() != null) {
                employers.add(OrganisationNames.key(update.company()));
            } else if (stated.fact() instanceof Residence residence) {
                cities.add(Cities.canonical(residence.city()).orElseGet(() -> TextFolding.fold(residence.city())));
            }
        }
        for (Set<String> values : List.of(schools, employers, cities)) {
            values.removeIf(value -> value.length() < 2);
        }
        Map<Kind, Set<String>> addresses = new LinkedHashMap<>();
        keys.stream()
                .filter(key -> key.kind().compareTo(Kind.MESSAGE) <= 0)
                .forEach(key -> addresses
                        .computeIfAbsent(key.kind(), kind -> new TreeSet<>())
                        .add(key.value()));
        List<PersonalName> names = written.stream()
                .flatMap(name -> PersonalName.of(name).stream())
                .distinct()
                .limit(NAMES)
                .toList();
        return new PersonFields(names, NameSignature.of(facts), addresses, births, schools, employers, cities);
    }

    /** @param crowded keys that many different people carry, see {@link CrowdedKeys} */
    public Description describe(Set<IdentityKey> crowded) {
        return new Description(
                names,
                List.of(
                        List.of(),
                        List.of(),
                        addresses(Kind.PHONE, crowded),
                        addresses(Kind.MAIL, crowded),
                        addresses(Kind.WECHAT, crowded),
                        addresses(Kind.PROFILE, crowded),
                        addresses(Kind.MESSAGE, crowded),
                        List.copyOf(births),
                        schools.stream().limit(ORGANISATIONS).toList(),
                        employers.stream().limit(ORGANISATIONS).toList(),
                        List.copyOf(cities)));
    }

    private List<String> addresses(Kind kind, Set<IdentityKey> crowded) {
        return addresses.getOrDefault(kind, Set.of()).stream()
                .map(value -> crowded.contains(new IdentityKey(kind, value)) ? Description.SHARED + value : value)
                .toList();
    }

    /** The block of all records that carry the key. */
    public static long block(IdentityKey key) {
        return CandidatePairs.block(key.kind().name(), key.value());
    }

    /**
     * Blocks in which the record meets others: each address, alone and with the name; the name, alone and with an employer,
     * school, year of birth or city; an employer with a school, for those whose name is written in another way; the name of
     * a mailbox, which people keep when they change its provider.
     */
    public long[] blocks() {
        Set<Long> blocks = new TreeSet<>();
        addresses.forEach((kind, values) -> values.forEach(value -> {
            blocks.add(block(new IdentityKey(kind, value)));
            addNamed(blocks, kind.name(), value);
            int at = value.indexOf('@');
            if (kind == Kind.MAIL && at >= TELLING_LOCAL_PART) {
                blocks.add(CandidatePairs.block("local", value.substring(0, at)));
            }
        }));
        if (!signature.isEmpty()) {
            blocks.add(CandidatePairs.block("name", signature));
        }
        employers.stream().limit(ORGANISATIONS).forEach(employer -> addNamed(blocks, "employer", employer));
        schools.stream().limit(ORGANISATIONS).forEach(school -> addNamed(blocks, "school", school));
        births.forEach(birth -> addNamed(blocks, "birth", birth));
        cities.forEach(city -> addNamed(blocks, "city", city));
        for (String employer : limited(employers)) {
            for (String school : limited(schools)) {
                blocks.add(CandidatePairs.block("employer and school", employer, school));
                births.forEach(birth -> blocks.add(CandidatePairs.block("born there", employer, school, birth)));
                addNamed(blocks, "employer and school", employer + '|' + school);
            }
        }
        return blocks.stream().mapToLong(Long::longValue).toArray();
    }

    private static List<String> limited(Set<String> values) {
        return new ArrayList<>(values).subList(0, Math.min(CROSSED, values.size()));
    }

    private void addNamed(Set<Long> blocks, String kind, String value) {
        if (!signature.isEmpty()) {
            blocks.add(CandidatePairs.block(kind, value, signature));
        }
    }
}
