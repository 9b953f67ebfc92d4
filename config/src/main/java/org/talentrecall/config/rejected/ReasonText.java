package org.talentrecall.config.rejected;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.talentrecall.config.Bundles;

/**
 * Says in the user's language why a record was rejected. The archive keeps a code and an English sentence; a language that
 * has words for the code uses these, and takes the sentence along where it tells more than the code can. Immutable.
 */
public final class ReasonText {
    private final ResourceBundle words;
    private final Locale locale;

    public ReasonText(Locale locale) {
        this.locale = locale;
        this.words = Bundles.of("rejected.reasons", locale);
    }

    /** What is wrong and what to do. */
    public String of(String code, String sentence) {
        return words.containsKey(code)
                ? new MessageFormat(words.getString(code), locale).format(new Object[] {sentence})
                : sentence;
    }
}
