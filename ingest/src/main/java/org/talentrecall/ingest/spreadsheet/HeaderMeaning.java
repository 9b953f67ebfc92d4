package org.talentrecall.ingest.spreadsheet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the words of a header say.
 *
 * @param fields one, or several for a column that holds several in each cell: 学校/专业
 * @param round the interview it belongs to as written, for example 一面; null for the row as a whole
 * @param confidence 0 to 1
 */
record HeaderMeaning(List<Field> fields, @Nullable String round, double confidence, Recognition by) {
    HeaderMeaning {
        fields = List.copyOf(fields);
    }

    static HeaderMeaning of(Field field, double confidence, Recognition by) {
        return new HeaderMeaning(List.of(field), null, confidence, by);
    }

    Field field() {
        return fields.get(0);
    }

    HeaderMeaning with(double otherConfidence) {
        return new HeaderMeaning(fields, round, otherConfidence, by);
    }
}
