package org.talentrecall.config.dossier;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.ResourceBundle;
import org.talentrecall.config.Bundles;

/** The words around a dossier's values, in the user's language. */
public final class DossierTexts {
    private final ResourceBundle bundle;
    private final ZoneId zone;

    /** @param zone by whose clock times are shown */
    public DossierTexts(Locale locale, ZoneId zone) {
        this.bundle = Bundles.of("dossier.dossier", locale);
        this.zone = zone;
    }

    /** By the clock where the product is used, to the minute. */
    LocalDateTime clock(Instant time) {
        return LocalDateTime.ofInstant(time, zone).truncatedTo(ChronoUnit.MINUTES);
    }

    /** The same to the second, with what it differs from UTC. */
    String exactly(Instant time) {
        return OffsetDateTime.ofInstant(time.truncatedTo(ChronoUnit.SECONDS), zone)
                .toString();
    }

    String of(String key) {
        return bundle.getString(key);
    }

    /** The word for an enum constant, key {@code TypeName.CONSTANT}. */
    String of(Enum<?> constant) {
        return bundle.getString(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }

    /** The sentence for the code of a doubt; the code itself where none is written. */
    String question(String code) {
        return orItself("question.", code);
    }

    /** The word for a choice that is a code; a choice that is a value stands for itself. */
    String choice(String code) {
        return orItself("choice.", code);
    }

    private String orItself(String prefix, String code) {
        return bundle.containsKey(prefix + code) ? bundle.getString(prefix + code) : code;
    }
}
