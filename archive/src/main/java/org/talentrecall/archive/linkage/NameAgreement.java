package org.talentrecall.archive.linkage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well two people's names agree, part by part, in the order of parts and among the names of each that agree best.
 *
 * @param surname null when it cannot be compared
 * @param given null when it cannot be compared: one is unknown, or one is Chinese and the other English (王芳, Vivian)
 * @param order {@link Level#DIFFERENT} when the parts stand the other way round; null when no source tells the order
 * @param agreedSurname the value in which the family names agree; empty when they do not
 * @param agreedGiven the same for given names
 */
record NameAgreement(
        @Nullable Level surname,
        @Nullable Level given,
        @Nullable Level order,
        String agreedSurname,
        String agreedGiven) {
    static final NameAgreement NONE = new NameAgreement(null, null, null, "", "");

    static NameAgreement of(PersonalName[] some, PersonalName[] others) {
        NameAgreement best = NONE;
        int most = Integer.MIN_VALUE;
        for (PersonalName one : some) {
            for (PersonalName other : others) {
                NameAgreement next = of(one, other);
                if (next.worth() > most) {
                    best = next;
                    most = next.worth();
                }
            }
        }
        return best;
    }

    private static NameAgreement of(PersonalName one, PersonalName other) {
        NameAgreement straight = compare(one, other, false);
        if (one.isChinese() && other.isChinese()) {
            return straight;
        }
        NameAgreement turned =
                one.isChinese() ? compare(one, other.turned(), true) : compare(one.turned(), other, true);
        if (turned.worth() <= straight.worth()) {
            return straight;
        }
        // The first of the two was turned, so what agreed as its family name is the other's: keep the other's view.
        return turned;
    }

    private static NameAgreement compare(PersonalName one, PersonalName other, boolean turned) {
        Level surname = surname(one, other);
        Level given = given(one, other);
        boolean told = one.ordered() && other.ordered() && surname != null && given != null;
        Level order = told ? (turned ? Level.DIFFERENT : Level.SAME) : null;
        return new NameAgreement(
                surname,
                given,
                order,
                surname == Level.SAME || (surname == Level.SOUND && one.isChinese() != other.isChinese())
                        ? latinOf(one, other).surname()
                        : "",
                given == Level.SAME || (given == Level.SOUND && one.isChinese() != other.isChinese())
                        ? latinOf(one, other).given()
                        : "");
    }

    /** The one in Latin letters, or the second of two alike. */
    private static PersonalName latinOf(PersonalName one, PersonalName other) {
        return one.isChinese() ? other : one.isChinese() == other.isChinese() ? other : one;
    }

    private static @Nullable Level surname(PersonalName one, PersonalName other) {
        if (one.surname().isEmpty() || other.surname().isEmpty()) {
            return null;
        }
        if (one.surname().equals(other.surname())) {
            return Level.SAME;
        }
        boolean chinese = !one.surnameReadings().isEmpty();
        boolean otherChinese = !other.surnameReadings().isEmpty();
        if (chinese && otherChinese) {
            // 陆 and 卢 are two families, though they sound alike.
            return Level.DIFFERENT;
        }
        if (chinese || otherChinese) {
            List<String> readings = chinese ? one.surnameReadings() : other.surnameReadings();
            return readings.contains(chinese ? other.surname() : one.surname()) ? Level.SOUND : Level.DIFFERENT;
        }
        return latin(one.surname(), other.surname());
    }

    private static @Nullable Level given(PersonalName one, PersonalName other) {
        if (one.given().isEmpty() || other.given().isEmpty()) {
            return null;
        }
        if (one.given().equals(other.given())) {
            // J. and J. may be two people.
            return one.given().length() == 1 && one.givenReadings().isEmpty() ? Level.LOOSE : Level.SAME;
        }
        boolean chinese = !one.givenReadings().isEmpty();
        boolean otherChinese = !other.givenReadings().isEmpty();
        if (chinese && otherChinese) {
            return chineseGiven(one, other);
        }
        if (chinese || otherChinese) {
            return acrossScripts(
                    chinese ? one.givenReadings() : other.givenReadings(), chinese ? other.given() : one.given());
        }
        Level latin = latin(one.given(), other.given());
        if (latin == Level.DIFFERENT
                && isChineseSurname(one)
                && isChineseSurname(other)
                && GivenNameForms.isPinyin(one.given()) != GivenNameForms.isPinyin(other.given())) {
            return null;
        }
        return latin;
    }

    private static boolean isChineseSurname(PersonalName name) {
        return org.talentrecall.archive.text.Pinyin.isSurname(name.surname());
    }

    /** 建国 and 健国 sound alike; 建国 and 建图 differ in one of two signs. */
    private static Level chineseGiven(PersonalName one, PersonalName other) {
        if (one.given().length() < 2 || other.given().length() < 2) {
            boolean part = one.given().contains(other.given()) || other.given().contains(one.given());
            return part ? Level.LOOSE : Level.DIFFERENT;
        }
        if (one.givenReadings().stream().anyMatch(other.givenReadings()::contains)) {
            return Level.CLOSE;
        }
        boolean sign = one.given().charAt(0) == other.given().charAt(0)
                || one.given().charAt(1) == other.given().charAt(1);
        return sign ? Level.LOOSE : Level.DIFFERENT;
    }

    private static @Nullable Level acrossScripts(List<String> readings, String latin) {
        if (readings.contains(latin)) {
            return Level.SOUND;
        }
        if (latin.length() <= 2 && readings.stream().anyMatch(reading -> reading.startsWith(latin.substring(0, 1)))) {
            return Level.LOOSE;
        }
        if (!GivenNameForms.isPinyin(latin)) {
            return null;
        }
        for (String reading : readings) {
            if (Slips.between(reading, latin, 1) <= 1 && latin.length() > 4) {
                return Level.CLOSE;
            }
        }
        return Level.DIFFERENT;
    }

    private static Level latin(String one, String other) {
        if (one.equals(other)) {
            return Level.SAME;
        }
        if (GivenNameForms.areForms(one, other)) {
            return Level.SOUND;
        }
        boolean initial = one.length() == 1 || other.length() == 1;
        if (initial) {
            return one.charAt(0) == other.charAt(0) ? Level.LOOSE : Level.DIFFERENT;
        }
        return Comparison.text(one, other);
    }

    /** Only for choosing among names and orders. */
    private int worth() {
        return worth(surname) + worth(given);
    }

    private static int worth(@Nullable Level level) {
        if (level == null) {
            return 0;
        }
        return switch (level) {
            case SEVERAL, SAME, SHARED -> 10;
            case SOUND -> 8;
            case CLOSE -> 6;
            case LOOSE -> 2;
            case DIFFERENT -> -4;
        };
    }
}
