package org.talentrecall.config.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import picocli.CommandLine;

/** Runs one command and turns whatever goes wrong into one sentence and an exit code. */
public final class CommandLineProgram {
    private CommandLineProgram() {}

    /** Runs the command on the process's own streams, always in UTF-8. */
    public static int run(String... arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        return run(Clock.system(java.time.ZoneId.systemDefault()), out, err, arguments);
    }

    /** Runs the command with the given clock and streams. */
    public static int run(Clock clock, PrintWriter out, PrintWriter err, String... arguments) {
        RootCommand root = new RootCommand(clock);
        CommandLine line = new CommandLine(root)
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((exception, command, parsed) -> explain(exception, root, command))
                .setParameterExceptionHandler((exception, values) -> misused(exception, root));
        line.registerConverter(java.time.LocalDate.class, CommandLineProgram::date);
        int code = arguments.length == 0 ? help(line) : line.execute(arguments);
        out.flush();
        err.flush();
        return code;
    }

    private static int help(CommandLine line) {
        line.usage(line.getOut());
        return ExitCode.USAGE;
    }

    private static java.time.LocalDate date(String text) {
        try {
            return java.time.LocalDate.parse(text);
        } catch (java.time.format.DateTimeParseException e) {
            throw new Misuse.NoDate(text);
        }
    }

    private static int misused(CommandLine.ParameterException exception, RootCommand root) {
        exception.getCommandLine().getErr().println(new Misuse(root.language()).sentence(exception));
        return ExitCode.USAGE;
    }

    private static int explain(Exception exception, RootCommand root, CommandLine command) {
        PrintWriter err = command.getErr();
        err.println(new Sentence(root.language()).of(exception));
        if (root.debug()) {
            StringWriter trace = new StringWriter();
            exception.printStackTrace(new PrintWriter(trace));
            err.println(trace);
        }
        return Sentence.isMisuse(exception) ? ExitCode.USAGE : ExitCode.FAILED;
    }
}
