package org.talentrecall.config.cli;

import java.nio.file.FileSystemException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.core.convert.ConversionFailedException;
import org.talentrecall.config.Failure;
import org.talentrecall.config.database.Database;

/** Says in one sentence what went wrong: our own words where a cause has them, never foreign text that may quote data. */
final class Sentence {
    private Sentence() {}

    /** Whether the command or a setting was given wrongly, so that running it again as it is cannot help. */
    static boolean isMisuse(Throwable thrown) {
        return causes(thrown).stream()
                .anyMatch(cause -> cause instanceof Failure failure ? failure.usage() : cause instanceof BindException);
    }

    static String of(Throwable thrown) {
        List<Throwable> causes = causes(thrown);
        for (Throwable cause : causes) {
            if (cause instanceof Failure) {
                return message(cause);
            }
        }
        for (Throwable cause : causes) {
            if (cause instanceof UnboundConfigurationPropertiesException unbound) {
                return "There is no setting " + names(unbound) + "; correct or remove it in config/application.yaml";
            }
            if (cause instanceof BindValidationException invalid) {
                return "A setting is out of its bounds: "
                        + String.join(
                                "; ",
                                invalid.getValidationErrors().getAllErrors().stream()
                                        .map(error -> invalid.getValidationErrors()
                                                        .getName() + " "
                                                + (error instanceof org.springframework.validation.FieldError field
                                                        ? field.getField() + " "
                                                        : "")
                                                + error.getDefaultMessage())
                                        .toList())
                        + "; correct it in config/application.yaml";
            }
        }
        for (Throwable cause : causes) {
            if (cause instanceof BindException bind) {
                return "The setting " + bind.getName() + " has a value that cannot be used" + ownWords(causes)
                        + "; correct it in config/application.yaml";
            }
        }
        for (Throwable cause : causes) {
            if (cause.getClass().getName().startsWith("org.talentrecall.") && cause.getMessage() != null) {
                return message(cause);
            }
        }
        for (Throwable cause : causes) {
            if (cause instanceof java.sql.SQLException sql) {
                return message(Database.explain(sql));
            }
            if (cause instanceof FileSystemException file) {
                return "The file " + file.getFile() + " cannot be used ("
                        + file.getClass().getSimpleName()
                        + "); check that it exists, its rights, and that the disk has room";
            }
        }
        Throwable root = causes.get(causes.size() - 1);
        return "Something unforeseen happened (" + root.getClass().getSimpleName()
                + "); run the command again with --debug and report what it prints";
    }

    private static String ownWords(List<Throwable> causes) {
        @Nullable String words = null;
        for (Throwable cause : causes) {
            if (cause instanceof ConversionFailedException conversion
                    && conversion.getTargetType().getType().isEnum()) {
                return " (write one of "
                        + String.join(
                                ", ",
                                Stream.of(conversion.getTargetType().getType().getEnumConstants())
                                        .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                                        .toList())
                        + ")";
            }
            boolean ours = cause instanceof IllegalArgumentException || cause instanceof DateTimeException;
            words = ours && cause.getMessage() != null ? cause.getMessage() : words;
        }
        return words == null ? "" : " (" + words + ")";
    }

    private static String names(UnboundConfigurationPropertiesException unbound) {
        return String.join(
                ", ",
                unbound.getUnboundProperties().stream()
                        .map(ConfigurationProperty::getName)
                        .map(Object::toString)
                        .toList());
    }

    private static String message(Throwable cause) {
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }

    private static List<Throwable> causes(Throwable thrown) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = thrown; cause != null && causes.size() < 50; cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }
}
