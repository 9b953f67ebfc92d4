package org.talentrecall.scoring.report;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/** {@code report.json}: UTF-8, indented, fields in the record's order, the same bytes for the same report. */
public final class ReportJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .defaultPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")))
            .enable(tools.jackson.databind.SerializationFeature.INDENT_OUTPUT)
            .disable(tools.jackson.databind.MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private ReportJson() {}

    /** The whole report, or one of its parts, as text. */
    public static String text(Object part) {
        return MAPPER.writeValueAsString(part);
    }

    /** What {@link #text} made of something of that type. */
    public static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    static byte[] write(RenderedReport report) {
        return (text(report) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
