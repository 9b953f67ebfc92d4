package org.talentrecall.archive.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.fact.Pay;

/** Runs the tables of written forms beside this class; a case is a row, what people write first, what it means after. */
class WrittenFormsTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final String NOTHING = "-";

    @TestFactory
    Stream<DynamicTest> reads_dates() {
        return cases(
                "dates.tsv",
                row -> DateReader.read(row.get(0), MONDAY)
                        .map(PartialDate::toString)
                        .orElse(NOTHING));
    }

    @TestFactory
    Stream<DynamicTest> reads_spans_of_time() {
        return cases(
                "ranges.tsv",
                row -> DateReader.readRange(row.get(0), MONDAY)
                        .map(range -> shown(range.from()) + "\t" + (range.current() ? "now" : shown(range.to())))
                        .orElse(NOTHING + "\t" + NOTHING));
    }

    @TestFactory
    Stream<DynamicTest> reads_pay() {
        return cases(
                "pay.tsv",
                row -> PayReader.read(row.get(0)).map(WrittenFormsTest::shown).orElse(NOTHING));
    }

    @TestFactory
    Stream<DynamicTest> finds_phone_numbers() {
        return cases("phones.tsv", row -> values(PhoneNumbers.findAll(row.get(0))));
    }

    @TestFactory
    Stream<DynamicTest> normalises_phone_cells() {
        return cases(
                "phone-cells.tsv", row -> PhoneNumbers.normalise(row.get(0)).orElse(NOTHING));
    }

    @TestFactory
    Stream<DynamicTest> finds_mail_addresses() {
        return cases("mails.tsv", row -> values(MailAddresses.findAll(row.get(0))));
    }

    @TestFactory
    Stream<DynamicTest> finds_profile_urls() {
        return cases("urls.tsv", row -> values(ProfileUrls.findAll(row.get(0))));
    }

    @TestFactory
    Stream<DynamicTest> folds_names() {
        return cases("names.tsv", row -> NameForms.fold(row.get(0)));
    }

    @TestFactory
    Stream<DynamicTest> reads_names_in_pinyin() {
        return rows("pinyin.tsv")
                .map(row -> DynamicTest.dynamicTest(
                        row.get(0),
                        () -> assertThat(NameForms.pinyin(row.get(0)))
                                .contains(row.get(1).split("\\|", -1))));
    }

    @TestFactory
    Stream<DynamicTest> knows_the_shape_of_names() {
        return cases("name-shapes.tsv", row -> {
            if (NameForms.looksLikeChineseName(row.get(0))) {
                return "zh";
            }
            return NameForms.looksLikeEnglishName(row.get(0)) ? "en" : NOTHING;
        });
    }

    @TestFactory
    Stream<DynamicTest> tells_organisations_apart() {
        return rows("organisations.tsv")
                .map(row -> DynamicTest.dynamicTest(String.join(" ", row), () -> {
                    String one = OrganisationNames.key(row.get(0));
                    String other = OrganisationNames.key(row.get(1));
                    if (row.get(2).equals("=")) {
                        assertThat(one).isEqualTo(other).isNotEmpty();
                    } else {
                        assertThat(one).isNotEqualTo(other);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> finds_places_that_are_the_text_as_written() {
        String text = "王建国，手机：１３８ ００００ １２３４，邮箱 Wang＠example．com，github.com/Wang。";
        return Stream.of(PhoneNumbers.findAll(text), MailAddresses.findAll(text), ProfileUrls.findAll(text))
                .map(found -> DynamicTest.dynamicTest(values(found), () -> {
                    assertThat(found).hasSize(1);
                    Found only = found.get(0);
                    assertThat(text.substring(only.start(), only.end())).isEqualTo(only.asWritten());
                }));
    }

    @Test
    void every_reader_answers_hostile_text() {
        String digits = "1".repeat(20_000);
        String brackets = "（".repeat(5_000) + "-".repeat(5_000);
        String mixed = "a.@-1 年/".repeat(3_000);
        String emoji = "\uD83D\uDE00\uD83D".repeat(500);
        for (String text : List.of(
                "",
                " ",
                "\u0000",
                digits,
                brackets,
                mixed,
                emoji,
                "年月日",
                "-",
                "@",
                "(",
                "%",
                "https://%",
                "https://[")) {
            DateReader.read(text, MONDAY);
            DateReader.readRange(text, MONDAY);
            PayReader.read(text);
            PhoneNumbers.findAll(text);
            PhoneNumbers.normalise(text);
            MailAddresses.findAll(text);
            ProfileUrls.findAll(text);
            ProfileUrls.normalise(text);
            NameForms.fold(text);
            NameForms.pinyin(text);
            NameForms.looksLikeChineseName(text);
            NameForms.looksLikeEnglishName(text);
            assertThat(OrganisationNames.key(text)).isNotNull();
        }
    }

    @Test
    void a_turkish_platform_reads_the_same() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        try {
            assertThat(TextFolding.fold("TITLE İ")).isEqualTo("title i");
            assertThat(NameForms.fold("IBRAHIM LI")).isEqualTo("ibrahim li");
            assertThat(OrganisationNames.key("ACME TECHNOLOGIES INC.")).isEqualTo("acme");
            assertThat(MailAddresses.normalise("LI@EXAMPLE.COM")).contains("li@example.com");
            assertThat(ProfileUrls.normalise("HTTPS://WWW.LINKEDIN.COM/IN/LI")).contains("https://linkedin.com/in/li");
            assertThat(PayReader.read("HK$20K MONTHLY")).map(Pay::currency).contains("HKD");
            assertThat(DateReader.read("APRIL 2022", MONDAY))
                    .map(PartialDate::toString)
                    .contains("2022-04");
        } finally {
            Locale.setDefault(before);
        }
    }

    private static Stream<DynamicTest> cases(String table, Function<List<String>, String> read) {
        return rows(table)
                .map(row -> DynamicTest.dynamicTest(row.get(0), () -> {
                    String expected = String.join("\t", row.subList(1, row.size()));
                    assertThat(read.apply(row)).isEqualTo(expected);
                }));
    }

    private static Stream<List<String>> rows(String table) {
        return ResourceTable.rows(WrittenFormsTest.class, "cases/" + table).stream();
    }

    private static String values(List<Found> found) {
        return found.isEmpty()
                ? NOTHING
                : String.join(" ", found.stream().map(Found::value).toList());
    }

    private static String shown(@Nullable PartialDate date) {
        return date == null ? NOTHING : date.toString();
    }

    private static String shown(Pay pay) {
        return pay.minMonthly() + "\t" + pay.maxMonthly() + "\t" + pay.currency() + "\t" + Math.round(pay.months());
    }

    @Test
    void seven_digits_of_a_mainland_mobile_tell_whether_it_is_given_out() {
        PhoneNumberUtil library = PhoneNumberUtil.getInstance();
        Random random = new Random(20_261_125);
        for (int i = 0; i < 3_000; i++) {
            String segment = "1" + (3 + random.nextInt(7)) + "%05d".formatted(random.nextInt(100_000));
            for (String rest : List.of("0000", "%04d".formatted(random.nextInt(10_000)), "9999")) {
                String number = segment + rest;
                Phonenumber.PhoneNumber parsed =
                        new Phonenumber.PhoneNumber().setCountryCode(86).setNationalNumber(Long.parseLong(number));
                assertThat(PhoneNumbers.findAll(number).stream().map(Found::value))
                        .as(number)
                        .containsExactlyElementsOf(library.isValidNumber(parsed) ? List.of("+86" + number) : List.of());
            }
        }
    }
}
