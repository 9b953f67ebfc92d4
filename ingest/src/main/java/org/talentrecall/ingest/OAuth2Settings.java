package org.talentrecall.ingest;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Signing in by OAuth 2, as Microsoft 365 and Google want it.
 *
 * @param tokenUri for example {@code https://login.microsoftonline.com/TENANT/oauth2/v2.0/token}
 * @param clientSecret for clients that have one, plain or better as {@code ${…}} from the environment
 * @param scope as the provider wants it, for example {@code https://outlook.office365.com/IMAP.AccessAsUser.All offline_access}
 * @param refreshToken plain or better as {@code ${…}}
 * @param refreshTokenFile a file that holds nothing but the refresh token, instead; a newer token is written there
 */
public record OAuth2Settings(
        @Nullable URI tokenUri,
        @Nullable String clientId,
        @Nullable Secret clientSecret,
        @DefaultValue("") String scope,
        @Nullable Secret refreshToken,
        @Nullable Path refreshTokenFile) {
    public OAuth2Settings {
        List<String> faults = new ArrayList<>();
        if (tokenUri == null || clientId == null) {
            faults.add("needs token-uri and client-id");
        }
        if ((refreshToken == null) == (refreshTokenFile == null)) {
            faults.add("needs either refresh-token or refresh-token-file");
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(
                    "oauth2 of a source of recall.ingest.sources " + String.join(", and it ", faults));
        }
    }
}
