package org.talentrecall.config.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParentCommand;

/** A command of {@code recall} itself that works with a home. */
abstract class SessionCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable RootCommand root;

    /**
     * The home and its settings, loaded anew.
     *
     * @throws org.talentrecall.config.Failure when there is no home, or a setting is wrong
     */
    final Session session() {
        return Objects.requireNonNull(root).session();
    }
}
