package org.talentrecall.ingest.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.talentrecall.archive.text.PhoneNumbers;

class PersonCellsTest {
    @Test
    void takes_only_numbers_for_plain_that_the_library_of_numbers_knows_as_mobile() {
        Random random = new Random(20261125);
        int plain = 0;
        for (int prefix = 0; prefix < 2_000; prefix++) {
            for (int i = 0; i < 6; i++) {
                String number = String.format(Locale.ROOT, "%04d%07d", prefix, random.nextInt(10_000_000));
                if (PersonCells.isPlainMobile(number)) {
                    plain++;
                    assertThat(PhoneNumbers.normalise(number)).hasValue("+86" + number);
                    assertThat(PhoneNumbers.isMobile("+86" + number)).isTrue();
                }
            }
        }
        assertThat(plain).isEqualTo(290 * 6);
    }

    @Test
    void takes_nothing_else_for_plain() {
        assertThat(PersonCells.isPlainMobile("1380000123")).isFalse();
        assertThat(PersonCells.isPlainMobile("138000012345")).isFalse();
        assertThat(PersonCells.isPlainMobile("138 0000123")).isFalse();
        assertThat(PersonCells.isPlainMobile("１3800001234")).isFalse();
        assertThat(PersonCells.isPlainMobile("15412345678")).isFalse();
    }
}
