package org.talentrecall.config.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.talentrecall.config.Failure;

/**
 * The home folder ({@code --home}, else {@code RECALL_HOME}, else the checkout): settings in {@code config/}, everything
 * the program writes in {@code data/}.
 */
public record Home(Path root) {
    public Home {
        root = root.toAbsolutePath().normalize();
    }

    /**
     * Checks that the folder is a home.
     *
     * @throws Failure when there is no {@code config/application.yaml} in it
     */
    public static Home existing(Path root) {
        Home home = new Home(root);
        if (!Files.isRegularFile(home.settings())) {
            throw Failure.usage("home.missing", home.settings(), home.root());
        }
        return home;
    }

    public Path settings() {
        return root.resolve("config").resolve("application.yaml");
    }

    public Path data() {
        return root.resolve("data");
    }

    public Path reports() {
        return data().resolve("reports");
    }

    public Path report(LocalDate night) {
        return reports().resolve(night.toString());
    }

    public Path logs() {
        return data().resolve("logs");
    }

    /**
     * Makes the data folder where it is missing, and logs into it from now on.
     *
     * @throws Failure when it cannot be made or written to
     */
    public void prepareData() {
        try {
            Files.createDirectories(logs());
            Files.createDirectories(data().resolve("review"));
        } catch (IOException e) {
            throw Failure.because(e, "data.unmade", data(), reason(e), root);
        }
        if (!Files.isWritable(data())) {
            throw Failure.of("data.unwritable", data());
        }
        Logs.to(this);
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName();
    }
}
