package org.talentrecall.ingest.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.talentrecall.ingest.document.DocumentReading.Why;

/** Which parts of a mail are its body, and in what words. */
class BodyShapesTest {
    private static final Charset GBK = Charset.forName("GBK");

    private static Message mail(String rest) {
        return mail(rest, StandardCharsets.UTF_8);
    }

    private static Message mail(String rest, Charset charset) {
        String head = "From: Ada Byron <ada@example.com>\nSubject: x\nMIME-Version: 1.0\n";
        return MessageReader.read((head + rest).getBytes(charset));
    }

    private static String multipart(String kind, String boundary, String... parts) {
        String all = "Content-Type: multipart/" + kind + "; boundary=" + boundary + "\n\n";
        for (String part : parts) {
            all += "--" + boundary + "\n" + part + "\n";
        }
        return all + "--" + boundary + "--\n";
    }

    private static String plain(String text) {
        return "Content-Type: text/plain; charset=utf-8\n\n" + text;
    }

    private static String html(String text) {
        return "Content-Type: text/html; charset=utf-8\n\n" + text;
    }

    private static final String PDF =
            "Content-Type: application/pdf; name=cv.pdf\nContent-Disposition: attachment; filename=cv.pdf\n\n%PDF-1.4";

    @Test
    void refuses_utf7_and_keeps_its_siblings() {
        Message message = mail(multipart(
                "mixed",
                "b",
                "Content-Type: text/plain; charset=\"UTF-7\"\n\n+ZeBxqw-",
                "Content-Type: text/plain; charset=unicode-1-1-utf-7; name=a.txt\n\n+ZeBxqw-",
                "Content-Type: text/html\n\n<meta charset=utf-7>+ADw-script+AD4-",
                plain("您好"),
                PDF));

        assertThat(message.body()).isEqualTo("您好");
        assertThat(message.attachments())
                .extracting(AttachedFile::path, AttachedFile::refused)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("1", Why.UTF_7),
                        org.assertj.core.groups.Tuple.tuple("2", Why.UTF_7),
                        org.assertj.core.groups.Tuple.tuple("3", Why.UTF_7),
                        org.assertj.core.groups.Tuple.tuple("5", null));
    }

    @Test
    void takes_the_readable_form_beside_one_in_utf7() {
        Message message = mail(multipart(
                "alternative", "b", "Content-Type: text/plain; charset=utf-7\n\n+ZeBxqw-", html("<p>您好</p>")));

        assertThat(message.body()).isEqualTo("您好");
        assertThat(message.attachments()).extracting(AttachedFile::refused).containsExactly(Why.UTF_7);
    }

    @Test
    void refuses_a_mail_that_is_utf7_as_a_whole() {
        Message message = mail("Content-Type: text/plain; charset=utf-7\n\n+ZeBxqw-");

        assertThat(message.body()).isEmpty();
        assertThat(message.attachments()).extracting(AttachedFile::refused).containsExactly(Why.UTF_7);
    }

    @Test
    void says_a_body_once_in_apple_mails_shape() {
        Message message = mail(multipart(
                "alternative",
                "o",
                plain("请查收附件简历，谢谢。"),
                multipart("mixed", "i", html("<p>请查收附件简历，</p>"), PDF, html("<p>谢谢。</p>"))));

        assertThat(message.body()).isEqualTo("请查收附件简历，谢谢。");
        assertThat(message.attachments()).extracting(AttachedFile::name).containsExactly("cv.pdf");
    }

    @Test
    void says_a_body_once_in_outlooks_shape() {
        Message message = mail(multipart(
                "mixed",
                "o",
                multipart(
                        "related",
                        "r",
                        multipart("alternative", "a", plain("面试通过"), html("<b>面试通过</b><img src=cid:1>")),
                        "Content-Type: image/png\nContent-ID: <1>\n\nPNG"),
                PDF));

        assertThat(message.body()).isEqualTo("面试通过");
        assertThat(message.attachments())
                .extracting(AttachedFile::declaredType, AttachedFile::inline)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("image/png", true),
                        org.assertj.core.groups.Tuple.tuple("application/pdf", false));
    }

    @Test
    void says_a_body_once_whose_two_forms_are_called_mixed() {
        assertThat(mail(multipart(
                                "mixed", "b", plain("推荐林夏，电话 138 0000 1234"), html("<p>推荐林夏，<br>电话 138 0000 1234</p>")))
                        .body())
                .isEqualTo("推荐林夏，电话 138 0000 1234");
    }

    @Test
    void goes_on_with_the_text_after_an_attached_file() {
        assertThat(mail(multipart("mixed", "b", plain("简历见附件"), PDF, plain("候选人可下周到岗")))
                        .body())
                .isEqualTo("简历见附件\n候选人可下周到岗");
    }

    @Test
    void never_takes_a_page_that_acts_for_the_body() {
        assertThat(mail(multipart(
                                "alternative",
                                "b",
                                plain("面试改期"),
                                "Content-Type: text/x-amp-html\n\n<html amp4email><script>far more letters</script>",
                                html("<p>面试改期</p>")))
                        .body())
                .isEqualTo("面试改期");
    }

    @Test
    void joins_flowed_lines_at_their_own_quote_depth() {
        String flowed = "Content-Type: text/plain; charset=utf-8; format=flowed\n\n";

        assertThat(mail(flowed
                                + "one \ntwo\n>> deep \n>> deeper\n> less \nown\n>not \n>>joined\n -- stuffed\n-- \nAda\n")
                        .body())
                .isEqualTo("one two\n>> deep deeper\n> less\nown\n> not\n>> joined\n-- stuffed\n--\nAda");
    }

    @Test
    void drops_the_blank_at_which_delsp_wraps_chinese() {
        assertThat(mail("Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes\n\n沟通 \n顺畅\n> 期望 \n> 薪资")
                        .body())
                .isEqualTo("沟通顺畅\n> 期望薪资");
    }

    @Test
    void reads_what_labels_hide() {
        String text = "面试反馈：林夏表达清楚，建议录用。";
        for (String label :
                new String[] {"gb2312", "gbk", "x-gbk", "gb_2312", "iso_8859-1", "us-ascii", "ansi_x3.4-1968"}) {
            assertThat(mail("Content-Type: text/plain; charset=" + label + "\n\n" + text, GBK)
                            .body())
                    .as(label)
                    .isEqualTo(text);
            assertThat(mail("Content-Type: text/plain; charset=" + label + "\n\n" + text)
                            .body())
                    .as("utf-8 labelled " + label)
                    .isEqualTo(text);
        }
        assertThat(mail("Content-Type: text/plain; charset=hz-gb-2312\n\nHi ~{<:Ky2;S{#,NpJ)l6HK!#~} ~~ Bye.")
                        .body())
                .isEqualTo("Hi 己所不欲，勿施於人。 ~ Bye.");
        Charset japanese = Charset.forName("x-windows-iso2022jp");
        for (String label : new String[] {"iso-2022-jp", "utf-8", "us-ascii"}) {
            assertThat(mail("Content-Type: text/plain; charset=" + label + "\n\n履歴書①を送ります", japanese)
                            .body())
                    .as(label)
                    .isEqualTo("履歴書①を送ります");
        }
    }

    @Test
    void shows_of_a_page_what_a_reader_sees() {
        assertThat(mail(html("<div style='display:none'>preheader</div><div style='font-size:0px'>nothing</div>"
                                + "<span style='OPACITY: 0'>nothing</span><i style='mso-hide:all'>nothing</i>"
                                + "<p style='opacity:0.8;line-height:0'>您好</p>"
                                + "<td style='font-size:0'><b style='font-size:14px'>林夏</b></td>"
                                + "<ul><li>Java</li><li>Go</li></ul>"
                                + "<table><tr><th>姓名<th>电话<tr><td>林夏<td>138 0000 1234</table>"))
                        .body())
                .isEqualTo("您好\n林夏\nJava\nGo\n姓名\t电话\n林夏\t138 0000 1234");
    }
}
