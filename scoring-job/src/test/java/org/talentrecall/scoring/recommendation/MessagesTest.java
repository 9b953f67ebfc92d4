package org.talentrecall.scoring.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class MessagesTest {
    @Test
    void both_languages_have_the_same_keys() {
        assertThat(keys(Locale.ENGLISH)).isEqualTo(keys(Locale.SIMPLIFIED_CHINESE));
    }

    @Test
    void joins_lists_in_the_manner_of_the_language() {
        Text text = Text.of("words", List.of("区块链", Text.words("ToB")));
        assertThat(Messages.in(Locale.CHINA).render(text)).isEqualTo("区块链、ToB");
        assertThat(Messages.in(Locale.FRENCH).render(text)).isEqualTo("区块链, ToB");
    }

    @Test
    void shows_numbers_and_dates_the_same_everywhere() {
        Messages messages = Messages.in(Locale.ENGLISH);
        assertThat(messages.render(Text.of("words", 18000))).isEqualTo("18000");
        assertThat(messages.render(Text.of("words", 2.25))).isEqualTo("2.3");
        assertThat(messages.render(Text.of("words", 100.0))).isEqualTo("100");
        assertThat(messages.render(Text.of("words", LocalDate.of(2026, 3, 1)))).isEqualTo("2026-03-01");
    }

    @Test
    void words_with_braces_and_dollars_mean_themselves() {
        assertThat(Messages.in(Locale.ENGLISH).render(Text.words("it's {0} for $1 \\ done")))
                .isEqualTo("it's {0} for $1 \\ done");
    }

    @Test
    void refuses_what_no_message_can_show() {
        assertThatIllegalArgumentException().isThrownBy(() -> Text.of("words", new Object()));
    }

    private static java.util.Set<String> keys(Locale locale) {
        return new java.util.TreeSet<>(
                ResourceBundle.getBundle("org.talentrecall.scoring.recommendation.messages", locale)
                        .keySet());
    }
}
