package org.talentrecall.config.rejected;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.talentrecall.config.Bundles;

/**
 * Says in the user's language why a record was rejected. The archive keeps a code and an English sentence; a language that
 * has words for the code uses these, and takes the sentence along where it tells more than the code can. Immutable.
 */
public final class ReasonText {
    /** Where readers of rows say that it is: {@code , sheet 面试记录, cell B12}. */
    private static final Pattern PLACE =
            Pattern.compile("(?:, sheet (.+?))?(?:, | in )(row|cell) ([A-Z]{0,3}\\d{1,7})(?!\\d)");

    private final ResourceBundle words;
    private final ResourceBundle texts;
    private final Locale locale;

    public ReasonText(Locale locale) {
        this.locale = locale;
        this.words = Bundles.of("rejected.reasons", locale);
        this.texts = Bundles.of("rejected.rejected", locale);
    }

    /** What is wrong, where, and what to do. */
    public String of(String code, String sentence) {
        if (!words.containsKey(code)) {
            return sentence;
        }
        String reason = words.getString(code);
        String said = new MessageFormat(reason, locale).format(new Object[] {sentence});
        return reason.contains("{0}") ? said : said + place(sentence);
    }

    /** The row or cell that the sentence names, in brackets; empty when it names none. */
    private String place(String sentence) {
        Matcher place = PLACE.matcher(sentence);
        if (!place.find()) {
            return "";
        }
        String sheet = place.group(1);
        return sheet == null
                ? Bundles.filled(texts, "place." + place.group(2), place.group(3))
                : Bundles.filled(texts, "place.sheet." + place.group(2), place.group(3), sheet);
    }
}
