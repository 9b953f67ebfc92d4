package org.talentrecall.config.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.audit.Actor;
import org.talentrecall.config.Failure;
import org.talentrecall.config.home.Home;
import org.talentrecall.config.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code recall} itself: the options every command has, and the way to a {@link Session}. */
@Command(
        name = "recall",
        resourceBundle = "org.talentrecall.config.cli.texts",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            HelpCommand.class,
            NightlyCommand.class,
            IngestCommand.class,
            EnrichCommand.class,
            IndexCommand.class,
            ScoreCommand.class,
            ReportCommand.class,
            FindCommand.class,
            DossierCommand.class,
            MergeCommand.class,
            SplitCommand.class,
            IdentityCommand.class,
            OpeningsCommand.class,
            RecallOpeningCommand.class,
            RunsCommand.class,
            ImportCommand.class,
            RerunCommand.class,
            RejectedCommand.class,
            UndoCommand.class,
            ReviewCommand.class,
            AuditCommand.class,
            ParseCommand.class,
            InitCommand.class,
            DoctorCommand.class,
            ServeCommand.class
        })
final class RootCommand {
    @Option(names = "--home", paramLabel = "DIR", scope = ScopeType.INHERIT, descriptionKey = "home")
    private @Nullable Path home;

    @Option(names = "--debug", scope = ScopeType.INHERIT, descriptionKey = "debug")
    private boolean debug;

    @Option(names = "--as-user", paramLabel = "NAME", scope = ScopeType.INHERIT, descriptionKey = "as.user")
    private @Nullable String user;

    @Spec
    private @Nullable CommandSpec spec;

    private final Clock clock;

    RootCommand(Clock clock) {
        this.clock = clock;
    }

    boolean debug() {
        return debug;
    }

    /** Where the home is, whether or not it exists. */
    Path homePath() {
        if (home != null) {
            return home;
        }
        String variable = System.getenv("RECALL_HOME");
        if (variable != null && !variable.isBlank()) {
            return Path.of(variable);
        }
        return Path.of(System.getProperty("recall.checkout", "."));
    }

    /**
     * Loads the home's settings.
     *
     * @throws Failure when there is no home, or a setting is wrong
     */
    Session session() {
        Home found = Home.existing(homePath());
        Settings settings = Settings.of(found);
        return new Session(found, settings, new Texts(settings.language()), actor(), out(), err(), clock);
    }

    /** The home's language, whatever else is wrong with its settings; the machine's where there is no home. */
    Locale language() {
        Path settings = new Home(homePath()).settings();
        return Settings.language(settings).orElseGet(Locale::getDefault);
    }

    private Actor actor() {
        if (user == null) {
            return Actor.ofThisProcess();
        }
        try {
            return Actor.user(user.strip());
        } catch (IllegalArgumentException e) {
            throw Failure.usageBecause(e, "user.name");
        }
    }

    PrintWriter out() {
        return java.util.Objects.requireNonNull(spec).commandLine().getOut();
    }

    PrintWriter err() {
        return java.util.Objects.requireNonNull(spec).commandLine().getErr();
    }
}
