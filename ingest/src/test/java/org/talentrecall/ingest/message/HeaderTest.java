package org.talentrecall.ingest.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.talentrecall.ingest.message.Message.Mailbox;

class HeaderTest {
    private static final Charset GBK = Charset.forName("GBK");

    private static String raw(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Test
    void joins_encoded_words_that_are_cut_inside_a_character() {
        byte[] bytes = "高级工程师".getBytes(StandardCharsets.UTF_8);
        String first = Base64.getEncoder().encodeToString(java.util.Arrays.copyOf(bytes, 7));
        String second = Base64.getEncoder().encodeToString(java.util.Arrays.copyOfRange(bytes, 7, bytes.length));

        assertThat(HeaderText.decode("Re: =?UTF-8?B?" + first + "?=\r\n =?utf-8?B?" + second + "?= now"))
                .isEqualTo("Re: 高级工程师 now");
    }

    @Test
    void joins_base64_that_is_cut_without_padding() {
        String digits = Base64.getEncoder().withoutPadding().encodeToString("面试评价表".getBytes(GBK));

        assertThat(HeaderText.decode("=?gbk?B?" + digits.substring(0, 6) + "?= =?gbk?B?" + digits.substring(6) + "?="))
                .isEqualTo("面试评价表");
    }

    @Test
    void reads_q_words_with_language_underscores_and_question_marks() {
        assertThat(HeaderText.decode("=?iso-8859-1*en?Q?Andr=E9_here?_?=")).isEqualTo("André here?");
    }

    @Test
    void reads_raw_gbk_and_raw_utf8_beside_ascii() {
        assertThat(HeaderText.decode("Re: " + raw("应聘质量经理".getBytes(GBK)))).isEqualTo("Re: 应聘质量经理");
        assertThat(HeaderText.decode(raw("应聘质量经理".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("应聘质量经理");
    }

    @Test
    void reads_words_that_never_end_or_touch_or_lie_about_their_charset() {
        assertThat(HeaderText.decode("=?utf-8?B?5bqU6IGY")).isEqualTo("应聘");
        assertThat(HeaderText.decode("=?utf-8?B?5bqU6IGY?")).isEqualTo("应聘");
        assertThat(HeaderText.decode("=?utf-8?B?5bqU=?utf-8?B?6IGY?=")).isEqualTo("应聘");
        assertThat(HeaderText.decode("=?utf-8?B?5bqU?==?utf-8?B?6IGY?= ok")).isEqualTo("应聘 ok");
        assertThat(HeaderText.decode("=?gb2312?B?5bqU6IGY6LSo6YeP57uP55CG?=")).isEqualTo("应聘质量经理");
        assertThat(HeaderText.decode("=?utf-8?B?" + Base64.getEncoder().encodeToString("应聘质量经理".getBytes(GBK)) + "?="))
                .isEqualTo("应聘质量经理");
    }

    @Test
    void reads_names_in_pieces_of_either_kind_and_any_order() {
        assertThat(HeaderParameters.parse("attachment; filename*1*=%E5%8E%86.pdf; filename*0*=UTF-8''%E7%AE%80")
                        .text("filename"))
                .isEqualTo("简历.pdf");
        assertThat(HeaderParameters.parse(
                                "attachment; filename*0*=UTF-8''%E7%AE; filename*1*=%80; filename*2=\" 50%25.pdf\"")
                        .text("filename"))
                .isEqualTo("简 50%25.pdf");
        assertThat(HeaderParameters.parse("attachment; filename=\"jianli.pdf\"; filename*=UTF-8''%E7%AE%80.pdf")
                        .text("filename"))
                .isEqualTo("简.pdf");
        assertThat(HeaderParameters.parse("attachment; filename*=UTF-8''100%_of_%E7%AE%80.pdf")
                        .text("filename"))
                .isEqualTo("100%_of_简.pdf");
        assertThat(HeaderParameters.parse("attachment; filename=\"100%20%.pdf\"")
                        .text("filename"))
                .isEqualTo("100%20%.pdf");
    }

    @Test
    void leaves_what_is_no_encoded_word() {
        assertThat(HeaderText.decode("C++ =? what?= =?nonsense")).isEqualTo("C++ =? what?= =?nonsense");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mon, 6 Mar 2023 09:30:00 +0800|2023-03-06T09:30:00+08:00|true",
                "Mon, 06 Mar 2023 09:30 +0800 (CST)|2023-03-06T09:30:00+08:00|true",
                "6-Mar-23 09:30:00 GMT|2023-03-06T09:30:00Z|true",
                "Mon Mar  6 09:30:00 CST 2023|2023-03-06T09:30:00Z|false",
                "2023-03-06 09:30:00|2023-03-06T09:30:00Z|false",
                "2023/3/6 9:30:05 +0800|2023-03-06T09:30:05+08:00|true",
                "Mon, 6 Mar 2023 09:30:00|2023-03-06T09:30:00Z|false",
                "Mon, 6 Mar 2023 09:30:60 -2400|2023-03-06T09:30:59Z|false",
                "Fri, 03 Oct 97 12:01:02 EST|1997-10-03T12:01:02-05:00|true",
            })
    void reads_dates_as_mailers_write_them(String header, OffsetDateTime expected, boolean zoned) {
        assertThat(HeaderDate.parse(header)).contains(new HeaderDate(expected, zoned));
    }

    @Test
    void takes_no_date_from_nonsense() {
        assertThat(HeaderDate.parse("31 Feb 2023 10:00:00 +0800")).isEmpty();
        assertThat(HeaderDate.parse("32 Foo 2023 10:00:00")).isEmpty();
        assertThat(HeaderDate.parse("yesterday")).isEmpty();
    }

    @Test
    void parts_addresses_at_commas_outside_of_quotes() {
        assertThat(HeaderAddresses.parse(
                        "\"Wang, Jianguo\" <Wang.JG@Example.cn>, li@example.org (Li Mei), undisclosed-recipients:;"))
                .containsExactly(
                        new Mailbox("Wang, Jianguo", "wang.jg@example.cn"), new Mailbox("Li Mei", "li@example.org"));
    }

    @Test
    void finds_an_address_inside_the_encoded_word() {
        String word = Base64.getEncoder().encodeToString("张宁 <zhang@example.cn>".getBytes(StandardCharsets.UTF_8));

        assertThat(HeaderAddresses.parse("=?utf-8?B?" + word + "?="))
                .containsExactly(new Mailbox("张宁", "zhang@example.cn"));
    }

    @Test
    void keeps_a_sender_without_an_address() {
        assertThat(HeaderAddresses.parse("=?utf-8?Q?=E5=BC=A0=E5=AE=81?=")).containsExactly(new Mailbox("张宁", ""));
    }
}
