package org.talentrecall.config.doctor;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.talentrecall.config.database.Database;
import org.talentrecall.config.database.DatabaseSettings;
import org.talentrecall.config.home.Home;
import org.talentrecall.config.schedule.ScheduleSettings;
import org.talentrecall.config.settings.Settings;
import org.talentrecall.index.ElasticsearchSettings;
import org.talentrecall.ingest.ImapSources;
import org.talentrecall.ingest.IngestSettings;
import org.talentrecall.ingest.SourceSettings;
import org.talentrecall.scoring.mail.MailSettings;

/** Looks at the machine, the settings, the sources and the services, and says of each how it stands. Changes nothing. */
public final class Doctor {
    private static final int MILLIS = 5_000;

    private final Home home;
    private final Settings settings;
    private final Locale locale;
    private final Findings findings;

    /** @param locale of the findings */
    public Doctor(Home home, Settings settings, Locale locale) {
        this.home = home;
        this.settings = settings;
        this.locale = locale;
        this.findings = new Findings(locale);
    }

    public List<Finding> examine() {
        MachineChecks machine = new MachineChecks(findings);
        List<Finding> all = new ArrayList<>(machine.all(home));
        all.add(machine.ocr(
                settings.bind("recall.ingest", IngestSettings.class).ocr().settings()));
        all.add(dataFolder());
        all.add(database());
        all.addAll(sources());
        all.add(elasticsearch());
        all.add(mail());
        all.add(schedule());
        return all;
    }

    private Finding dataFolder() {
        Path data = home.data();
        Path existing = Files.exists(data) ? data : home.root();
        Findings.Thing what = findings.thing("data");
        return Files.isWritable(existing) ? findings.ok(what, "data", data) : findings.lack(what, "data.not", existing);
    }

    private Finding database() {
        DatabaseSettings database = settings.bind("recall.archive", DatabaseSettings.class);
        String url = database.url();
        Findings.Thing what = findings.thing("archive");
        if (url == null || url.isBlank()) {
            return findings.ok(what, "archive.file", home.data());
        }
        try (HikariDataSource pool = Database.open(database, home);
                Connection connection = pool.getConnection()) {
            return findings.ok(
                    what,
                    "archive.server",
                    connection.getMetaData().getDatabaseProductName(),
                    connection.getMetaData().getDatabaseProductVersion());
        } catch (SQLException e) {
            return Findings.lacking(what, Database.explain(e).sentence(locale));
        }
    }

    private List<Finding> sources() {
        List<Finding> all = new ArrayList<>();
        IngestSettings ingest = settings.bind("recall.ingest", IngestSettings.class);
        for (SourceSettings source : ingest.sources()) {
            Path path = source.path();
            Findings.Thing what = findings.thing("source", String.valueOf(source.name()));
            if (path != null) {
                Path place = home.root().resolve(path);
                all.add(
                        Files.isReadable(place)
                                ? findings.ok(what, "source.path", place)
                                : findings.lack(what, "source.path.not", place));
            } else {
                all.add(ImapSources.tried(source, home.root(), Clock.systemUTC())
                        .map(problem -> Findings.lacking(what, problem.sentence()))
                        .orElseGet(() -> findings.ok(what, "source.server", String.valueOf(source.host()))));
            }
        }
        if (all.isEmpty()) {
            all.add(findings.lack(findings.thing("sources"), "sources.none"));
        }
        return all;
    }

    private Finding elasticsearch() {
        ElasticsearchSettings elasticsearch =
                settings.bindValidated("recall.elasticsearch", ElasticsearchSettings.class);
        Findings.Thing what = findings.thing("elasticsearch");
        if (elasticsearch.usesEmbeddedNode()) {
            return findings.ok(what, "elasticsearch.own");
        }
        URI first = elasticsearch.uris().get(0);
        int port = first.getPort() < 0 ? 9200 : first.getPort();
        return reachable(what, String.valueOf(first.getHost()), port);
    }

    private Finding mail() {
        MailSettings mail = settings.bind("recall.mail", MailSettings.class);
        Findings.Thing what = findings.thing("mail");
        if (!mail.sends()) {
            return findings.note(what, "mail.none", home.data());
        }
        return reachable(what, String.valueOf(mail.host()), mail.portOrDefault());
    }

    private Finding schedule() {
        ScheduleSettings schedule = settings.bind("recall.schedule", ScheduleSettings.class);
        return findings.ok(findings.thing("schedule"), "schedule", schedule.cron(), schedule.zoneOrDefault());
    }

    private Finding reachable(Findings.Thing what, String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), MILLIS);
            return findings.ok(what, "reached", host, port);
        } catch (IOException e) {
            return findings.lack(what, "reached.not", host, port, e.getClass().getSimpleName());
        }
    }
}
