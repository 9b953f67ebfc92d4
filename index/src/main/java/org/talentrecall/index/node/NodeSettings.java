package org.talentrecall.index.node;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How to run the embedded node.
 *
 * @param archive the distribution's zip file
 * @param folder where the node lives: program, settings, data, logs
 * @param javaHome the JDK to run it with
 * @param heap heap size as the JVM writes it, for example {@code 512m}
 * @param javaOptions further options for the node's JVM
 * @param startWithin how long a start may take
 */
public record NodeSettings(
        Path archive, Path folder, Path javaHome, String heap, List<String> javaOptions, Duration startWithin) {
    public NodeSettings {
        javaOptions = List.copyOf(javaOptions);
    }
}
