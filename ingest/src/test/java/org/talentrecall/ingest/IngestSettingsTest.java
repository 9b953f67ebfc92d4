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
import org.talentrecall.ingest.imap.CertificateTrust;
import org.talentrecall.ingest.imap.FolderPattern;
import org.talentrecall.ingest.imap.ImapAccount;
import org.talentrecall.ingest.mailbox.Mailbox;

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
        assertThat(settings.listSenders()).isEmpty();
        assertThat(settings.limits().attachedRows()).isEqualTo(20_000);
        assertThat(settings.limits().messageSize()).isEqualTo(DataSize.ofMegabytes(50));
        assertThat(settings.limits().documentSize()).isEqualTo(DataSize.ofMegabytes(30));
        assertThat(settings.limits().documentCharacters()).isEqualTo(300_000);
        assertThat(settings.limits().messageTime()).isEqualTo(Duration.ofSeconds(60));
        assertThat(settings.limits().depth()).isEqualTo(8);
        assertThat(settings.limits().entries()).isEqualTo(1000);
        assertThat(settings.limits().expandedSize()).isEqualTo(DataSize.ofMegabytes(300));
        assertThat(settings.ocr().enabled()).isTrue();
        assertThat(settings.ocr().languages()).isEqualTo("chi_sim+eng");
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
                .contains("needs a name", "needs host and user", "one of password, password-file and oauth2", "port");
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
    void binds_oauth2_certificates_and_folder_patterns() {
        SourceSettings source = bind(
                        "sources[0].name", "hr-365",
                        "sources[0].kind", "imap",
                        "sources[0].host", "outlook.office365.com",
                        "sources[0].user", "hr@corp.example.com",
                        "sources[0].oauth2.token-uri", "https://login.example.com/token",
                        "sources[0].oauth2.client-id", "4711",
                        "sources[0].oauth2.client-secret", "geheim",
                        "sources[0].oauth2.refresh-token-file", "config/refresh-token",
                        "sources[0].ca-file", "config/ca.pem",
                        "sources[0].certificate-sha256", "AB:".repeat(31) + "AB",
                        "sources[0].folders", "INBOX,招聘/*",
                        "sources[0].exclude", "招聘/垃圾",
                        "sources[0].folder-hints[0].folders", "招聘/面试记录",
                        "sources[0].folder-hints[0].hint", "interview-notes")
                .sources()
                .get(0);

        assertThat(source.oauth2()).isNotNull();
        assertThat(source.toString()).doesNotContain("geheim");
        Mailbox.Account account = ImapSources.account(source, Path.of("/home/recall"), java.time.Clock.systemUTC());
        assertThat(account.account().port()).isEqualTo(993);
        assertThat(account.account().trust())
                .isEqualTo(new CertificateTrust(Path.of("/home/recall/config/ca.pem"), List.of("ab".repeat(32))));
        assertThat(account.account().signIn()).isInstanceOf(ImapAccount.ByToken.class);
        assertThat(account.folders()).extracting(FolderPattern::text).containsExactly("INBOX", "招聘/*");
        assertThat(account.excluded()).extracting(FolderPattern::text).containsExactly("招聘/垃圾");
        assertThat(account.hints()).extracting(Mailbox.FolderHint::hint).containsExactly("interview-notes");
    }

    @Test
    void says_what_is_wrong_with_an_account() {
        String[] imap = {
            "sources[0].name", "x", "sources[0].kind", "imap", "sources[0].host", "h", "sources[0].user", "u"
        };
        assertThat(fault(with(imap, "sources[0].password", "p", "sources[0].oauth2.token-uri", "https://a/b")))
                .contains("oauth2", "needs token-uri and client-id", "refresh-token-file");
        assertThat(fault(with(imap, "sources[0].password", "p", "sources[0].certificate-sha256", "abc")))
                .contains("source x", "64 hexadecimal digits");
        assertThat(fault(with(
                        imap,
                        "sources[0].password",
                        "p",
                        "sources[0].security",
                        "none",
                        "sources[0].ca-file",
                        "ca.pem")))
                .contains("security none");
        assertThat(fault(with(
                        imap,
                        "sources[0].oauth2.token-uri",
                        "http://login.example.com/token",
                        "sources[0].oauth2.client-id",
                        "c",
                        "sources[0].oauth2.refresh-token",
                        "r")))
                .contains("not https");
    }

    private static String[] with(String[] pairs, String... more) {
        String[] all = java.util.Arrays.copyOf(pairs, pairs.length + more.length);
        System.arraycopy(more, 0, all, pairs.length, more.length);
        return all;
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
