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

    public Doctor(Home home, Settings settings) {
        this.home = home;
        this.settings = settings;
    }

    public List<Finding> examine() {
        List<Finding> findings = new ArrayList<>(MachineChecks.all(home));
        findings.add(MachineChecks.ocr(
                settings.bind("recall.ingest", IngestSettings.class).ocr().settings()));
        findings.add(dataFolder());
        findings.add(database());
        findings.addAll(sources());
        findings.add(elasticsearch());
        findings.add(mail());
        findings.add(schedule());
        return findings;
    }

    private Finding dataFolder() {
        Path data = home.data();
        Path existing = Files.exists(data) ? data : home.root();
        return Files.isWritable(existing)
                ? Finding.ok("data folder", data + " can be written to")
                : Finding.lack("data folder", existing + " cannot be written to; give this user the right to");
    }

    private Finding database() {
        DatabaseSettings database = settings.bind("recall.archive", DatabaseSettings.class);
        String url = database.url();
        if (url == null || url.isBlank()) {
            return Finding.ok("archive", "an H2 file in " + home.data());
        }
        try (HikariDataSource pool = Database.open(database, home);
                Connection connection = pool.getConnection()) {
            return Finding.ok(
                    "archive",
                    connection.getMetaData().getDatabaseProductName() + " "
                            + connection.getMetaData().getDatabaseProductVersion() + " answers");
        } catch (SQLException e) {
            return Finding.lack("archive", String.valueOf(Database.explain(e).getMessage()));
        }
    }

    private List<Finding> sources() {
        List<Finding> findings = new ArrayList<>();
        IngestSettings ingest = settings.bind("recall.ingest", IngestSettings.class);
        for (SourceSettings source : ingest.sources()) {
            Path path = source.path();
            String what = "source " + source.name();
            if (path != null) {
                Path place = home.root().resolve(path);
                findings.add(
                        Files.isReadable(place)
                                ? Finding.ok(what, place + " can be read")
                                : Finding.lack(
                                        what, place + " is missing or cannot be read; correct recall.ingest.sources"));
            } else {
                findings.add(ImapSources.tried(source, home.root(), Clock.systemUTC())
                        .map(problem -> Finding.lack(what, problem.sentence()))
                        .orElseGet(() -> Finding.ok(what, source.host() + " lets the account in and has its folders")));
            }
        }
        if (findings.isEmpty()) {
            findings.add(Finding.lack("sources", "recall.ingest.sources names none; add a mailbox or a workbook"));
        }
        return findings;
    }

    private Finding elasticsearch() {
        ElasticsearchSettings elasticsearch =
                settings.bindValidated("recall.elasticsearch", ElasticsearchSettings.class);
        if (elasticsearch.usesEmbeddedNode()) {
            return Finding.ok("Elasticsearch", "the program starts its own");
        }
        URI first = elasticsearch.uris().get(0);
        int port = first.getPort() < 0 ? 9200 : first.getPort();
        return reachable("Elasticsearch", String.valueOf(first.getHost()), port);
    }

    private Finding mail() {
        MailSettings mail = settings.bind("recall.mail", MailSettings.class);
        if (!mail.sends()) {
            return Finding.note(
                    "mail", "recall.mail.host is not set; reports are laid into " + home.data() + "/outbox");
        }
        return reachable("mail", String.valueOf(mail.host()), mail.portOrDefault());
    }

    private Finding schedule() {
        ScheduleSettings schedule = settings.bind("recall.schedule", ScheduleSettings.class);
        return Finding.ok("schedule", schedule.cron() + " in " + schedule.zoneOrDefault());
    }

    private static Finding reachable(String what, String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), MILLIS);
            return Finding.ok(what, host + ":" + port + " answers");
        } catch (IOException e) {
            return Finding.lack(
                    what,
                    host + ":" + port + " does not answer (" + e.getClass().getSimpleName()
                            + "); check the name, the port and the firewall");
        }
    }
}
