package org.talentrecall.ingest.imap;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Which server certificates are accepted.
 *
 * <p>Without anything: those that Java's own authorities have signed. With a CA file: those that its authorities have
 * signed. With fingerprints alone: exactly those certificates, whoever signed them and whatever name they bear. With
 * both: those that satisfy both.
 *
 * @param caFile certificates in PEM or DER
 * @param fingerprints SHA-256 of the server's certificate in hexadecimal; colons and case do not count
 */
public record CertificateTrust(@Nullable Path caFile, List<String> fingerprints) {
    /** Java's own authorities. */
    public static final CertificateTrust USUAL = new CertificateTrust(null, List.of());

    private static final int DIGITS = 64;

    public CertificateTrust {
        fingerprints = checked(fingerprints);
    }

    /** Fingerprints in one notation. */
    public static List<String> checked(List<String> fingerprints) {
        return fingerprints.stream().map(CertificateTrust::digits).toList();
    }

    /** A certificate that is not accepted, with its fingerprint so that it can be compared and pinned. */
    static final class NotTrusted extends CertificateException {
        private static final long serialVersionUID = 1;

        private final String fingerprint;

        NotTrusted(String fingerprint, @Nullable Throwable cause) {
            super("certificate " + fingerprint + " is not trusted", cause);
            this.fingerprint = fingerprint;
        }

        String fingerprint() {
            return fingerprint;
        }
    }

    /** Whether the name in the certificate has to be the host's. */
    boolean checksName() {
        return caFile != null || fingerprints.isEmpty();
    }

    /**
     * What makes TLS connections under this trust.
     *
     * @throws IOException when the CA file cannot be read
     * @throws GeneralSecurityException when it holds no certificates
     */
    SSLSocketFactory sockets() throws IOException, GeneralSecurityException {
        X509ExtendedTrustManager signed = checksName() ? authorities() : null;
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Checked(signed, Set.copyOf(fingerprints))}, null);
        return context.getSocketFactory();
    }

    private X509ExtendedTrustManager authorities() throws IOException, GeneralSecurityException {
        KeyStore store = null;
        if (caFile != null) {
            store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate certificate : certificates(caFile)) {
                store.setCertificateEntry("ca-" + ++number, certificate);
            }
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509ExtendedTrustManager usable) {
                return usable;
            }
        }
        throw new NoSuchAlgorithmException("Java offers no check of X.509 certificates");
    }

    private static Collection<? extends Certificate> certificates(Path file) throws IOException, CertificateException {
        try (InputStream input = Files.newInputStream(file)) {
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(input);
            if (found.isEmpty()) {
                throw new CertificateException("no certificate in the CA file");
            }
            return found;
        }
    }

    private static String digits(String fingerprint) {
        String digits = fingerprint
                .replaceAll("(?i)^sha-?256[:/ ]*", "")
                .replaceAll("[:\\s]", "")
                .toLowerCase(Locale.ROOT);
        if (digits.length() != DIGITS || !digits.matches("[0-9a-f]+")) {
            throw new IllegalArgumentException("a certificate-sha256 that is not 64 hexadecimal digits");
        }
        return digits;
    }

    static String fingerprint(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Checks signatures where there are authorities, and fingerprints where there are some. */
    private static final class Checked extends X509ExtendedTrustManager {
        private final @Nullable X509ExtendedTrustManager signed;
        private final Set<String> fingerprints;

        Checked(@Nullable X509ExtendedTrustManager signed, Set<String> fingerprints) {
            this.signed = signed;
            this.fingerprints = fingerprints;
        }

        @FunctionalInterface
        private interface Check {
            void of(X509ExtendedTrustManager signed) throws CertificateException;
        }

        private void check(X509Certificate[] chain, Check check) throws CertificateException {
            String leaf = fingerprint(chain[0]);
            if (signed != null) {
                try {
                    check.of(signed);
                } catch (CertificateException e) {
                    throw new NotTrusted(leaf, e);
                }
            }
            if (!fingerprints.isEmpty() && !fingerprints.contains(leaf)) {
                throw new NotTrusted(leaf, null);
            }
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            check(chain, by -> by.checkServerTrusted(chain, type));
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            check(chain, by -> by.checkServerTrusted(chain, type, socket));
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            check(chain, by -> by.checkServerTrusted(chain, type, engine));
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("no client signs in here");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            throw new CertificateException("no client signs in here");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            throw new CertificateException("no client signs in here");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return signed == null ? new X509Certificate[0] : signed.getAcceptedIssuers();
        }
    }
}
