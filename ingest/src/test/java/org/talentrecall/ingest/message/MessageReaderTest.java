package org.talentrecall.ingest.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.talentrecall.ingest.message.Message.Fault;

class MessageReaderTest {
    private static Message read(String fixture) throws IOException {
        return MessageReader.read(bytes(fixture));
    }

    private static byte[] bytes(String fixture) throws IOException {
        try (InputStream input = MessageReaderTest.class.getResourceAsStream(fixture + ".eml")) {
            return input.readAllBytes();
        }
    }

    @Test
    void reads_gb18030_that_is_labelled_gb2312() throws IOException {
        Message message = read("gb2312-label-on-gb18030");

        assertThat(message.subject()).isEqualTo("应聘：车间主任 陈镕喆");
        assertThat(message.from().name()).isEqualTo("陈镕喆");
        assertThat(message.body()).isEqualTo("您好，我是陈镕喆，手机 138 0000 1234。");
        assertThat(message.sentAt()).isEqualTo(Instant.parse("2023-03-06T01:30:00Z"));
        assertThat(message.zone()).isEqualTo(ZoneOffset.ofHours(8));
        assertThat(message.faults()).isEmpty();
    }

    @Test
    void reads_gbk_that_is_labelled_utf8() throws IOException {
        Message message = read("utf8-label-on-gbk");

        assertThat(message.subject()).isEqualTo("推荐：孙晓 会计");
        assertThat(message.body()).isEqualTo("姓名：孙晓\n手机：139 0000 2345");
    }

    @Test
    void reads_chinese_without_any_label() throws IOException {
        assertThat(read("no-charset-at-all").body()).isEqualTo("面试反馈：林夏表达清楚，建议录用。");
        assertThat(read("big5-without-label").body()).isEqualTo("您好,我想應徵貴公司的會計職位,謝謝。");
    }

    @Test
    void joins_a_subject_cut_inside_characters() throws IOException {
        assertThat(read("encoded-words-cut-inside-characters").subject()).isEqualTo("关于应聘高级硬件研发工程师职位的补充材料");
    }

    @Test
    void reads_raw_gbk_names_in_headers() throws IOException {
        Message message = read("raw-gbk-in-headers");

        assertThat(message.from()).isEqualTo(new Message.Mailbox("马小川", "ma.xc@example.cn"));
        assertThat(message.to()).containsExactly(new Message.Mailbox("人力资源部", "hr@corp.example.com"));
        assertThat(message.subject()).isEqualTo("应聘质量经理");
        assertThat(message.attachments()).extracting(AttachedFile::name).containsExactly("马小川_简历.txt");
    }

    @Test
    void reads_attachment_names_of_all_sorts() throws IOException {
        assertThat(read("attachment-names-of-all-sorts").attachments())
                .extracting(AttachedFile::name)
                .containsExactly(
                        "王建国简历.pdf",
                        "王建国简历第二版.pdf",
                        "李梅的简历.doc",
                        "何川.docx",
                        "赵敏.pdf",
                        "my resume final.pdf",
                        "周喆.pdf",
                        "cv.pdf");
    }

    @Test
    void says_a_body_once_that_comes_in_two_forms() throws IOException {
        Message message = read("body-in-two-forms");

        assertThat(message.body()).isEqualTo("面试评价：张宁沟通顺畅，期望薪资 20K。");
        assertThat(message.attachments()).isEmpty();
    }

    @Test
    void takes_html_beside_a_stub_and_keeps_table_cells_apart() throws IOException {
        Message message = read("stub-beside-html");

        assertThat(message.body()).isEqualTo("姓名\t韩喆\n手机\t136 0000 4567");
        assertThat(message.bulk()).isTrue();
    }

    @Test
    void keeps_a_message_within_a_message_whole() throws IOException {
        Message outer = read("forwarded-as-message");

        assertThat(outer.body()).isEqualTo("please see");
        assertThat(outer.inReplyTo()).isEqualTo("root@example.cn");
        assertThat(outer.references()).containsExactly("root@example.cn", "mid@example.cn");
        assertThat(outer.attachments()).singleElement().satisfies(file -> {
            assertThat(file.declaredType()).isEqualTo("message/rfc822");
            Message inner = MessageReader.read(file.content());
            assertThat(inner.id()).isEqualTo("inner@example.cn");
            assertThat(inner.subject()).isEqualTo("应聘");
            assertThat(inner.attachments()).extracting(AttachedFile::name).containsExactly("cv.txt");
        });
    }

    @Test
    void tells_pictures_of_the_text_from_attached_files() throws IOException {
        Message message = read("logo-and-calendar");

        assertThat(message.attachments())
                .extracting(AttachedFile::declaredType, AttachedFile::inline)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("image/png", true),
                        org.assertj.core.groups.Tuple.tuple("text/calendar", false));
    }

    @Test
    void reads_what_there_is_of_a_message_that_is_cut_off() throws IOException {
        Message message = read("boundary-never-closed");

        assertThat(message.body()).isEqualTo("first part");
        assertThat(message.attachments()).extracting(AttachedFile::name).containsExactly("cv.pdf");
    }

    @Test
    void reads_a_multipart_without_boundary_as_text() throws IOException {
        assertThat(read("boundary-not-declared").body()).isEqualTo("plain words all the same");
        assertThat(read("boundary-never-comes").body()).contains("plain words all the same");
        assertThat(MessageOutline.of(bytes("boundary-never-comes")).parts()).isEmpty();
    }

    @Test
    void passes_over_what_stands_before_the_first_part() throws IOException {
        MessageOutline outline = MessageOutline.of(bytes("body-in-two-forms"));

        assertThat(outline.type()).isEqualTo("multipart/alternative");
        assertThat(outline.content()).isEmpty();
        assertThat(outline.parts()).extracting(MessageOutline::type).containsExactly("text/plain", "text/html");
        assertThat(outline.fields()).extracting(MessageOutline.Field::name).contains("from", "subject");
    }

    @Test
    void makes_up_for_a_missing_date_and_message_id() throws IOException {
        Message message = read("neither-date-nor-message-id");

        assertThat(message.id()).matches("sha256-[0-9a-f]{24}");
        assertThat(message.sentAt()).isEqualTo(Instant.parse("2023-03-08T02:00:00Z"));
        assertThat(message.zone()).isNull();
        byte[] copy = new String(bytes("neither-date-nor-message-id"), StandardCharsets.ISO_8859_1)
                .replace("from a by b", "from c by d")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(MessageReader.read(copy).id()).isEqualTo(message.id());
    }

    @Test
    void decodes_broken_transfer_encodings_as_far_as_they_go() throws IOException {
        assertThat(read("quoted-printable-broken").body()).startsWith("你好 50").endsWith("done");
        assertThat(read("base64-with-noise").body()).isEqualTo("你好，这是");
    }

    @Test
    void stops_at_parts_nested_too_deep() throws IOException {
        Message message = read("nested-too-deep");

        assertThat(message.faults()).contains(Fault.TOO_DEEP);
        assertThat(message.subject()).isEqualTo("deep");
    }

    @Test
    void calls_bytes_without_headers_no_message() {
        Random random = new Random(7);
        byte[] noise = new byte[5000];
        random.nextBytes(noise);

        assertThat(MessageReader.read(noise).faults()).contains(Fault.NOT_A_MESSAGE);
        assertThat(MessageReader.read(new byte[0]).faults()).contains(Fault.NOT_A_MESSAGE);
    }

    @Test
    void never_throws_for_a_message_with_flipped_bytes() throws IOException {
        byte[] whole = bytes("forwarded-as-message");
        long seed = 20261123;
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            byte[] broken = whole.clone();
            for (int flip = 0; flip < 12; flip++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            assertThat(MessageReader.read(broken))
                    .as("seed %d round %d", seed, round)
                    .isNotNull();
        }
    }
}
