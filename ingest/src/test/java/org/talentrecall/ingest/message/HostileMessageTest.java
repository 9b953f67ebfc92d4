package org.talentrecall.ingest.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.talentrecall.ingest.message.Message.Fault;

/** Mails made to hurt: each is read to the limits, soon. */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileMessageTest {
    private static final String HEAD = "From: Ada Byron <ada@example.com>\nMIME-Version: 1.0\n";

    private static Message read(String text) {
        return MessageReader.read(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void leaves_out_a_header_line_of_megabytes() {
        Message message = read(HEAD + "X-Long: " + "a".repeat(8 << 20) + "\nSubject: after\n\nwords");

        assertThat(message.faults()).containsExactly(Fault.HEADERS_TOO_LONG);
        assertThat(message.subject()).isEqualTo("after");
        assertThat(message.body()).isEqualTo("words");
    }

    @Test
    void leaves_out_headers_without_end() {
        Message message = read(HEAD + "Subject: before\n" + "X-Again: and again\n".repeat(200_000) + "\nwords");

        assertThat(message.faults()).containsExactly(Fault.HEADERS_TOO_LONG);
        assertThat(message.subject()).isEqualTo("before");
        assertThat(message.body()).isEqualTo("words");
    }

    @Test
    void stops_in_ten_thousand_multiparts_within_each_other() {
        StringBuilder nested = new StringBuilder(HEAD + "Content-Type: multipart/mixed; boundary=b0\n\n");
        nested.append("--b0\nContent-Type: text/plain\n\nfirst words\n");
        for (int i = 0; i < 10_000; i++) {
            nested.append("--b" + i + "\nContent-Type: multipart/mixed; boundary=b" + (i + 1) + "\n\n");
        }
        Message message = read(nested.toString());

        assertThat(message.faults()).containsExactly(Fault.TOO_DEEP);
        assertThat(message.body()).isEqualTo("first words");
    }

    @Test
    void opens_one_of_ten_thousand_messages_within_each_other() {
        Message message = read((HEAD + "Content-Type: message/rfc822\n\n").repeat(10_000) + HEAD + "\nlast words");

        assertThat(message.attachments())
                .singleElement()
                .satisfies(file -> assertThat(file.declaredType()).isEqualTo("message/rfc822"));
    }

    @Test
    void stops_in_a_storm_of_boundaries() {
        Message message = read(
                HEAD + "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nfirst words\n" + "--b\n\n".repeat(500_000));

        assertThat(message.faults()).containsExactly(Fault.TOO_MANY_PARTS);
        assertThat(message.body()).isEqualTo("first words");
        assertThat(message.attachments()).hasSizeLessThan(MessageLimits.USUAL.parts());
    }

    @Test
    void is_not_held_up_by_blanks_and_unfinished_words() {
        String blanks = " ".repeat(1 << 20) + "x";

        assertThat(read(HEAD + "\n" + blanks).body()).endsWith("x");
        assertThat(read(HEAD + "Subject: " + "=?utf-8?Q?".repeat(20_000) + "\n\nwords")
                        .body())
                .isEqualTo("words");
        assertThat(read(HEAD + "Content-Type: text/plain; " + ";\"a*0*=".repeat(20_000) + "\n\nwords")
                        .body())
                .isEqualTo("words");
    }

    @Test
    @Timeout(value = 30, unit = TimeUnit.SECONDS)
    void reads_pages_nested_without_end() {
        String page = HEAD + "Content-Type: text/html\n\n" + "<div>".repeat(100_000) + "words";

        assertThat(read(page).body()).isEqualTo("words");
    }
}
