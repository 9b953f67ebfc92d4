package org.talentrecall.ingest.spreadsheet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.talentrecall.ingest.spreadsheet.file.Columns;

/** Writes a table's mapping as the settings lines that say it explicitly. */
final class MappingSettings {
    /** Scalars that YAML takes as they stand. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_ .()（）/-]*(?<! )");

    private static final Pattern WORD_OF_YAML = Pattern.compile("(?i)y|n|yes|no|on|off|true|false|null");

    private MappingSettings() {}

    /** Lines to stand below a source, indented by two. */
    static String lines(String sheet, Table table) {
        StringBuilder yaml = new StringBuilder("sheets:\n  - ");
        String indent = "";
        if (!sheet.isEmpty()) {
            yaml.append("sheet: ").append(scalar(sheet)).append('\n');
            indent = "    ";
        }
        SheetKind kind = table.kind();
        yaml.append(indent)
                .append("kind: ")
                .append(kind == null ? "candidates  # or interviews, openings, …" : name(kind));
        yaml.append('\n');
        if (table.headerRow() == 0) {
            yaml.append("    header-row: 0\n");
        }
        yaml.append("    columns:\n");
        columns(table)
                .forEach((field, headers) -> yaml.append("      ")
                        .append(name(field))
                        .append(": [")
                        .append(String.join(
                                ", ",
                                headers.stream().map(MappingSettings::scalar).toList()))
                        .append("]\n"));
        table.columns().forEach((letters, column) -> {
            if (column.round() != null || column.fields().size() > 1) {
                yaml.append("      # ")
                        .append(letters)
                        .append(' ')
                        .append(scalar(column.header()))
                        .append(": understood as it is\n");
            }
        });
        table.others()
                .forEach((letters, header) -> yaml.append("      # ")
                        .append(letters)
                        .append(' ')
                        .append(scalar(header))
                        .append(": not read\n"));
        return yaml.toString();
    }

    /** The same on one line, for sentences. */
    static String line(String sheet, Table table) {
        List<String> parts = new ArrayList<>();
        if (!sheet.isEmpty()) {
            parts.add("sheet: " + scalar(sheet));
        }
        SheetKind kind = table.kind();
        parts.add("kind: " + name(kind == null ? SheetKind.CANDIDATES : kind));
        if (table.headerRow() == 0) {
            parts.add("header-row: 0");
        }
        List<String> columns = new ArrayList<>();
        columns(table)
                .forEach((field, headers) -> columns.add(name(field) + ": ["
                        + String.join(
                                ", ",
                                headers.stream().map(MappingSettings::scalar).toList()) + "]"));
        parts.add("columns: {" + String.join(", ", columns) + "}");
        return "sheets: [{" + String.join(", ", parts) + "}]";
    }

    private static Map<Field, List<String>> columns(Table table) {
        Map<Field, List<String>> columns = new EnumMap<>(Field.class);
        table.columns().forEach((letters, column) -> {
            boolean simple = column.round() == null && column.fields().size() == 1;
            if (simple && column.field() != Field.IGNORED) {
                columns.computeIfAbsent(column.field(), field -> new ArrayList<>())
                        .add(table.headerRow() == 0 ? letters : column.header());
            }
        });
        return columns;
    }

    /** Every column for people: {@code A 人员 → name (60 %), C 情况 → ?}. */
    static String told(Table table) {
        List<String> letters = new ArrayList<>(table.columns().keySet());
        letters.addAll(table.others().keySet());
        letters.sort(Columns.ORDER);
        List<String> told = new ArrayList<>();
        for (String one : letters) {
            Table.Column column = table.columns().get(one);
            String header =
                    column == null ? Objects.requireNonNull(table.others().get(one)) : column.header();
            String meant =
                    column == null ? "?" : name(column.field()) + " (" + Math.round(column.confidence() * 100) + " %)";
            told.add(one + (header.isEmpty() ? "" : " " + header) + " → " + meant);
        }
        return String.join(", ", told);
    }

    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String scalar(String text) {
        if (PLAIN.matcher(text).matches() && !WORD_OF_YAML.matcher(text).matches()) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append(c);
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
