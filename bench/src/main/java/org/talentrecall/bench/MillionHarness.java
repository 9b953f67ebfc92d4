package org.talentrecall.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures who is who among generated records: {@code million [N] [NAMES-FOLDER [--errors]]}. Prints seconds, pairs compared,
 * peak heap, and precision and recall against the generator; with {@code --errors}, in this JVM and unmeasured, which evidence
 * joined and parted wrongly. JMH's own report and the seconds of each part go to the error stream.
 */
public final class MillionHarness {
    private MillionHarness() {}

    public static void main(String[] args) throws IOException, RunnerException {
        boolean errors = args.length == 3 && args[2].equals("--errors");
        if ((args.length > 2 && !errors) || (args.length > 0 && !args[0].matches("\\d{1,8}"))) {
            System.err.println("Usage: million [N] [NAMES-FOLDER [--errors]]");
            System.exit(2);
        }
        int records = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (errors) {
            new PoolResolution(CandidatePool.of(records, Path.of(args[1])), out::println).printErrors(out);
            return;
        }
        // JMH prints some lines whatever it is told; they are no part of the answer.
        System.setOut(System.err);
        print(out, records, measured(records, args.length > 1 ? args[1] : ""));
    }

    private static RunResult measured(int records, String names) throws RunnerException {
        OptionsBuilder options = new OptionsBuilder();
        options.include(Pattern.quote(MillionBenchmark.class.getName()) + "\\.")
                .param("records", Integer.toString(records))
                .param("names", names)
                .shouldFailOnError(true);
        return new Runner(options.build(), OutputFormatFactory.createFormatInstance(System.err, VerboseMode.NORMAL))
                .runSingle();
    }

    private static void print(PrintStream out, int records, RunResult result) {
        out.printf(
                Locale.ROOT,
                "%d records in %.0f s, %.0f pairs compared, peak heap %.0f MB, %.0f doubtful pairs: precision %.4f recall %.4f F1 %.4f%n",
                records,
                result.getPrimaryResult().getScore(),
                score(result, "compared"),
                score(result, "heapBytes") / (1 << 20),
                score(result, "doubtful"),
                score(result, "precision"),
                score(result, "recall"),
                score(result, "f1"));
    }

    private static double score(RunResult result, String name) {
        Result<?> score = result.getSecondaryResults().get(name);
        return score == null ? Double.NaN : score.getScore();
    }
}
