package org.talentrecall.config.database;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the archive lies, {@code recall.archive}.
 *
 * @param url a JDBC URL of H2 or PostgreSQL; null for an H2 file in the home's data folder
 * @param user null for H2's default
 * @param password better given as the environment variable {@code RECALL_ARCHIVE_PASSWORD}
 * @param connections size of the pool
 */
@ConfigurationProperties(prefix = "recall.archive", ignoreUnknownFields = false)
public record DatabaseSettings(
        @Nullable String url,
        @Nullable String user,
        @Nullable String password,
        @Nullable Integer connections) {}
