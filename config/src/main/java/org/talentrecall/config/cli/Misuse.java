package org.talentrecall.config.cli;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.talentrecall.config.Bundles;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Says in one sentence of the user's language how a command was written wrongly. picocli knows what is wrong, but tells it
 * in English alone. Immutable.
 */
final class Misuse {
    private final ResourceBundle bundle;

    Misuse(Locale locale) {
        this.bundle = Bundles.of("failures", locale);
    }

    /** A value that is no date, which is told apart from other wrong values. */
    static final class NoDate extends CommandLine.TypeConversionException {
        private static final long serialVersionUID = 1L;

        NoDate(String value) {
            super("'" + value + "' is no date");
        }
    }

    String sentence(CommandLine.ParameterException wrong) {
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        if (wrong instanceof CommandLine.MissingParameterException missing) {
            return missing(missing, command);
        }
        if (wrong instanceof CommandLine.UnmatchedArgumentException unmatched) {
            String given = unmatched.getUnmatched().stream().map(Misuse::quoted).collect(Collectors.joining(", "));
            List<String> like = unmatched.getSuggestions();
            return like.isEmpty()
                    ? text("misuse.argument", given, command)
                    : text("misuse.argument.like", given, command, like.get(0));
        }
        if (wrong instanceof CommandLine.OverwrittenOptionException twice) {
            return text("misuse.more", label(twice.getOverwritten()), command);
        }
        ArgSpec argument = wrong.getArgSpec();
        String value = wrong.getValue();
        return argument == null || value == null
                ? text("misuse.other", String.valueOf(wrong.getMessage()), command)
                : text("misuse.value", label(argument), command, value(wrong, argument, value));
    }

    private String missing(CommandLine.MissingParameterException wrong, String command) {
        boolean valueless =
                wrong.getMissing().stream().allMatch(argument -> argument.isOption() && !argument.required());
        String missing = wrong.getMissing().stream().map(Misuse::label).collect(Collectors.joining(", "));
        return text(valueless ? "misuse.valueless" : "misuse.missing", missing, command);
    }

    private String value(CommandLine.ParameterException wrong, ArgSpec argument, String value) {
        if (wrong.getCause() instanceof NoDate) {
            return text("misuse.date", value);
        }
        String known = argument.type().isEnum()
                ? List.of(argument.type().getEnumConstants()).stream()
                        .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "))
                : "";
        return known.isEmpty() ? text("misuse.value.any", value) : text("misuse.value.of", value, known);
    }

    private static String label(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static String quoted(String word) {
        return '\'' + word + '\'';
    }

    private String text(String key, Object... arguments) {
        return Bundles.filled(bundle, key, arguments);
    }
}
