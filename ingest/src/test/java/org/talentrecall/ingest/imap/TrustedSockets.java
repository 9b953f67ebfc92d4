package org.talentrecall.ingest.imap;

import javax.net.ssl.SSLSocketFactory;

/** Lets tests of other packages connect under a trust. */
public final class TrustedSockets {
    private TrustedSockets() {}

    public static SSLSocketFactory of(CertificateTrust trust) throws Exception {
        return trust.sockets();
    }
}
