package org.talentrecall.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs a {@link Race} in a forked JVM: {@code NAME [--json] [--thorough]}. Prints the throughput of each method and, as
 * the last line, the lowest ratio; exit code 1 when it is below the limit. JMH's own report goes to the error stream.
 */
public final class RaceHarness {
    private static final int SHORT_WARMUPS = 2;
    private static final int SHORT_ITERATIONS = 3;
    private static final int THOROUGH_FORKS = 3;

    private RaceHarness() {}

    public static void main(String[] args) throws RunnerException {
        List<String> options = new ArrayList<>(List.of(args));
        Race race = options.isEmpty() ? null : Race.named(options.remove(0)).orElse(null);
        boolean json = options.remove("--json");
        boolean thorough = options.remove("--thorough");
        if (race == null || !options.isEmpty()) {
            System.err.println("Usage: NAME [--json] [--thorough], where NAME is a benchmark");
            System.exit(2);
            return;
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        // JMH prints some lines whatever it is told; they are no part of the answer.
        System.setOut(System.err);
        Map<String, Map<String, Double>> speeds = run(race, thorough);
        Map<String, Double> ratios = new LinkedHashMap<>();
        speeds.forEach((parameters, byMethod) -> ratios.put(
                parameters,
                byMethod.getOrDefault(race.measured(), 0.0)
                        / byMethod.getOrDefault(race.yardstick(), Double.POSITIVE_INFINITY)));
        double lowest = ratios.values().stream().min(Double::compare).orElse(0.0);
        if (json) {
            print(out, race, speeds, ratios, lowest);
        } else {
            speeds.forEach((parameters, byMethod) -> print(out, parameters, byMethod));
            out.printf(
                    Locale.ROOT,
                    "%s: %s / %s = %.3f (at least %.2f)%n",
                    race.title(),
                    race.measured(),
                    race.yardstick(),
                    lowest,
                    race.least());
        }
        System.exit(lowest >= race.least() ? 0 : 1);
    }

    /** Operations a second by parameters and method. */
    private static Map<String, Map<String, Double>> run(Race race, boolean thorough) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(Pattern.quote(race.benchmark().getName()) + "\\..*")
                .mode(Mode.Throughput)
                .forks(thorough ? THOROUGH_FORKS : 1)
                .warmupTime(TimeValue.seconds(1))
                .measurementTime(TimeValue.seconds(1))
                .shouldFailOnError(true);
        if (!thorough) {
            options.warmupIterations(SHORT_WARMUPS).measurementIterations(SHORT_ITERATIONS);
        }
        Collection<RunResult> results = new Runner(
                        options.build(), OutputFormatFactory.createFormatInstance(System.err, VerboseMode.NORMAL))
                .run();
        Map<String, Map<String, Double>> speeds = new LinkedHashMap<>();
        for (RunResult result : results) {
            Result<?> primary = result.getPrimaryResult();
            speeds.computeIfAbsent(parameters(result.getParams()), key -> new LinkedHashMap<>())
                    .put(primary.getLabel(), primary.getScore());
        }
        return speeds;
    }

    private static String parameters(BenchmarkParams params) {
        List<String> parts = new ArrayList<>();
        for (String key : params.getParamsKeys()) {
            parts.add(key + "=" + params.getParam(key));
        }
        return String.join(" ", parts);
    }

    private static void print(PrintStream out, String parameters, Map<String, Double> byMethod) {
        byMethod.forEach(
                (method, speed) -> out.printf(Locale.ROOT, "%-20s %-24s %,12.0f /s%n", parameters, method, speed));
    }

    private static void print(
            PrintStream out,
            Race race,
            Map<String, Map<String, Double>> speeds,
            Map<String, Double> ratios,
            double lowest) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("benchmark", race.title());
        document.put("unit", "operations per second");
        document.put("speeds", speeds);
        document.put("measured", race.measured());
        document.put("yardstick", race.yardstick());
        document.put("ratios", ratios);
        document.put("ratio", lowest);
        document.put("least", race.least());
        document.put("holds", lowest >= race.least());
        out.println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(document));
    }
}
