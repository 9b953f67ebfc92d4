package org.talentrecall.archive.linkage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.talentrecall.archive.text.NameParts;
import org.talentrecall.archive.text.TextFolding;

/**
 * One name of a person, ready to be compared.
 *
 * @param surname in its matching form, without blanks; empty when unknown
 * @param given the same
 * @param surnameReadings pinyin of a Chinese family name, every likely one
 * @param givenReadings pinyin of a Chinese given name, every likely one
 * @param ordered true when the source itself tells which part is which
 */
public record PersonalName(
        String surname, String given, List<String> surnameReadings, List<String> givenReadings, boolean ordered) {
    public PersonalName {
        surnameReadings = List.copyOf(surnameReadings);
        givenReadings = List.copyOf(givenReadings);
    }

    /** The ways to read a name as written in one piece, the likeliest first; empty when there is none in it. */
    public static List<PersonalName> of(String written) {
        return NameParts.of(written).stream()
                .map(parts -> new PersonalName(
                        parts.surname(), parts.given(), parts.surnameReadings(), parts.givenReadings(), false))
                .toList();
    }

    /** A name that a table gives in two columns. */
    public static Optional<PersonalName> of(String given, String surname) {
        String bareGiven = bare(given);
        String bareSurname = bare(surname);
        if (bareGiven.isEmpty() && bareSurname.isEmpty()) {
            return Optional.empty();
        }
        if (TextFolding.hasHan(bareSurname) && TextFolding.hasHan(bareGiven)) {
            return of(bareSurname + bareGiven).stream()
                    .filter(name -> name.surname().equals(bareSurname))
                    .map(name -> new PersonalName(
                            name.surname(), name.given(), name.surnameReadings(), name.givenReadings(), true))
                    .findFirst();
        }
        return Optional.of(new PersonalName(bareSurname, bareGiven, List.of(), List.of(), true));
    }

    private static String bare(String part) {
        return TextFolding.fold(part).replaceAll("[\\s.'’-]+", "");
    }

    /** The same, with one object for all equal parts of a pool: far fewer than names. */
    PersonalName sharing(Map<Object, Object> known) {
        return new PersonalName(
                Description.one(known, surname),
                Description.one(known, given),
                Description.one(known, surnameReadings),
                Description.one(known, givenReadings),
                ordered);
    }

    boolean isChinese() {
        return !surnameReadings.isEmpty() || !givenReadings.isEmpty();
    }

    /** Family and given name turned round. */
    PersonalName turned() {
        return new PersonalName(/* surname= */ given, /* given= */ surname, List.of(), List.of(), ordered);
    }
}
