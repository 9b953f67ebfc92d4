package org.talentrecall.archive.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MailAddressesTest {
    private static final List<String> PIECES = List.of(
            "a",
            "Z",
            "7",
            "mail",
            "wx",
            "wang.jianguo",
            "13800001234",
            ".",
            "-",
            "_",
            "@",
            "@example.",
            "com",
            "cn",
            "COM",
            "example.com",
            "@mail.example.com",
            "+",
            " ",
            "王",
            "c0m",
            "x1");

    @Test
    void finds_a_plain_address_as_it_stands() {
        Random random = new Random(20261125);
        int plain = 0;
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder();
            int pieces = 1 + random.nextInt(6);
            for (int piece = 0; piece < pieces; piece++) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            String written = text.toString();
            if (MailAddresses.isPlain(written)) {
                plain++;
                assertThat(MailAddresses.findAll(written))
                        .containsExactly(new Found(written.toLowerCase(Locale.ROOT), written, 0, written.length()));
            }
        }
        assertThat(plain).isGreaterThan(2_000);
    }

    @Test
    void does_not_take_a_run_on_sentence_for_a_plain_address() {
        assertThat(MailAddresses.isPlain("wang@example.com.Please")).isFalse();
        assertThat(MailAddresses.isPlain("wang@example")).isFalse();
        assertThat(MailAddresses.isPlain("wang@@example.com")).isFalse();
        assertThat(MailAddresses.isPlain("wang..li@example.com")).isFalse();
    }
}
