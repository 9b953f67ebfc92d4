package org.talentrecall.ingest.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.talentrecall.archive.fact.Contact;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.fact.Pay;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.fact.YearsOfExperience;
import org.talentrecall.ingest.spreadsheet.file.CellValue;
import org.talentrecall.ingest.spreadsheet.file.SheetCell;
import org.talentrecall.ingest.spreadsheet.file.SheetRow;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Runs {@code spec/*.yaml}: what stands in cells and headers, and what it means. */
class CellSpecTest {
    private static final String NOTHING = "-";
    private static final LocalDate SAVED = LocalDate.of(2025, 10, 31);

    @TestFactory
    Stream<DynamicTest> reads_cells_of_dates() throws IOException {
        return cases("dates.yaml", one -> {
            CellMeaning meaning = new CellMeaning(day(one.get("saved")), day(one.get("period")));
            PartialDate date = meaning.date(value(one), () -> day(one.get("row")), !one.containsKey("planned"));
            return date == null ? NOTHING : date.toString();
        });
    }

    @TestFactory
    Stream<DynamicTest> reads_cells_of_pay() throws IOException {
        return cases("pay.yaml", one -> {
            Pay pay = new CellMeaning(SAVED, null).pay(value(one), text(one, "header"));
            return pay == null
                    ? NOTHING
                    : pay.minMonthly() + "-" + pay.maxMonthly() + " " + pay.currency() + " x"
                            + Math.round(pay.months());
        });
    }

    @TestFactory
    Stream<DynamicTest> reads_cells_of_names() throws IOException {
        return cases("names.yaml", one -> {
            NameCell name = NameCell.of(text(one, "input"));
            if (name.several()) {
                return "several";
            }
            String others = name.others().isEmpty() ? "" : " | " + String.join(", ", name.others());
            return name.name() == null ? NOTHING : name.name() + others;
        });
    }

    @TestFactory
    Stream<DynamicTest> understands_short_words() throws IOException {
        return cases(
                "words.yaml",
                one -> CellWords.read(text(one, "column"), text(one, "input")).orElse(NOTHING));
    }

    @TestFactory
    Stream<DynamicTest> reads_cells_of_contacts() throws IOException {
        return cases("contacts.yaml", one -> {
            TableRow row = row(text(one, "field"), Field.valueOf(text(one, "field")), text(one, "input"));
            FactList facts = new FactList(row);
            PersonCells.of(row).addTo(facts, row);
            String told = facts.facts().stream()
                    .map(StatedFact::fact)
                    .map(Contact.class::cast)
                    .map(contact -> contact.kind() + " " + contact.value())
                    .collect(Collectors.joining(", "));
            return told.isEmpty() ? NOTHING : told;
        });
    }

    @TestFactory
    Stream<DynamicTest> reads_a_round_of_interviews_from_one_cell() throws IOException {
        return cases("rounds.yaml", one -> {
            SortedMap<String, Table.Column> columns = new TreeMap<>();
            columns.put("A", new Table.Column(List.of(Field.ROUND_NOTES), "一面", "一面", 1, Recognition.SYNONYM));
            RoundCells round = RoundCells.of(row(columns, text(one, "input"))).get(0);
            SheetCell result = round.result();
            return shown(round.date()) + " | " + shown(round.interviewer()) + " | "
                    + (result == null ? NOTHING : result.value().shown()) + " | "
                    + (round.comment() == null ? NOTHING : "C");
        });
    }

    @TestFactory
    Stream<DynamicTest> cuts_cells_that_hold_several_things() throws IOException {
        return cases("composites.yaml", one -> {
            HeaderMeaning meaning =
                    new HeaderWords(Map.of()).read(text(one, "header")).orElseThrow();
            SheetCell cell = new SheetCell("A", new CellValue.Text(text(one, "input")));
            Map<Field, SheetCell> parts = meaning.fields().size() == 1
                    ? Map.of(meaning.field(), cell)
                    : CompositeCell.parts(meaning.fields(), cell);
            return new TreeMap<>(parts)
                    .entrySet().stream()
                            .map(part -> part.getKey() + "="
                                    + part.getValue().value().shown())
                            .collect(Collectors.joining(", "));
        });
    }

    @TestFactory
    Stream<DynamicTest> reads_cells_of_years() throws IOException {
        return cases("years.yaml", one -> {
            TableRow row = row("工作年限", Field.YEARS, text(one, "input"));
            FactList facts = new FactList(row);
            ProfileCells.addTo(facts, row, false);
            return facts.facts().stream()
                    .map(stated -> String.valueOf(((YearsOfExperience) stated.fact()).years()))
                    .findFirst()
                    .orElse(NOTHING);
        });
    }

    @TestFactory
    Stream<DynamicTest> understands_headers() throws IOException {
        HeaderWords words = new HeaderWords(Map.of());
        return cases("headers.yaml", one -> {
            Object above = one.get("above");
            return (above == null ? words.read(text(one, "input")) : words.read(above.toString(), text(one, "input")))
                    .map(meaning -> (meaning.round() == null ? "" : meaning.round() + ":")
                            + meaning.fields().stream().map(Field::name).collect(Collectors.joining("+")) + " "
                            + meaning.by())
                    .orElse(NOTHING);
        });
    }

    private static TableRow row(String header, Field field, String cell) {
        SortedMap<String, Table.Column> columns = new TreeMap<>();
        columns.put("A", new Table.Column(List.of(field), header, null, 1, Recognition.SYNONYM));
        return row(columns, cell);
    }

    private static TableRow row(SortedMap<String, Table.Column> columns, String cell) {
        Table table = new Table(SheetKind.CANDIDATES, 1, 1, 1, columns, new TreeMap<>());
        SheetRow row = new SheetRow("", 0, false, 2, List.of(new SheetCell("A", new CellValue.Text(cell))));
        return new TableRow("list.csv", row, table, new CellMeaning(SAVED, null));
    }

    private static CellValue value(Map<String, Object> one) {
        return one.get("number") instanceof Number number
                ? new CellValue.Figure(
                        number.doubleValue(), text(one, "shown"), text(one, "shown"), one.containsKey("from1904"))
                : new CellValue.Text(text(one, "input"));
    }

    private static String text(Map<String, Object> one, String key) {
        return Objects.requireNonNull(one.get(key), () -> key + " is missing in " + one)
                .toString();
    }

    private static @Nullable LocalDate day(@Nullable Object written) {
        return written == null ? null : LocalDate.parse(written.toString());
    }

    private static String shown(@Nullable Object value) {
        return value == null ? NOTHING : value.toString();
    }

    private static Stream<DynamicTest> cases(String file, Function<Map<String, Object>, String> reader)
            throws IOException {
        List<Map<String, Object>> cases;
        try (InputStream in = Objects.requireNonNull(CellSpecTest.class.getResourceAsStream("spec/" + file))) {
            cases = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        }
        assertThat(cases).hasSizeGreaterThan(10);
        return cases.stream()
                .map(one -> DynamicTest.dynamicTest(
                        one.toString(), () -> assertThat(reader.apply(one)).isEqualTo(text(one, "expected"))));
    }
}
