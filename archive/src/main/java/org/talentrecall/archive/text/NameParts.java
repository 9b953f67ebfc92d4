package org.talentrecall.archive.text;

import java.util.List;

/**
 * A person's name in its two parts.
 *
 * @param surname folded; empty when unknown
 * @param given folded, without blanks; empty when unknown
 * @param surnameReadings pinyin of a Chinese family name without tones, every likely one; empty for Latin names
 * @param givenReadings the same of the given name
 */
public record NameParts(String surname, String given, List<String> surnameReadings, List<String> givenReadings) {
    private static final int MOST_READINGS = 12;

    public NameParts {
        surnameReadings = List.copyOf(surnameReadings);
        givenReadings = List.copyOf(givenReadings);
    }

    /**
     * The ways to part a name as written, the likeliest first. A Chinese name has one. Of a Latin name the last word is
     * taken for the family name, or the first one; of two words in one of the two ways, for readers compare both orders.
     * Empty when there is no name in it.
     */
    public static List<NameParts> of(String written) {
        String folded = NameForms.fold(written);
        if (folded.isEmpty()) {
            return List.of();
        }
        return TextFolding.hasHan(folded) ? List.of(chinese(folded.replace("·", ""))) : latin(folded);
    }

    /** True when the name is written in Chinese characters. */
    public boolean isChinese() {
        return !surnameReadings.isEmpty() || !givenReadings.isEmpty();
    }

    private static NameParts chinese(String han) {
        String surname = Surnames.of(han)
                .filter(family -> family.length() < han.length() || NameForms.isSurnameOnly(han))
                .orElse("");
        String given = han.substring(surname.length());
        return new NameParts(
                surname,
                given,
                surname.isEmpty() ? List.of() : NameForms.surnameReadings(surname),
                given.isEmpty() ? List.of() : limited(GivenNames.readings(given)));
    }

    private static List<String> limited(List<String> readings) {
        return readings.stream().distinct().limit(MOST_READINGS).toList();
    }

    private static List<NameParts> latin(String folded) {
        List<String> words = List.of(folded.split(" ", -1));
        int count = words.size();
        if (count == 1) {
            return List.of(Pinyin.isSurname(folded) ? latin(folded, List.of()) : latin("", words));
        }
        NameParts byLast = latin(words.get(count - 1), words.subList(0, count - 1));
        NameParts byFirst = latin(words.get(0), words.subList(1, count));
        boolean first = Pinyin.isSurname(words.get(0)) && !Pinyin.isSurname(words.get(count - 1));
        if (count == 2) {
            return List.of(first ? byFirst : byLast);
        }
        return first ? List.of(byFirst, byLast) : List.of(byLast, byFirst);
    }

    private static NameParts latin(String surname, List<String> given) {
        return new NameParts(surname, String.join("", given), List.of(), List.of());
    }
}
