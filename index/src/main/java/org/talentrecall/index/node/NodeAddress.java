package org.talentrecall.index.node;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Where a running embedded node answers, and as whom to ask. */
public record NodeAddress(URI uri, String user, String password) {
    /** The value of the Authorization header. */
    public String authorization() {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return uri.toString();
    }
}
