package org.talentrecall.ingest.resume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.talentrecall.archive.fact.Contact;
import org.talentrecall.archive.fact.Employment;
import org.talentrecall.archive.fact.Fact;
import org.talentrecall.archive.fact.PersonName;
import org.talentrecall.archive.fact.PersonalAttribute;
import org.talentrecall.archive.fact.Project;
import org.talentrecall.archive.fact.Skill;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.record.Locator;
import org.talentrecall.archive.vocabulary.Vocabulary;
import org.talentrecall.ingest.document.DocumentText;
import org.talentrecall.ingest.document.PlaceNamer;

class ResumeReaderTest {
    private static final PlaceNamer PLACES = (page, line) -> new Locator.Document("resume", page, line);
    private final ResumeReader reader = new ResumeReader(Vocabulary.standard());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zh-sections",
                "zh-export-51",
                "zh-export-zhilian",
                "zh-label-cells",
                "zh-board-chat",
                "zh-prose",
                "en-chronological",
                "en-profile"
            })
    void reads_what_the_golden_file_says(String name) throws IOException, URISyntaxException {
        ResumeReading reading = reader.read(DocumentText.of(text(name + ".txt")), PLACES);
        assertEquals(ResumeReading.Kind.RESUME, reading.kind());
        String told = reading.facts().stream()
                .map(ResumeReaderTest::told)
                .sorted()
                .collect(Collectors.joining("\n", "", "\n"));
        assertGolden(name + ".yaml", told);
    }

    @ParameterizedTest
    @CsvSource({
        "letter-zh, COVER_LETTER",
        "letter-en, COVER_LETTER",
        "advert-zh, JOB_ADVERT",
        "advert-en, JOB_ADVERT",
        "other, OTHER",
        "two-people-labelled, SEVERAL_PEOPLE",
        "two-people, SEVERAL_PEOPLE",
        "empty-form, EMPTY_FORM",
        "form-en-lines, EMPTY_FORM",
        "form-en-rules, EMPTY_FORM",
        "form-en-table, EMPTY_FORM",
        "form-en-labels, EMPTY_FORM",
        "form-en-brackets, EMPTY_FORM",
        "template-en, EMPTY_FORM",
        "invoice, BUSINESS_PAPER",
        "article, ARTICLE"
    })
    void what_is_no_resume_gives_no_person(String name, ResumeReading.Kind kind) throws IOException {
        ResumeReading reading = reader.read(DocumentText.of(text(name + ".txt")), PLACES);
        assertEquals(kind, reading.kind());
        assertEquals(List.of(), reading.facts());
    }

    @Test
    void an_english_form_that_is_filled_in_is_read_and_its_prompts_name_nobody() throws IOException {
        for (String name : List.of("form-en-lines-filled.txt", "form-en-table-filled.txt")) {
            ResumeReading reading = reader.read(DocumentText.of(text(name)), PLACES);

            assertEquals(ResumeReading.Kind.RESUME, reading.kind(), name);
            assertTrue(
                    reading.facts().stream()
                            .anyMatch(told -> told.fact() instanceof Contact contact
                                    && contact.value().equals("olivia.hartwell@mail.example")),
                    name);
            assertTrue(
                    reading.facts().stream()
                            .noneMatch(told ->
                                    told.fact() instanceof PersonName person && EnglishForm.isPrompt(person.text())),
                    name);
        }
    }

    @Test
    void a_letter_that_tells_a_whole_career_is_a_resume() {
        String letter = "尊敬的招聘负责人：\n您好！我叫林远舟，现居无锡，电话13900000001，邮箱linyz@example.com。\n"
                + "2006年6月我从江南大学毕业，取得本科学历。2006年7月至2010年3月在无锡青禾机械有限公司工作，担任工艺员；"
                + "2010年4月至2016年8月在常州远舟模具有限公司任工艺主管。\n期待您的回复。\n此致\n敬礼\n";

        ResumeReading reading = reader.read(DocumentText.of(letter), PLACES);

        assertEquals(ResumeReading.Kind.RESUME, reading.kind());
        assertTrue(reading.facts().stream().anyMatch(told -> told.fact() instanceof Contact));
    }

    @Test
    void relatives_in_a_table_are_nobody_and_their_phones_nobodys() throws IOException {
        ResumeReading reading = reader.read(DocumentText.of(text("form-with-relatives.txt")), PLACES);

        assertEquals(ResumeReading.Kind.RESUME, reading.kind());
        assertEquals(
                List.of("+8613800010002"),
                reading.facts().stream()
                        .map(StatedFact::fact)
                        .filter(Contact.class::isInstance)
                        .map(fact -> ((Contact) fact).value())
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(ResumeReading.Kind.class)
    void every_kind_says_what_to_do(ResumeReading.Kind kind) {
        assertTrue(kind.code().matches("[A-Z_]+"));
        assertTrue(kind.sentence().endsWith("."));
    }

    /** A million characters of what makes patterns run for ever. */
    @ParameterizedTest
    @ValueSource(strings = {"姓名：", "2010.3-2012.5 ", "1-2-3-4-", "( ", "在公司任", "Aa Bb, Cc/Dd ", "a.b@c.", "有限公司部经理 "})
    void a_hostile_text_ends_soon(String unit) {
        StringBuilder text = new StringBuilder();
        while (text.length() < 1_000_000) {
            text.append(unit);
            if (text.length() % 2_900 < unit.length()) {
                text.append('\n');
            }
        }
        assertTimeout(Duration.ofSeconds(20), () -> reader.read(DocumentText.of(text.toString()), PLACES));
    }

    @Test
    void a_scan_without_text_is_empty() {
        assertEquals(
                ResumeReading.Kind.EMPTY,
                reader.read(new DocumentText(List.of(" \n", "--- \t")), PLACES).kind());
    }

    @Test
    void sex_and_marriage_are_told_apart_and_papers_not_at_all() throws IOException {
        for (String name : List.of("zh-export-zhilian", "zh-label-cells")) {
            ResumeReading reading = reader.read(DocumentText.of(text(name + ".txt")), PLACES);
            assertTrue(reading.facts().stream().anyMatch(stated -> stated.fact() instanceof PersonalAttribute));
            String told = reading.facts().stream()
                    .map(StatedFact::fact)
                    .filter(fact -> !(fact instanceof PersonalAttribute))
                    .map(Object::toString)
                    .collect(Collectors.joining("\n"));
            for (String word : List.of("未婚", "已婚", "汉族", "党员", "群众", "420000199002000000")) {
                assertFalse(told.contains(word), word);
            }
        }
    }

    @Test
    void a_wish_proves_no_skill() throws IOException {
        ResumeReading reading = reader.read(DocumentText.of(text("zh-export-51.txt")), PLACES);
        Skill chain = reading.facts().stream()
                .map(StatedFact::fact)
                .filter(Skill.class::isInstance)
                .map(Skill.class::cast)
                .filter(skill -> skill.name().contains("区块链"))
                .findFirst()
                .orElseThrow();
        assertEquals("负责3个区块链项目的风险评估与评分卡建设", chain.evidence());
    }

    @Test
    void names_page_and_line() {
        DocumentText pages = new DocumentText(
                List.of("何佳\n电话：13800002222\n工作经历\n2019.1-2021.2 上海青石有限公司 会计", "\n2015.9-2018.6 上海大学 会计学 本科\n"));
        List<String> places = reader.read(pages, PLACES).facts().stream()
                .filter(stated -> !(stated.fact() instanceof Skill))
                .map(stated -> stated.fact().getClass().getSimpleName() + " "
                        + stated.locator().display())
                .toList();
        assertTrue(places.contains("PersonName resume p.1 l.1"), places::toString);
        assertTrue(places.contains("Employment resume p.1 l.4"), places::toString);
        assertTrue(places.contains("Education resume p.2 l.2"), places::toString);
    }

    @Test
    void no_text_makes_it_throw() throws IOException {
        long seed = 20261123;
        Random random = new Random(seed);
        String whole = text("zh-export-51.txt") + text("en-chronological.txt") + text("zh-label-cells.txt");
        for (int round = 0; round < 60; round++) {
            StringBuilder shuffled = new StringBuilder(whole);
            for (int i = 0; i < 200; i++) {
                shuffled.setCharAt(random.nextInt(shuffled.length()), whole.charAt(random.nextInt(whole.length())));
            }
            int from = random.nextInt(shuffled.length());
            assertTrue(
                    reader.read(DocumentText.of(shuffled.substring(from)), PLACES)
                                    .confidence()
                            >= 0,
                    () -> "seed " + seed);
        }
    }

    /** A fact on one line; long descriptions by their length, as they are the source's own words. */
    private static String told(StatedFact stated) {
        Fact fact = stated.fact();
        String text = fact.toString();
        if (fact instanceof Employment post) {
            text = text.replace("description=" + post.description(), "description=" + length(post.description()));
        } else if (fact instanceof Project project) {
            text = text.replace("description=" + project.description(), "description=" + length(project.description()));
        } else if (fact instanceof Skill skill) {
            text = "Skill[" + skill.name() + "]";
        }
        return "- \"" + text.replace("\"", "'").replace('\n', ' ') + "\"";
    }

    private static String length(@Nullable String text) {
        return text == null ? "none" : text.length() + " characters";
    }

    private static void assertGolden(String name, String told) throws IOException, URISyntaxException {
        Path directory = Path.of(Objects.requireNonNull(ResumeReaderTest.class.getResource("zh-prose.txt"))
                        .toURI())
                .getParent();
        Path golden = directory.resolve(name);
        if (!Files.exists(golden)) {
            Path written = directory.resolve(name + ".new");
            Files.writeString(written, told);
            fail("There is no golden file " + name + "; what was read is in " + written);
        }
        assertEquals(Files.readString(golden), told);
    }

    private static String text(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(ResumeReaderTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
