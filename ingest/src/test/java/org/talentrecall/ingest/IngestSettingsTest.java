package org.talentrecall.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;
import org.talentrecall.ingest.mailbox.ImapAccount;

class IngestSettingsTest {
    private static IngestSettings bind(String... pairs) {
        Map<String, String> properties = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            properties.put("recall.ingest." + pairs[i], pairs[i + 1]);
        }
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate(
                        "recall.ingest",
                        Bindable.of(IngestSettings.class),
                        new NoUnboundElementsBindHandler(BindHandler.DEFAULT, source -> true));
    }

    private static String fault(String... pairs) {
        try {
            bind(pairs);
        } catch (RuntimeException e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            return String.valueOf(cause.getMessage());
        }
        return "no fault";
    }

    @Test
    void has_defaults_for_all_but_the_sources() {
        IngestSettings settings = bind();

        assertThat(settings.sources()).isEmpty();
        assertThat(settings.ownDomains()).isEmpty();
        assertThat(settings.bosses()).isEmpty();
        assertThat(settings.limits().messageSize()).isEqualTo(DataSize.ofMegabytes(50));
        assertThat(settings.limits().documentSize()).isEqualTo(DataSize.ofMegabytes(30));
        assertThat(settings.limits().documentCharacters()).isEqualTo(1_000_000);
        assertThat(settings.limits().documentTime()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void binds_files_and_accounts() {
        IngestSettings settings = bind(
                "own-domains[0]", "corp.example.com",
                "sources[0].name", "hr-inbox",
                "sources[0].kind", "mbox",
                "sources[0].path", "config/sample/mail/hr-inbox.mbox",
                "sources[1].name", "hr-imap",
                "sources[1].kind", "imap",
                "sources[1].host", "imap.example.com",
                "sources[1].user", "hr",
                "sources[1].password", "geheim",
                "sources[1].folders", "INBOX,Archive",
                "sources[1].folder-hint", "applications");

        SourceSettings files = settings.sources().get(0);
        assertThat(files.pathBelow(Path.of("/home/recall")))
                .isEqualTo(Path.of("/home/recall/config/sample/mail/hr-inbox.mbox"));
        SourceSettings imap = settings.sources().get(1);
        assertThat(imap.security()).isEqualTo(ImapAccount.Security.TLS);
        assertThat(imap.folders()).isEqualTo(List.of("INBOX", "Archive"));
        assertThat(settings.toString()).doesNotContain("geheim");
    }

    @Test
    void says_what_is_wrong_with_a_source() {
        assertThat(fault("sources[0].name", "x")).contains("source x", "needs a kind");
        assertThat(fault("sources[0].name", "x", "sources[0].kind", "mbox")).contains("needs a path");
        assertThat(fault("sources[0].kind", "imap", "sources[0].port", "0"))
                .contains("needs a name", "needs host and user", "either password or password-file", "port");
        assertThat(fault(
                        "sources[0].name",
                        "x",
                        "sources[0].kind",
                        "eml",
                        "sources[0].path",
                        "a",
                        "sources[0].host",
                        "h"))
                .contains("only kind imap knows");
        assertThat(fault(
                        "sources[0].name",
                        "x",
                        "sources[0].kind",
                        "eml",
                        "sources[0].path",
                        "a",
                        "sources[1].name",
                        "x",
                        "sources[1].kind",
                        "eml",
                        "sources[1].path",
                        "b"))
                .contains("two sources", "named x");
        assertThat(fault("limits.document-characters", "0")).contains("above zero");
    }

    @Test
    void refuses_settings_it_does_not_know() {
        assertThatThrownBy(() -> bind(
                        "sources[0].name",
                        "x",
                        "sources[0].kind",
                        "eml",
                        "sources[0].path",
                        "a",
                        "sources[0].pth",
                        "b"))
                .hasStackTraceContaining("sources[0].pth");
    }
}
