package org.talentrecall.config;

import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.talentrecall.archive.audit.Actor;
import org.talentrecall.config.home.Home;
import org.talentrecall.config.settings.Settings;

/** Starts the whole program for commands that run jobs or search; light commands do without. */
public final class Program {
    /** The property that says in whose name the audit enters what is done. */
    public static final String ACTOR = "recall.actor";

    private Program() {}

    /** A context over the home's settings, everything in it made at first use. The caller closes it. */
    public static ConfigurableApplicationContext start(Home home, Settings settings) {
        return builder(home, settings).run();
    }

    /** The same in somebody's name, which the audit enters. */
    public static ConfigurableApplicationContext start(Home home, Settings settings, Actor actor) {
        return builder(home, settings).properties(Map.of(ACTOR, actor.name())).run();
    }

    /** The same with further configuration, for the scheduler and for tests. */
    public static SpringApplicationBuilder builder(Home home, Settings settings, Class<?>... further) {
        // Left to itself Spring Boot would set up logging anew and so drop the home's log file.
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        return new SpringApplicationBuilder(RecallApplication.class)
                .sources(further)
                .web(WebApplicationType.NONE)
                .environment(settings.environment())
                .logStartupInfo(false)
                .properties(Map.of("recall.home", home.root().toString()));
    }
}
