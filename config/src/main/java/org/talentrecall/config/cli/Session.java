package org.talentrecall.config.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.talentrecall.archive.audit.Actor;
import org.talentrecall.config.home.Home;
import org.talentrecall.config.settings.Settings;

/**
 * What one command works with.
 *
 * @param actor in whose name the audit enters what the command does
 * @param out for what was asked for
 * @param err for progress and complaints
 */
record Session(Home home, Settings settings, Texts texts, Actor actor, PrintWriter out, PrintWriter err, Clock clock) {
    /** The zone in which a night has its date, {@code recall.schedule.zone}. */
    ZoneId zone() {
        String zone = settings.environment().getProperty("recall.schedule.zone");
        return zone == null ? clock.getZone() : ZoneId.of(zone);
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(zone()));
    }
}
