package org.talentrecall.config;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.talentrecall.config.cli.CommandLineProgram;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What one command printed and how it ended. */
public record Recalled(int code, String out, String err) {
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T02:00:00Z"), ZoneId.of("Asia/Shanghai"));

    /** Runs a command in this process, as the entry point would. */
    public static Recalled with(Path home, String... arguments) {
        List<String> all = new ArrayList<>(List.of("--home", home.toString()));
        all.addAll(List.of(arguments));
        return without(all.toArray(new String[0]));
    }

    /** The same without naming a home. */
    public static Recalled without(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = CommandLineProgram.run(CLOCK, new PrintWriter(out), new PrintWriter(err), arguments);
        return new Recalled(code, out.toString(), err.toString());
    }

    /** The output as one JSON document and nothing else. */
    public JsonNode json() {
        return JsonMapper.builder().build().readTree(out);
    }

    /** What was complained of, without the lines that tell of progress. */
    public List<String> complaints() {
        return err.lines()
                .filter(line -> !line.startsWith(">") && !line.matches("\\s*[a-z]+\\.[a-z]+[:：].*"))
                .toList();
    }
}
