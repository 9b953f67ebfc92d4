package org.talentrecall.config.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.talentrecall.ingest.spreadsheet.Field;
import org.talentrecall.ingest.spreadsheet.MappingPreview;
import org.talentrecall.ingest.spreadsheet.MappingPreview.ColumnPreview;
import org.talentrecall.ingest.spreadsheet.MappingPreview.Skipped;
import org.talentrecall.ingest.spreadsheet.MappingPreview.TablePreview;

/** How a workbook was understood, as lines for a terminal. */
final class MappingText {
    private final Texts texts;
    private final StringBuilder text = new StringBuilder();

    private MappingText(Texts texts) {
        this.texts = texts;
    }

    static String of(Texts texts, MappingPreview preview) {
        MappingText told = new MappingText(texts);
        preview.tables().forEach(told::table);
        if (!preview.elsewhere().isEmpty()) {
            told.line(2, texts.of("mapping.elsewhere", skipped(preview.elsewhere())));
        }
        return told.text.toString();
    }

    private void table(TablePreview table) {
        String sheet = table.sheet().isEmpty() ? texts.of("mapping.file") : table.sheet();
        String kind = table.kind() == null ? "?" : word(table.kind());
        line(
                2,
                texts.of(
                        table.hiddenSheet() ? "mapping.hidden" : "mapping.table",
                        sheet,
                        kind,
                        percent(table.confidence()),
                        table.headerRow(),
                        table.rows(),
                        table.rejected(),
                        table.repeated()));
        table.columns().forEach(this::column);
        if (table.hiddenRows() > 0) {
            line(4, texts.of("mapping.hiddenRows", table.hiddenRows()));
        }
        if (table.skippedRows() > 0) {
            line(4, texts.of("mapping.skipped", table.skippedRows(), skipped(table.skipped())));
        }
        line(4, texts.of(table.read() ? "mapping.settings" : "mapping.unsure"));
        table.settings().lines().forEach(setting -> line(6, setting));
    }

    private void column(ColumnPreview column) {
        String header = column.header().isEmpty() ? "-" : column.header().replaceAll("\\s+", " ");
        String place = column.column() + "  " + header;
        if (column.why() == null) {
            line(4, texts.of("mapping.unread", place));
            return;
        }
        String fields = column.fields().stream().map(MappingText::word).collect(Collectors.joining(" + "));
        line(
                4,
                texts.of(
                        "mapping.column",
                        place,
                        column.round() == null ? fields : column.round() + " " + fields,
                        percent(column.confidence()),
                        texts.of("mapping.by." + word(column.why()))));
    }

    private static String skipped(List<Skipped> skipped) {
        return skipped.stream()
                .map(one -> (one.row() == 0 ? one.sheet() : Integer.toString(one.row())) + " " + one.code())
                .collect(Collectors.joining(", "));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String word(Field field) {
        return word((Enum<?>) field);
    }

    private static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    private void line(int indent, String words) {
        text.append(" ".repeat(indent)).append(words).append('\n');
    }
}
