package org.talentrecall.archive.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MainlandMobilesTest {
    private static final long SEED = 20261125;

    private final Random random = new Random(SEED);

    /** Ends of six digits, first the lowest so that the answer for the beginning is not the one for the number itself. */
    private List<String> ends() {
        return List.of("000000", "999999", "%06d".formatted(random.nextInt(1_000_000)));
    }

    @Test
    void takes_every_beginning_as_libphonenumber_does() {
        int mobiles = 0;
        for (int beginning = 10_000; beginning < 20_000; beginning++) {
            for (String end : ends()) {
                String number = beginning + end;
                Optional<String> fast = Optional.ofNullable(MainlandMobiles.plain(number));
                // What is no mobile to the short way goes the long way, so only what it takes has to be the same.
                boolean mobile = PhoneNumbers.isMobileOfAnyPlace("+86" + number)
                        && PhoneNumbers.normaliseAny(number).isPresent();
                assertThat(fast).as(number).isEqualTo(mobile ? Optional.of("+86" + number) : Optional.empty());
                mobiles += mobile ? 1 : 0;
            }
        }
        assertThat(mobiles).as("seed %d", SEED).isGreaterThan(10_000);
    }

    @Test
    void normalises_every_shape_as_the_long_way_does() {
        List<String> shapes = List.of(
                "%s",
                "86%s",
                "+86%s",
                "+86 %s",
                "0086%s",
                "086%s",
                "86 %s",
                "+%s",
                " %s ",
                "%s.0",
                "(%s)",
                "１%s",
                "%s1",
                "1%s",
                "+1%s",
                "+852%s",
                "QQ %s",
                "%s/",
                "%sx",
                "-%s",
                "+86-%s",
                "+86+86%s",
                "8686%s");
        for (String shape : shapes) {
            for (int i = 0; i < 150; i++) {
                String digits = i % 3 == 0
                        ? "%d".formatted(10_000_000_000L + random.nextLong(10_000_000_000L))
                        : i % 3 == 1
                                ? "13%09d".formatted(random.nextInt(1_000_000_000))
                                : "%d".formatted(random.nextLong(1_000_000_000_000L));
                String written = shape.formatted(digits);
                Optional<String> number = PhoneNumbers.normaliseAny(written);
                assertThat(PhoneNumbers.normalise(written)).as(written).isEqualTo(number);
                number.ifPresent(e164 -> assertThat(PhoneNumbers.isMobile(e164))
                        .as(e164)
                        .isEqualTo(PhoneNumbers.isMobileOfAnyPlace(e164)));
            }
        }
    }
}
