package org.talentrecall.archive.review;

import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import org.talentrecall.archive.text.TextFolding;
import org.talentrecall.archive.text.Translations;

/** The words of a review form in a language. Immutable. */
public final class ReviewWords {
    private static final String BUNDLE = "org.talentrecall.archive.review.review";
    private static final List<ReviewWords> ALL = List.of(in(Locale.SIMPLIFIED_CHINESE), in(Locale.ENGLISH));

    private final ResourceBundle bundle;

    private ReviewWords(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /** Chinese for any Chinese locale, English for all others. */
    public static ReviewWords in(Locale locale) {
        Locale chosen = locale.getLanguage().equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
        return new ReviewWords(Translations.of(BUNDLE, chosen));
    }

    /** @throws MissingResourceException for a key that the bundle lacks: a fault of the program */
    public String of(String key) {
        return bundle.getString(key);
    }

    /** What a choice is called in the list of a cell. */
    public String of(Choice choice) {
        String words = choice.words();
        if (words == null) {
            return bundle.getString("choice." + choice.code());
        }
        String known = "choice." + words;
        return bundle.containsKey(known) ? bundle.getString(known) : words;
    }

    /** The choice that a cell means, in whatever language or by its code. */
    static Optional<Choice> read(String cell, List<Choice> choices) {
        String wanted = TextFolding.fold(cell);
        for (Choice choice : choices) {
            boolean meant = TextFolding.fold(choice.code()).equals(wanted)
                    || ALL.stream()
                            .anyMatch(
                                    words -> TextFolding.fold(words.of(choice)).equals(wanted));
            if (meant) {
                return Optional.of(choice);
            }
        }
        return Optional.empty();
    }
}
