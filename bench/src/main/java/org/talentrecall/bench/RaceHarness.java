package org.talentrecall.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
 * Runs a {@link Race}, each method in a JVM of its own: {@code NAME [--json] [--all] [--thorough]}. Prints the throughput of
 * the two methods that race ({@code --all}: of every method of the benchmark), the memory where the race asks for it, and, as
 * the last line, the lowest ratio; exit code 1 when it is below the limit or when the memory grows with what is read. JMH's
 * own report goes to the error stream.
 */
public final class RaceHarness {
    private static final int SHORT_ITERATIONS = 15;
    private static final int THOROUGH_FORKS = 3;
    private static final double MEGABYTE = 1 << 20;
    private static final String BYTES = "bytes";

    private RaceHarness() {}

    /** Operations a second and, where the benchmark counts them, bytes a second. */
    private record Speed(double operations, double bytes) {}

    public static void main(String[] args) throws RunnerException {
        List<String> options = new ArrayList<>(List.of(args));
        Race race = options.isEmpty() ? null : Race.named(options.remove(0)).orElse(null);
        boolean json = options.remove("--json");
        boolean all = options.remove("--all");
        boolean thorough = options.remove("--thorough");
        if (race == null || !options.isEmpty()) {
            System.err.println("Usage: NAME [--json] [--all] [--thorough], where NAME is a benchmark");
            System.exit(2);
            return;
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        // JMH prints some lines whatever it is told; they are no part of the answer.
        System.setOut(System.err);
        Map<String, Map<String, Speed>> speeds = run(race, all, thorough);
        Map<String, Double> ratios = new LinkedHashMap<>();
        speeds.forEach((parameters, byMethod) -> ratios.put(parameters, ratio(race, byMethod)));
        double lowest = ratios.values().stream().min(Double::compare).orElse(0.0);
        Optional<HeapGrowth> heap = race.heap();
        boolean holds = lowest >= race.least() && heap.map(HeapGrowth::isFlat).orElse(true);
        if (json) {
            print(out, race, speeds, ratios, lowest, heap, holds);
        } else {
            speeds.forEach((parameters, byMethod) -> print(out, parameters, byMethod));
            heap.ifPresent(growth -> out.println(growth.line()));
            out.printf(
                    Locale.ROOT,
                    "%s: %s / %s = %.3f (at least %.2f)%n",
                    race.title(),
                    race.measured(),
                    race.yardstick(),
                    lowest,
                    race.least());
        }
        System.exit(holds ? 0 : 1);
    }

    private static double ratio(Race race, Map<String, Speed> byMethod) {
        Speed measured = byMethod.get(race.measured());
        Speed yardstick = byMethod.get(race.yardstick());
        return measured == null || yardstick == null ? 0 : measured.operations() / yardstick.operations();
    }

    /** Speeds by parameters and method. */
    private static Map<String, Map<String, Speed>> run(Race race, boolean all, boolean thorough)
            throws RunnerException {
        String methods = all ? ".*" : "(" + race.measured() + "|" + race.yardstick() + ")";
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(Pattern.quote(race.benchmark().getName()) + "\\." + methods + "$")
                .mode(Mode.Throughput)
                .forks(thorough ? THOROUGH_FORKS : 1)
                .warmupIterations(race.warmups())
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(SHORT_ITERATIONS)
                .measurementTime(TimeValue.seconds(1))
                .shouldFailOnError(true);
        Collection<RunResult> results = new Runner(
                        options.build(), OutputFormatFactory.createFormatInstance(System.err, VerboseMode.NORMAL))
                .run();
        Map<String, Map<String, Speed>> speeds = new LinkedHashMap<>();
        for (RunResult result : results) {
            Result<?> primary = result.getPrimaryResult();
            Result<?> bytes = result.getSecondaryResults().get(BYTES);
            speeds.computeIfAbsent(parameters(result.getParams()), key -> new LinkedHashMap<>())
                    .put(primary.getLabel(), new Speed(primary.getScore(), bytes == null ? 0 : bytes.getScore()));
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

    private static void print(PrintStream out, String parameters, Map<String, Speed> byMethod) {
        byMethod.forEach((method, speed) -> out.printf(
                Locale.ROOT,
                "%-20s %-24s %,12.0f /s%s%n",
                parameters,
                method,
                speed.operations(),
                speed.bytes() > 0 ? String.format(Locale.ROOT, " %,12.2f MB/s", speed.bytes() / MEGABYTE) : ""));
    }

    private static void print(
            PrintStream out,
            Race race,
            Map<String, Map<String, Speed>> speeds,
            Map<String, Double> ratios,
            double lowest,
            Optional<HeapGrowth> heap,
            boolean holds) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("benchmark", race.title());
        document.put("unit", "operations per second");
        document.put("speeds", figures(speeds, false));
        document.put("bytesPerSecond", figures(speeds, true));
        document.put("measured", race.measured());
        document.put("yardstick", race.yardstick());
        document.put("ratios", ratios);
        document.put("ratio", lowest);
        document.put("least", race.least());
        heap.ifPresent(growth -> document.put("heap", growth.figures()));
        document.put("holds", holds);
        out.println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(document));
    }

    private static Map<String, Map<String, Double>> figures(Map<String, Map<String, Speed>> speeds, boolean bytes) {
        Map<String, Map<String, Double>> figures = new LinkedHashMap<>();
        speeds.forEach((parameters, byMethod) -> {
            Map<String, Double> one = new LinkedHashMap<>();
            byMethod.forEach((method, speed) -> one.put(method, bytes ? speed.bytes() : speed.operations()));
            figures.put(parameters, one);
        });
        return figures;
    }
}
