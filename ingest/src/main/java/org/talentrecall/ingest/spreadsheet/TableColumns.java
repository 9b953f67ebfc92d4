package org.talentrecall.ingest.spreadsheet;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.talentrecall.ingest.spreadsheet.file.CellValue;
import org.talentrecall.ingest.spreadsheet.file.Columns;

/**
 * What the columns below headers hold, which their headers and values tell together, and how certain that is. Not safe for
 * use by several threads.
 */
final class TableColumns {
    /** Fields that only tell something beside others. */
    private static final Set<Field> OF_NOBODY = EnumSet.of(Field.IGNORED);

    private final SortedMap<String, Table.Column> columns = new TreeMap<>(Columns.ORDER);
    private final SortedMap<String, String> others = new TreeMap<>(Columns.ORDER);

    /** @param values of the rows below the headers, by letters */
    TableColumns(HeaderRows headers, Map<String, List<CellValue>> values) {
        headers.headers().forEach((letters, header) -> {
            HeaderMeaning meaning = headers.meanings().get(letters);
            ColumnValues beneath = new ColumnValues(values.getOrDefault(letters, List.of()));
            Table.Column column = meaning == null ? null : judged(meaning, header, beneath);
            if (column == null) {
                others.put(letters, header);
            } else {
                columns.put(letters, column);
            }
        });
        boolean telling = columns.values().stream().anyMatch(column -> !OF_NOBODY.contains(column.field()));
        if (telling) {
            byValues(headers, values);
        }
    }

    /** Headers of the columns of which that cannot be told, by letters. */
    SortedMap<String, String> others() {
        return Collections.unmodifiableSortedMap(others);
    }

    /** What the header says, weighed against the values below it. */
    private static Table.@Nullable Column judged(HeaderMeaning meaning, String header, ColumnValues beneath) {
        double confidence = meaning.confidence();
        if (meaning.by() != Recognition.SETTINGS && meaning.fields().size() == 1) {
            Optional<Boolean> agree = beneath.agreeWith(meaning.field());
            if (agree.isPresent()) {
                confidence = agree.get()
                        ? Math.min(Certainty.SYNONYM, confidence + Certainty.AGREEING)
                        : confidence - Certainty.CONTRADICTING;
            }
        }
        return new Table.Column(meaning.fields(), header, meaning.round(), confidence, meaning.by());
    }

    /** Columns whose header tells nothing, when all their values are of one shape that no other column has. */
    private void byValues(HeaderRows headers, Map<String, List<CellValue>> values) {
        Set<String> candidates = new java.util.TreeSet<>(Columns.ORDER);
        candidates.addAll(others.keySet());
        String first = headers.headers().firstKey();
        String last = headers.headers().lastKey();
        values.keySet().stream()
                .filter(letters -> !headers.headers().containsKey(letters))
                .filter(letters ->
                        Columns.ORDER.compare(letters, first) > 0 && Columns.index(letters) <= Columns.index(last) + 1)
                .forEach(candidates::add);
        for (String letters : candidates) {
            String header = headers.headers().getOrDefault(letters, "");
            if (HeaderWords.isOfOthers(header)) {
                continue;
            }
            Set<Field> present = fields();
            new ColumnValues(values.getOrDefault(letters, List.of()))
                    .likely()
                    .filter(field -> !present.contains(field))
                    .filter(field -> field != Field.NAME || present.stream().noneMatch(Field.NAMES::contains))
                    .ifPresent(field -> {
                        double sure = header.isEmpty() ? Certainty.VALUES_WITHOUT_HEADER : Certainty.VALUES;
                        double confidence = field == Field.NAME ? Certainty.VALUES : sure;
                        columns.put(
                                letters,
                                new Table.Column(List.of(field), header, null, confidence, Recognition.VALUES));
                        others.remove(letters);
                    });
        }
    }

    /** What the columns hold that tells something by itself. */
    Set<Field> fields() {
        Set<Field> fields = EnumSet.noneOf(Field.class);
        columns.values().forEach(column -> fields.addAll(column.fields()));
        fields.removeAll(OF_NOBODY);
        return fields;
    }

    /** How sure the columns are without which no row says anything. */
    double confidence(SheetKind kind) {
        Set<Field> keys = EnumSet.noneOf(Field.class);
        if (kind == SheetKind.OPENINGS) {
            keys.add(Field.POST);
            keys.add(Field.OPENING_ID);
        } else {
            keys.addAll(Field.NAMES);
            if (columns.values().stream().noneMatch(column -> Field.NAMES.contains(column.field()))) {
                keys.addAll(Field.CONTACTS);
            }
        }
        return columns.values().stream()
                .filter(column -> column.fields().stream().anyMatch(keys::contains))
                .map(Table.Column::confidence)
                .max(Comparator.naturalOrder())
                .orElse(0.0);
    }

    /** The columns, which have the sense that lists of the kind give them; those that are too doubtful go to the others. */
    SortedMap<String, Table.Column> settled(SheetKind kind) {
        SortedMap<String, Table.Column> settled = new TreeMap<>(Columns.ORDER);
        boolean oneRound = isOneRound();
        boolean key = confidence(kind) >= Certainty.THRESHOLD;
        columns.forEach((letters, column) -> {
            boolean link = kind == SheetKind.CONNECTIONS && column.field() == Field.URL;
            if (key && column.confidence() < Certainty.VALUES) {
                others.put(letters, column.header());
            } else if (link) {
                settled.put(
                        letters,
                        new Table.Column(
                                List.of(Field.PROFILE), column.header(), null, column.confidence(), column.by()));
            } else if (oneRound && column.round() != null) {
                settled.put(
                        letters,
                        new Table.Column(column.fields(), column.header(), null, column.confidence(), column.by()));
            } else {
                settled.put(letters, column);
            }
        });
        return settled;
    }

    /** "一面日期 | 面试官 | 结论": the only round that is named is the row's own. */
    private boolean isOneRound() {
        Set<Field> plain = EnumSet.noneOf(Field.class);
        Set<Field> ofRounds = EnumSet.noneOf(Field.class);
        Set<String> rounds = new java.util.HashSet<>();
        columns.values().forEach(column -> {
            if (column.round() == null) {
                plain.add(column.field());
            } else {
                rounds.add(column.round());
                ofRounds.add(column.field());
            }
        });
        boolean apart = ofRounds.stream().noneMatch(plain::contains) && !ofRounds.contains(Field.ROUND_NOTES);
        plain.retainAll(Field.OF_ROUNDS);
        plain.remove(Field.REASON);
        return rounds.size() == 1 && apart && !plain.isEmpty();
    }
}
