package org.talentrecall.config.cli;

import java.nio.file.FileSystemException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.validation.FieldError;
import org.talentrecall.config.Bundles;
import org.talentrecall.config.Failure;
import org.talentrecall.config.database.Database;

/**
 * Says in one sentence of the user's language what went wrong: our own words where a cause has them, never foreign text
 * that may quote data. Immutable.
 */
final class Sentence {
    private final ResourceBundle bundle;
    private final Locale locale;

    Sentence(Locale locale) {
        this.bundle = Bundles.of("failures", locale);
        this.locale = locale;
    }

    /** Whether the command or a setting was given wrongly, so that running it again as it is cannot help. */
    static boolean isMisuse(Throwable thrown) {
        return causes(thrown).stream()
                .anyMatch(cause -> cause instanceof Failure failure ? failure.usage() : cause instanceof BindException);
    }

    String of(Throwable thrown) {
        List<Throwable> causes = causes(thrown);
        for (Throwable cause : causes) {
            if (cause instanceof Failure failure) {
                return failure.sentence(locale);
            }
        }
        for (Throwable cause : causes) {
            if (cause instanceof UnboundConfigurationPropertiesException unbound) {
                return text("setting.unknown", names(unbound));
            }
            if (cause instanceof BindValidationException invalid) {
                return text("setting.bounds", bounds(invalid));
            }
        }
        for (Throwable cause : causes) {
            if (cause instanceof BindException bind) {
                return unusable(String.valueOf(bind.getName()), causes);
            }
        }
        for (Throwable cause : causes) {
            if (cause.getClass().getName().startsWith("org.talentrecall.") && cause.getMessage() != null) {
                return message(cause);
            }
        }
        for (Throwable cause : causes) {
            if (cause instanceof java.sql.SQLException sql) {
                return Database.explain(sql).sentence(locale);
            }
            if (cause instanceof FileSystemException file) {
                return text("file.unusable", file.getFile(), file.getClass().getSimpleName());
            }
        }
        Throwable root = causes.get(causes.size() - 1);
        return text("unforeseen", root.getClass().getSimpleName());
    }

    private String text(String key, Object... arguments) {
        return Bundles.filled(bundle, key, arguments);
    }

    private static String bounds(BindValidationException invalid) {
        return String.join(
                "; ",
                invalid.getValidationErrors().getAllErrors().stream()
                        .map(error -> invalid.getValidationErrors().getName() + " "
                                + (error instanceof FieldError field ? field.getField() + " " : "")
                                + error.getDefaultMessage())
                        .toList());
    }

    private String unusable(String setting, List<Throwable> causes) {
        @Nullable String words = null;
        for (Throwable cause : causes) {
            if (cause instanceof ConversionFailedException conversion
                    && conversion.getTargetType().getType().isEnum()) {
                return text(
                        "setting.value.of",
                        setting,
                        String.join(
                                ", ",
                                Stream.of(conversion.getTargetType().getType().getEnumConstants())
                                        .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                                        .toList()));
            }
            boolean ours = cause instanceof IllegalArgumentException || cause instanceof DateTimeException;
            words = ours && cause.getMessage() != null ? cause.getMessage() : words;
        }
        return words == null ? text("setting.value", setting) : text("setting.value.because", setting, words);
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
