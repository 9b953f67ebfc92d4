package org.talentrecall.config.settings;

import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.bootstrap.DefaultBootstrapContext;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.IgnoreTopLevelConverterNotFoundBindHandler;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.validation.beanvalidation.SpringValidatorAdapter;
import org.talentrecall.config.Failure;
import org.talentrecall.config.home.Home;

/**
 * The operator's settings: the program's defaults, then the home's {@code config/application.yaml}, then environment
 * variables ({@code RECALL_MAIL_HOST}) and {@code -Drecall.…} properties. Loaded once, for commands with and without a
 * Spring context.
 */
public final class Settings {
    private static final String LANGUAGE = "recall.language";
    private static final String USUAL_LANGUAGE = "zh-CN";
    private static final Pattern LANGUAGE_LINE = Pattern.compile(
            "(?m)(?:^|\\{|,)\\s*(?:recall\\.)?language\\s*:\\s*['\"]?([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)");

    private final StandardEnvironment environment;

    private Settings(StandardEnvironment environment) {
        this.environment = environment;
    }

    /**
     * Loads the settings of a home.
     *
     * @throws Failure naming every setting under {@code recall.} that does not exist
     */
    public static Settings of(Home home) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "home",
                        java.util.Map.of(
                                "recall.home",
                                home.root().toString(),
                                "spring.config.location",
                                "classpath:/,file:" + home.root() + "/config/")));
        try {
            ConfigDataEnvironmentPostProcessor.applyTo(
                    environment, null, new DefaultBootstrapContext(), java.util.List.of());
        } catch (org.yaml.snakeyaml.error.MarkedYAMLException e) {
            org.yaml.snakeyaml.error.Mark mark = e.getProblemMark();
            throw mark == null
                    ? Failure.usageBecause(e, "settings.yaml", home.settings(), e.getProblem())
                    : Failure.usageBecause(
                            e, "settings.yaml.line", home.settings(), mark.getLine() + 1, e.getProblem());
        }
        Settings settings = new Settings(environment);
        settings.refuseUnknownSections(home);
        return settings;
    }

    public StandardEnvironment environment() {
        return environment;
    }

    /** Binds one settings record, its defaults filled in; refuses keys that it does not know. */
    public <T> T bind(String prefix, Class<T> type) {
        return Binder.get(environment).bindOrCreate(prefix, Bindable.of(type), refusingUnknown());
    }

    /** The same, and looks at the bounds that the record declares, which takes a moment longer. */
    public <T> T bindValidated(String prefix, Class<T> type) {
        try (ValidatorFactory validators = Validation.buildDefaultValidatorFactory()) {
            BindHandler bounds =
                    new ValidationBindHandler(refusingUnknown(), new SpringValidatorAdapter(validators.getValidator()));
            return Binder.get(environment).bindOrCreate(prefix, Bindable.of(type), bounds);
        }
    }

    private static BindHandler refusingUnknown() {
        return new NoUnboundElementsBindHandler(
                new IgnoreTopLevelConverterNotFoundBindHandler(), new UnboundElementsSourceFilter());
    }

    /** The language of everything people read, {@code recall.language}. */
    public Locale language() {
        return Locale.forLanguageTag(environment.getProperty(LANGUAGE, USUAL_LANGUAGE));
    }

    /**
     * The language that a file of settings names, for saying what is wrong with it: found by its line, since the file may be
     * no YAML. Empty when it cannot be read.
     */
    public static Optional<Locale> language(Path settings) {
        String variable = System.getenv("RECALL_LANGUAGE");
        if (variable != null && !variable.isBlank()) {
            return Optional.of(Locale.forLanguageTag(variable.strip()));
        }
        try {
            Matcher line = LANGUAGE_LINE.matcher(Files.readString(settings));
            return Optional.of(Locale.forLanguageTag(line.find() ? line.group(1) : USUAL_LANGUAGE));
        } catch (IOException e) {
            // There is no file, or no right to read it or it is no text: that is what will be said.
            return Optional.empty();
        }
    }

    /**
     * Each module's record refuses unknown keys below its own section; this finds misspelt sections, which no record would
     * ever look at.
     */
    private void refuseUnknownSections(Home home) {
        TreeSet<String> unknown = new TreeSet<>();
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> listed
                    && source.getName().contains("application")) {
                for (String name : listed.getPropertyNames()) {
                    if (name.startsWith("recall.")) {
                        String section = name.substring("recall.".length()).split("[.\\[]", 2)[0];
                        if (!KnownSections.NAMES.contains(section)) {
                            unknown.add("recall." + section);
                        }
                    }
                }
            }
        }
        if (!unknown.isEmpty()) {
            throw Failure.usage(
                    "settings.sections",
                    home.settings(),
                    String.join(", ", new ArrayList<>(unknown)),
                    String.join(", ", new TreeSet<>(KnownSections.NAMES)));
        }
    }
}
