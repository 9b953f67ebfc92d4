package org.talentrecall.archive.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.fact.Pay;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Runs {@code spec/*.yaml}: what people write in cells, and what it means. */
class ValueSpecTest {
    private static final String NOTHING = "-";

    @TestFactory
    Stream<DynamicTest> reads_dates() throws IOException {
        return cases(
                "dates.yaml",
                one -> DateReader.read(one.get("input"), LocalDate.parse(one.get("context")))
                        .map(PartialDate::toString)
                        .orElse(NOTHING));
    }

    @TestFactory
    Stream<DynamicTest> reads_spans_of_time() throws IOException {
        return cases(
                "ranges.yaml",
                one -> DateReader.readRange(one.get("input"), LocalDate.parse(one.get("context")))
                        .map(range -> shown(range.from()) + ".." + (range.current() ? "now" : shown(range.to())))
                        .orElse(NOTHING));
    }

    @TestFactory
    Stream<DynamicTest> reads_pay() throws IOException {
        return cases(
                "pay.yaml",
                one -> PayReader.read(one.get("input"))
                        .map(ValueSpecTest::shown)
                        .orElse(NOTHING));
    }

    @TestFactory
    Stream<DynamicTest> finds_phone_numbers() throws IOException {
        return cases("phones.yaml", one -> {
            String found = PhoneNumbers.findAll(one.get("input")).stream()
                    .map(Found::value)
                    .collect(Collectors.joining(" "));
            return found.isEmpty() ? NOTHING : found;
        });
    }

    @TestFactory
    Stream<DynamicTest> folds_names() throws IOException {
        return cases("names.yaml", one -> NameForms.fold(one.get("input")));
    }

    private static String shown(@Nullable PartialDate date) {
        return date == null ? "" : date.toString();
    }

    private static String shown(Pay pay) {
        String months = Double.toString(pay.months()).replaceAll("\\.0$", "");
        return pay.minMonthly() + "-" + pay.maxMonthly() + " " + pay.currency() + " x" + months;
    }

    private static Stream<DynamicTest> cases(String file, Function<Map<String, String>, String> reader)
            throws IOException {
        List<Map<String, String>> cases;
        try (InputStream in = Objects.requireNonNull(ValueSpecTest.class.getResourceAsStream("spec/" + file))) {
            cases = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        }
        assertThat(cases).hasSizeGreaterThan(15);
        return cases.stream()
                .map(one -> DynamicTest.dynamicTest(
                        one.toString(), () -> assertThat(reader.apply(one)).isEqualTo(one.get("expected"))));
    }
}
