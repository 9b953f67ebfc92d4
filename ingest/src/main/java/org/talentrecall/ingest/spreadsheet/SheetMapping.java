package org.talentrecall.ingest.spreadsheet;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the operator says about sheets; wins over what the words of the headers suggest.
 *
 * @param sheet the name of the sheet it is about; null for all sheets of the source
 * @param kind what the rows are, or null to find it out
 * @param columns headers by field, for the headers that are not understood or misunderstood
 */
public record SheetMapping(
        @Nullable String sheet,
        @Nullable SheetKind kind,
        @Nullable Map<Field, List<String>> columns) {
    public SheetMapping {
        columns = columns == null ? Map.of() : Map.copyOf(columns);
    }

    boolean isAbout(String name) {
        return sheet == null || sheet.equals(name);
    }
}
