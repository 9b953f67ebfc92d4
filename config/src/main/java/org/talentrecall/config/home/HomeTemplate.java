package org.talentrecall.config.home;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.talentrecall.config.Failure;

/** A new home folder: commented settings, and folders to drop workbooks, documents and filled reviews into. */
public final class HomeTemplate {
    private HomeTemplate() {}

    /**
     * Writes the folder.
     *
     * @throws Failure when it already is a home, or cannot be written
     */
    public static void write(Path root) {
        Home home = new Home(root);
        if (Files.exists(home.settings())) {
            throw Failure.usage("home.exists", home.settings());
        }
        try (InputStream settings =
                Objects.requireNonNull(HomeTemplate.class.getResourceAsStream("application.yaml"))) {
            Files.createDirectories(home.settings().getParent());
            for (String folder : new String[] {"mail", "workbooks", "resumes"}) {
                Files.createDirectories(home.root().resolve("inbox").resolve(folder));
            }
            Files.copy(settings, home.settings());
        } catch (IOException e) {
            throw Failure.because(e, "home.unwritable", root, e.getClass().getSimpleName());
        }
    }
}
