package org.talentrecall.config.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.talentrecall.config.home.HomeTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code recall init DIR}: writes a new home folder. */
@Command(name = "init", resourceBundle = "org.talentrecall.config.cli.texts")
final class InitCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable RootCommand root;

    @Parameters(paramLabel = "DIR", descriptionKey = "init.dir")
    private @Nullable Path directory;

    @Override
    public Integer call() {
        Path home = Objects.requireNonNull(directory).toAbsolutePath().normalize();
        HomeTemplate.write(home);
        Objects.requireNonNull(root).out().println(new Texts(Locale.getDefault()).of("init.done", home));
        return ExitCode.DONE;
    }
}
