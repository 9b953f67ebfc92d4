package org.talentrecall.ingest.spreadsheet;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the operator says about sheets; wins over what the words of the headers suggest.
 *
 * @param sheet the name of the sheet it is about; null for all sheets of the source
 * @param kind what the rows are, or null to find it out
 * @param columns headers by field, for the headers that are not understood or misunderstood; letters of columns by field
 *     for a table without headers
 * @param headerRow number of the row of headers, 0 for a table without; null to find it
 */
public record SheetMapping(
        @Nullable String sheet,
        @Nullable SheetKind kind,
        @Nullable Map<Field, List<String>> columns,
        @Nullable Integer headerRow) {
    static final SheetMapping NONE = new SheetMapping(null, null, Map.of(), null);

    public SheetMapping {
        if (headerRow != null && headerRow < 0) {
            throw new IllegalArgumentException("header-row of a sheet is a row number, or 0 for none: " + headerRow);
        }
        columns = columns == null ? Map.of() : Map.copyOf(columns);
    }

    Map<Field, List<String>> headers() {
        return columns == null ? Map.of() : columns;
    }

    boolean hasNoHeaders() {
        return headerRow != null && headerRow == 0;
    }

    boolean isAbout(String name) {
        return sheet == null || sheet.equals(name);
    }
}
