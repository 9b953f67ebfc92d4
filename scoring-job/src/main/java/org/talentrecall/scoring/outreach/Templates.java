package org.talentrecall.scoring.outreach;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.RejectionCode;

/**
 * The templates of messages, one for each kind of reason and language. A file of the same name in the operator's folder
 * (for example {@code headcount-frozen_zh_CN.txt}) takes the place of the program's own. Read once. Safe for use by
 * several threads.
 */
public final class Templates {
    private static final String GENERAL = "general";

    private final @Nullable Path folder;
    private final Map<String, Template> read = new ConcurrentHashMap<>();

    /** @param folder the operator's templates; may be missing */
    public Templates(@Nullable Path folder) {
        this.folder = folder;
    }

    static String name(RejectionCode code) {
        return switch (code) {
            case HEADCOUNT_FROZEN -> "headcount-frozen";
            case SALARY -> "salary";
            case SKILL_GAP, EXPERIENCE_GAP -> "gap";
            case LEVEL -> "level";
            case LOCATION -> "location";
            case TIMING, COMPETING_OFFER, CANDIDATE_DECLINED -> "moment";
            case CULTURE, INTEGRITY, UNKNOWN -> GENERAL;
        };
    }

    Template find(String name, Locale language) {
        String suffix = language.getLanguage().equals("zh") ? "_zh_CN" : "_en";
        return read.computeIfAbsent(name + suffix + ".txt", this::read);
    }

    private Template read(String file) {
        try {
            if (folder != null && Files.isRegularFile(folder.resolve(file))) {
                return Template.parse(file, Files.readString(folder.resolve(file)));
            }
            try (InputStream own = Templates.class.getResourceAsStream("templates/" + file)) {
                if (own == null) {
                    throw new IllegalStateException("The program's own template " + file + " is missing from its jar");
                }
                return Template.parse(file, new String(own.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot read the message template " + file + ": repair or remove it in the templates folder", e);
        }
    }
}
