package org.talentrecall.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.talentrecall.archive.fact.Doubt;
import org.talentrecall.archive.intake.IntakeItem;
import org.talentrecall.archive.intake.Reading;
import org.talentrecall.archive.record.Disposition;
import org.talentrecall.ingest.document.DocumentReader;
import org.talentrecall.ingest.source.IntakeFeed;

/**
 * A megabyte of anything as the body of a mail, as an attached text and as a Word document: each is read within seconds,
 * stops nothing and is told about. The time is generous for a busy machine.
 */
class HostileTextsTest {
    private static final int MEGABYTE = 1 << 20;
    private static final Duration AT_MOST = Duration.ofSeconds(30);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T02:00:00Z"), ZoneOffset.UTC);
    private static final DocumentReader DOCUMENTS =
            new DocumentReader(IngestSettings.standard().documents());
    /** Makes a resume of whatever follows, so that every reader of words has its turn. */
    private static final String RESUME = "个人简历\n姓名:王五\n电话:13800001234\n工作经历\n2019.01-2021.02 某某科技有限公司 工程师\n";

    private final FileParser parser = FileParser.alone(DOCUMENTS, IngestSettings.standard());

    @TempDir
    Path folder;

    @AfterAll
    static void close() {
        DOCUMENTS.close();
    }

    private static String filled(String unit) {
        return unit.repeat(MEGABYTE / unit.length());
    }

    private static Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("one_line", filled("x"));
        texts.put("short_lines", filled("ab 工程师\n"));
        texts.put("digits", filled("7"));
        texts.put("lines_of_phones", filled("13800001234\n"));
        texts.put("dots", filled("."));
        texts.put("brackets", filled("([{（【"));
        texts.put("blanks", "x" + filled(" ") + "x");
        texts.put("years", filled("2020-2021 "));
        texts.put("posts", filled("2020.01-2021.02 某某公司 工程师\n"));
        texts.put("one_line_of_marks", filled(">"));
        texts.put("quotes_within_quotes", quotes());
        texts.put("table", filled("姓名\t电话\t公司\t职位\n"));
        return texts;
    }

    private static String quotes() {
        StringBuilder quotes = new StringBuilder();
        for (int depth = 1; quotes.length() < MEGABYTE; depth++) {
            quotes.append(">".repeat(depth)).append(" On 2020-01-01 a <a@b.example.cn> wrote:\n");
        }
        return quotes.toString();
    }

    @TestFactory
    Stream<DynamicTest> reads_a_megabyte_within_seconds_as_body_of_an_application() {
        return texts().entrySet().stream()
                .map(text -> DynamicTest.dynamicTest(
                        text.getKey(),
                        () -> assertThat(read("body.eml", mail("", RESUME + text.getValue())))
                                .first()
                                .satisfies(body -> assertThat(body.facts()).isNotEmpty())));
    }

    @TestFactory
    Stream<DynamicTest> reads_as_much_text_as_a_document_may_have_within_seconds() {
        int most = IngestSettings.standard().limits().documentCharacters();
        return texts().entrySet().stream()
                .map(text -> DynamicTest.dynamicTest(text.getKey(), () -> {
                    String whole = RESUME + text.getValue();
                    assertThat(read("cv.txt", bytes(whole.substring(0, most - 1))))
                            .singleElement();
                }));
    }

    @Test
    void refuses_a_megabyte_as_attached_text_and_as_word_document_with_the_reason() throws IOException {
        String part = "Content-Disposition: attachment; filename=cv\r\n";
        StringBuilder numbers = new StringBuilder();
        for (int i = 0; numbers.length() < MEGABYTE; i++) {
            numbers.append(i * 7_919L).append(' ');
        }
        String text = numbers.toString();
        for (byte[] file : List.of(bytes(text), word(text))) {
            assertThat(read("file.eml", mail(part, file)))
                    .filteredOn(reading -> reading.record().parent() != null)
                    .singleElement()
                    .satisfies(reading -> assertThat(reading.disposition())
                            .isInstanceOfSatisfying(
                                    Disposition.Rejected.class,
                                    rejected -> assertThat(rejected.code()).isEqualTo("TOO_LARGE")));
        }
    }

    @Test
    void says_that_a_long_text_was_not_read_to_its_end() throws IOException {
        String log = "2026-11-20 nightly index of shards done\n".repeat(5_000);
        assertThat(read("log.txt", bytes(log)))
                .singleElement()
                .satisfies(reading -> assertThat(reading.disposition())
                        .isInstanceOfSatisfying(
                                Disposition.Suppressed.class,
                                left -> assertThat(left.code()).isEqualTo("TOO_LONG")));
    }

    private List<Reading> read(String name, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve(name), content);
        return assertTimeoutPreemptively(AT_MOST, () -> {
            List<Reading> readings = new ArrayList<>();
            try (IntakeFeed feed = parser.open(file, problem -> {
                throw new AssertionError(problem.sentence());
            })) {
                for (IntakeItem item = feed.next(); item != null; item = feed.next()) {
                    readings.addAll(item.readings());
                }
            }
            return readings;
        });
    }

    private static byte[] mail(String header, String text) {
        return mail(header, bytes(text));
    }

    private static byte[] mail(String header, byte[] content) {
        return bytes("From: Zhao <zhao@example.cn>\r\nTo: hr@corp.example.com\r\nSubject: =?UTF-8?B?"
                + Base64.getEncoder().encodeToString(bytes("应聘工程师"))
                + "?=\r\nMessage-ID: <h@example.cn>\r\nDate: Mon, 6 Mar 2023 09:30:00 +0800\r\nMIME-Version: 1.0\r\n"
                + (header.isEmpty() ? "Content-Type: text/plain; charset=utf-8\r\n" : header)
                + "Content-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(content) + "\r\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] word(String text) throws IOException {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            XWPFRun run = document.createParagraph().createRun();
            run.setText(text);
            document.write(bytes);
            return bytes.toByteArray();
        }
    }

    @Test
    void says_of_a_resume_and_of_a_mail_with_more_text_than_is_read_that_it_was_read_in_part() throws IOException {
        String more = "负责系统的设计与开发\n".repeat(2_500);
        Files.writeString(folder.resolve("long.txt"), RESUME + more);
        assertThat(asked(folder.resolve("long.txt"))).containsExactly("READ_IN_PART");
        Files.writeString(folder.resolve("short.txt"), RESUME);
        assertThat(asked(folder.resolve("short.txt"))).isEmpty();

        String mail = "From: a@example.cn\nTo: hr@corp.example\nSubject: 应聘Java工程师\nMessage-ID: <long@x>\n"
                + "Content-Type: text/plain; charset=utf-8\n\n您好，我想应聘Java工程师，姓名：王五，电话13800001234。\n";
        Files.writeString(folder.resolve("short.eml"), mail);
        assertThat(asked(folder.resolve("short.eml"))).isEmpty();
        Files.writeString(folder.resolve("long.eml"), mail + "我做过很多系统。\n".repeat(6_000));
        assertThat(asked(folder.resolve("long.eml"))).containsExactly("READ_IN_PART");
    }

    private List<String> asked(Path file) throws IOException {
        List<String> asked = new ArrayList<>();
        try (IntakeFeed feed = parser.open(file, problem -> {
            throw new AssertionError(problem);
        })) {
            for (IntakeItem item = feed.next(); item != null; item = feed.next()) {
                item.readings().stream()
                        .peek(reading -> assertThat(reading.facts()).isNotEmpty())
                        .flatMap(reading -> reading.facts().stream())
                        .filter(stated -> stated.fact() instanceof Doubt)
                        .forEach(stated -> asked.add(((Doubt) stated.fact()).question()));
            }
        }
        return asked;
    }
}
