package org.talentrecall.scoring.recommendation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.talentrecall.archive.text.Translations;

/**
 * Renders {@link Text} in one language. Places are written <code>{0}</code>; there is no other syntax, so apostrophes and
 * braces in a message mean themselves. Numbers appear without grouping and with at most one decimal, dates in ISO 8601,
 * whatever the machine's locale. Safe for use by several threads.
 */
public final class Messages {
    private static final String SENTENCES = "org.talentrecall.scoring.recommendation.messages";
    private static final String SEPARATOR = "list.separator";
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    private final Locale locale;
    private final ResourceBundle bundle;

    private Messages(Locale locale, ResourceBundle bundle) {
        this.locale = locale;
        this.bundle = bundle;
    }

    /** The sentences of recommendations. Chinese for any Chinese locale, English for all others. */
    public static Messages in(Locale locale) {
        return of(SENTENCES, locale);
    }

    /**
     * Another bundle by the same rules.
     *
     * @param bundleName name of a bundle with the languages {@code zh_CN} and {@code en}
     */
    public static Messages of(String bundleName, Locale locale) {
        Locale chosen = locale.getLanguage().equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
        return new Messages(chosen, Translations.of(bundleName, chosen));
    }

    /** The language of the rendered texts: {@code zh-CN} or {@code en}. */
    public Locale locale() {
        return locale;
    }

    /** @throws MissingResourceException when the bundle lacks the key: a fault of the program */
    public String render(Text text) {
        String pattern = bundle.getString(text.key());
        return PLACE.matcher(pattern).replaceAll(place -> {
            int index = Integer.parseInt(place.group(1));
            return index < text.arguments().size()
                    ? Matcher.quoteReplacement(show(text.arguments().get(index)))
                    : "";
        });
    }

    /** A message without places, for example a column's title. */
    public String label(String key) {
        return bundle.getString(key);
    }

    private String show(Object argument) {
        if (argument instanceof Text text) {
            return render(text);
        }
        if (argument instanceof List<?> list) {
            return list.stream().map(this::show).collect(Collectors.joining(bundle.getString(SEPARATOR)));
        }
        if (argument instanceof Number number) {
            return new BigDecimal(number.toString())
                    .setScale(1, RoundingMode.HALF_UP)
                    .stripTrailingZeros()
                    .toPlainString();
        }
        return argument.toString();
    }
}
