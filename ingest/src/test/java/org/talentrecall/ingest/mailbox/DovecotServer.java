package org.talentrecall.ingest.mailbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A real Dovecot (2.3, as Debian 12 has it) with settings, certificate and mail of its own in one folder, on free ports
 * of the loopback address. Under root its mail belongs to nobody; as an ordinary user everything runs as that user.
 */
final class DovecotServer implements AutoCloseable {
    static final String USER = "hr";
    static final String PASSWORD = "geheim";

    private static final String STORE_PASSWORD = "changeit";
    private static final int NOBODY = 65534;

    private final Path folder;
    private final Process process;
    private final int port;
    private final int tlsPort;

    private DovecotServer(Path folder, Process process, int port, int tlsPort) {
        this.folder = folder;
        this.process = process;
        this.port = port;
        this.tlsPort = tlsPort;
    }

    /** @param introspection where access tokens are looked up; a port of this machine */
    static DovecotServer start(int introspection) throws Exception {
        Path folder = Files.createTempDirectory("dovecot");
        folder.toFile().setExecutable(true, false);
        folder.toFile().setReadable(true, false);
        Files.createDirectories(folder.resolve("mail"));
        certificates(folder);
        int port = freePort();
        int tlsPort = freePort();
        boolean root = "root".equals(System.getProperty("user.name"));
        Files.writeString(folder.resolve("oauth2.conf"), """
                introspection_mode = post
                introspection_url = http://127.0.0.1:%d/introspect
                username_attribute = username
                active_attribute = active
                active_value = true
                """.formatted(introspection));
        String conf = """
                base_dir = DIR/run
                state_dir = DIR/state
                log_path = DIR/dovecot.log
                protocols = imap
                listen = 127.0.0.1
                ssl = yes
                ssl_cert = <DIR/server.pem
                ssl_key = <DIR/server.key
                disable_plaintext_auth = yes
                auth_mechanisms = plain xoauth2
                first_valid_uid = 1
                mail_location = maildir:DIR/mail/%u:LAYOUT=fs:UTF-8
                mail_max_userip_connections = 100
                namespace inbox {
                  inbox = yes
                  separator = /
                }
                passdb {
                  driver = static
                  mechanisms = plain
                  args = password=SECRET
                }
                passdb {
                  driver = oauth2
                  mechanisms = xoauth2
                  args = DIR/oauth2.conf
                }
                userdb {
                  driver = static
                  args = uid=MAIL gid=MAIL home=DIR/mail/%u
                }
                service imap-login {
                  chroot =
                  inet_listener imap {
                    address = 127.0.0.1
                    port = PLAIN
                  }
                  inet_listener imaps {
                    address = 127.0.0.1
                    port = TLS
                    ssl = yes
                  }
                }
                service anvil {
                  chroot =
                }
                """.replace("DIR", folder.toString())
                .replace("SECRET", PASSWORD)
                .replace("MAIL", root ? Integer.toString(NOBODY) : id("-u"))
                .replace("PLAIN", Integer.toString(port))
                .replace("port = TLS", "port = " + tlsPort);
        if (!root) {
            String user = System.getProperty("user.name");
            conf += "default_login_user = " + user + "\ndefault_internal_user = " + user + "\ndefault_internal_group = "
                    + id("-gn") + "\n";
        }
        Files.writeString(folder.resolve("dovecot.conf"), conf);
        Process process = begun(folder);
        DovecotServer server = new DovecotServer(folder, process, port, tlsPort);
        server.awaited();
        return server;
    }

    private static Process begun(Path folder) {
        try {
            return new ProcessBuilder(
                            "dovecot",
                            "-F",
                            "-c",
                            folder.resolve("dovecot.conf").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("start.log").toFile())
                    .start();
        } catch (IOException e) {
            throw new AssertionError("dovecot is not installed: apt-get install dovecot-imapd", e);
        }
    }

    private void awaited() throws Exception {
        for (int tried = 0; tried < 100; tried++) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), tlsPort), 200);
                return;
            } catch (IOException e) {
                if (!process.isAlive()) {
                    break;
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        String said = Files.readString(folder.resolve("start.log"));
        close();
        throw new AssertionError("dovecot did not start: " + said);
    }

    int port() {
        return port;
    }

    int tlsPort() {
        return tlsPort;
    }

    /** The certificate of the authority that has signed the server's. */
    Path caFile() {
        return folder.resolve("ca.pem");
    }

    /** What Dovecot has logged. */
    String log() throws IOException {
        Path log = folder.resolve("dovecot.log");
        return Files.exists(log) ? Files.readString(log) : "";
    }

    /** The Maildir of a mailbox. */
    Path maildir(String name) {
        return name.equals("INBOX")
                ? folder.resolve("mail").resolve(USER)
                : folder.resolve("mail").resolve(USER).resolve(name);
    }

    /** Lays a message into a mailbox as a delivery long ago would have, neither recent nor seen. */
    void deliver(String name, int number, String text) throws IOException {
        Path cur = maildir(name).resolve("cur");
        if (!Files.exists(cur)) {
            for (String part : new String[] {"cur", "new", "tmp"}) {
                Files.createDirectories(maildir(name).resolve(part));
            }
        }
        Files.writeString(
                cur.resolve("%d.M%dP1.test:2,".formatted(1_700_000_000L + number, number)),
                text,
                StandardCharsets.UTF_8);
    }

    /** Gives the mail to the user that Dovecot reads it as; to be called behind deliveries. */
    void delivered() throws Exception {
        if ("root".equals(System.getProperty("user.name"))) {
            run("chown", "-R", NOBODY + ":" + NOBODY, folder.resolve("mail").toString());
        }
    }

    /** Throws away what gives a mailbox its UIDs, as a restored backup or a change of server does. */
    void forgetUids(String name) throws IOException {
        try (Stream<Path> files = Files.list(maildir(name))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String called = file.getFileName().toString();
                if (called.startsWith("dovecot-uidlist") || called.startsWith("dovecot.index")) {
                    Files.delete(file);
                }
            }
        }
    }

    /** File names of messages whose Seen flag is set. */
    long seen(String name) throws IOException {
        long seen = 0;
        for (String part : new String[] {"cur", "new"}) {
            try (Stream<Path> files = Files.list(maildir(name).resolve(part))) {
                seen += files.map(file -> file.getFileName().toString())
                        .filter(called -> called.replaceFirst("^.*:2,", "").contains("S"))
                        .count();
            }
        }
        return seen;
    }

    /** A certificate authority and a certificate for this machine, made by the JDK's own tool. */
    private static void certificates(Path folder) throws Exception {
        Path store = folder.resolve("certificates.p12");
        keytool(store, "ca", "CN=Test Authority", "-ext", "bc:c");
        keytool(store, "server", "CN=mail.example.com", "-signer", "ca", "-ext", "san=ip:127.0.0.1,dns:localhost");
        KeyStore keys = KeyStore.getInstance(store.toFile(), STORE_PASSWORD.toCharArray());
        Files.writeString(
                folder.resolve("ca.pem"),
                pem("CERTIFICATE", keys.getCertificate("ca").getEncoded()));
        StringBuilder chain = new StringBuilder();
        for (Certificate certificate : keys.getCertificateChain("server")) {
            chain.append(pem("CERTIFICATE", certificate.getEncoded()));
        }
        Files.writeString(folder.resolve("server.pem"), chain);
        Files.writeString(folder.resolve("server.key"), pem("PRIVATE KEY", key(keys)));
    }

    private static byte[] key(KeyStore keys) throws GeneralSecurityException {
        return keys.getKey("server", STORE_PASSWORD.toCharArray()).getEncoded();
    }

    private static String pem(String what, byte[] bytes) {
        String lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(bytes);
        return "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n";
    }

    private static void keytool(Path store, String alias, String name, String... more) throws Exception {
        String[] command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                alias,
                                "-dname",
                                name,
                                "-keyalg",
                                "RSA",
                                "-validity",
                                "30",
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                store.toString(),
                                "-storepass",
                                STORE_PASSWORD),
                        Stream.of(more))
                .toArray(String[]::new);
        run(command);
    }

    private static String id(String option) throws Exception {
        return run("id", option).strip();
    }

    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(String.join(" ", command) + ": " + said);
        }
        return said;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            process.onExit().get(10, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("dovecot did not stop", e);
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
