package org.talentrecall.index.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** The files of one node's folder. Those that only we may read are ours alone; the node's own are the node user's. */
record NodeFiles(Path folder) {
    static final String USER = "recall";
    private static final int ROUNDS = 10_000;
    private static final int HASH_BITS = 256;

    Path programs() {
        return folder.resolve("program");
    }

    Path config() {
        return folder.resolve("config");
    }

    Path data() {
        return folder.resolve("data");
    }

    Path logs() {
        return folder.resolve("logs");
    }

    Path temporary() {
        return folder.resolve("tmp");
    }

    Path keeper() {
        return folder.resolve("keeper");
    }

    /** Every program that uses the node holds a shared lock on it. */
    Path users() {
        return folder.resolve("users.lock");
    }

    /** Held by the program that is just starting the node. */
    Path starting() {
        return folder.resolve("start.lock");
    }

    /** Locked as long as the keeper lives. */
    Path kept() {
        return folder.resolve("keeper.lock");
    }

    /** Process ids of keeper and node. */
    Path note() {
        return folder.resolve("node.properties");
    }

    Path log() {
        return folder.resolve("node.log");
    }

    /** Written by the node when it listens. */
    Path ports() {
        return logs().resolve("http.ports");
    }

    private Path secret() {
        return folder.resolve("password");
    }

    /** The node's password; made at the first start. */
    String password() throws IOException {
        if (Files.exists(secret())) {
            return Files.readString(secret()).strip();
        }
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Path draft = Files.createTempFile(
                folder,
                "password",
                null,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, password);
        Files.move(draft, secret(), StandardCopyOption.ATOMIC_MOVE);
        return password;
    }

    /** Writes the node's settings anew; what an earlier start left is replaced. */
    void configure(Path program, NodeUser user) throws IOException {
        for (Path own : List.of(config(), data(), logs(), temporary())) {
            Files.createDirectories(own);
        }
        Files.deleteIfExists(ports());
        Files.writeString(config().resolve("elasticsearch.yml"), settings());
        Files.writeString(config().resolve("log4j2.properties"), logging());
        Files.write(config().resolve("jvm.options"), virtualMachine(program));
        Files.writeString(config().resolve("users"), USER + ":" + hash(password()) + "\n");
        Files.writeString(config().resolve("users_roles"), "superuser:" + USER + "\n");
        if (Files.exists(log())) {
            Files.move(log(), folder.resolve("node.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        for (Path own : List.of(config(), data(), logs(), temporary())) {
            user.own(own);
            Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwx------"));
        }
        if (user.root()) {
            Program.open(folder);
        }
    }

    /**
     * One node for one machine. It listens on the loopback address only, on ports that the system chooses. The disk
     * watermarks are off: a machine whose disk is fairly full must not find its index read-only.
     */
    private String settings() {
        return """
                cluster.name: talent-recall
                node.name: recall
                node.portsfile: true
                discovery.type: single-node
                network.host: 127.0.0.1
                http.port: 0
                transport.port: 0
                path.data: %s
                path.logs: %s
                action.auto_create_index: false
                cluster.routing.allocation.disk.threshold_enabled: false
                xpack.security.enabled: true
                xpack.security.autoconfiguration.enabled: false
                xpack.security.authc.realms.file.recall.order: 0
                """.formatted(quoted(data()), quoted(logs()));
    }

    private static String quoted(Path path) {
        return '"' + path.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String logging() {
        return """
                status = error
                appender.console.type = Console
                appender.console.name = console
                appender.console.layout.type = PatternLayout
                appender.console.layout.pattern = %d{ISO8601} %-5p %-25c{1.} %m%consoleException%n
                rootLogger.level = info
                rootLogger.appenderRef.console.ref = console
                logger.deprecation.name = org.elasticsearch.deprecation
                logger.deprecation.level = error
                """;
    }

    /** The distribution's own options without its 2 GB of collector logs and its heap dumps, which hold personal data. */
    private static List<String> virtualMachine(Path program) throws IOException {
        return Files.readAllLines(program.resolve("config").resolve("jvm.options")).stream()
                .filter(line -> !line.contains("-Xlog:") && !line.contains("HeapDump") && !line.contains("ErrorFile"))
                .toList();
    }

    /** In the form that Elasticsearch's file realm reads. */
    private static String hash(String password) {
        byte[] salt = new byte[32];
        new SecureRandom().nextBytes(salt);
        try {
            byte[] hash = SecretKeyFactory.getInstance("PBKDF2withHMACSHA512")
                    .generateSecret(new PBEKeySpec(password.toCharArray(), salt, ROUNDS, HASH_BITS))
                    .getEncoded();
            Base64.Encoder text = Base64.getEncoder();
            return "{PBKDF2}" + ROUNDS + "$" + text.encodeToString(salt) + "$" + text.encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new NodeUnavailable("This JDK has no PBKDF2: run with a JDK 17 or newer from a common vendor", e);
        }
    }

    /** Puts the keeper's class where a JVM finds it. */
    void placeKeeper() throws IOException {
        String name = NodeKeeper.class.getName().replace('.', '/') + ".class";
        Path target = keeper().resolve(name);
        Files.createDirectories(target.getParent());
        try (var in = NodeKeeper.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("The program lacks its own class " + name);
            }
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The end of the node's log. */
    String logTail() throws IOException {
        if (!Files.exists(log())) {
            return "";
        }
        String all = new String(Files.readAllBytes(log()), StandardCharsets.UTF_8);
        return all.substring(Math.max(0, all.length() - 20_000));
    }
}
