package org.talentrecall.config.doctor;

import java.util.Locale;
import java.util.ResourceBundle;
import org.talentrecall.config.Bundles;
import org.talentrecall.config.doctor.Finding.State;

/** Makes findings in the user's language. Immutable. */
final class Findings {
    private final ResourceBundle bundle;
    private final ResourceBundle english;

    Findings(Locale locale) {
        this.bundle = Bundles.of("doctor.doctor", locale);
        this.english = Bundles.of("doctor.doctor", Locale.ENGLISH);
    }

    /**
     * What is looked at.
     *
     * @param what stable, in English
     * @param name in the user's language
     */
    record Thing(String what, String name) {}

    /** @param key of the thing, without {@code what.} */
    Thing thing(String key, Object... arguments) {
        return new Thing(Bundles.filled(english, "what." + key, arguments), text("what." + key, arguments));
    }

    Finding ok(Thing thing, String key, Object... arguments) {
        return new Finding(State.OK, thing.what(), thing.name(), text(key, arguments));
    }

    Finding note(Thing thing, String key, Object... arguments) {
        return new Finding(State.NOTE, thing.what(), thing.name(), text(key, arguments));
    }

    Finding lack(Thing thing, String key, Object... arguments) {
        return new Finding(State.LACK, thing.what(), thing.name(), text(key, arguments));
    }

    /** A lack that another part of the program words. */
    static Finding lacking(Thing thing, String sentence) {
        return new Finding(State.LACK, thing.what(), thing.name(), sentence);
    }

    String text(String key, Object... arguments) {
        return Bundles.filled(bundle, key, arguments);
    }
}
