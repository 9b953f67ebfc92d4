package org.talentrecall.scoring.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.talentrecall.archive.fact.Communication;
import org.talentrecall.archive.fact.Opinion;
import org.talentrecall.archive.fact.RejectionCode;
import org.talentrecall.scoring.followup.Exclusion;

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

    /** Keys with a changing end are held by the enum they end with, and by the tests that render them. */
    @Test
    void every_key_that_the_code_names_has_a_sentence() throws IOException {
        Pattern named = Pattern.compile("Text\\.of\\(\\s*\"([\\w.]+[a-z])\"\\s*[,)]");
        Set<String> keys = keys(Locale.ENGLISH);
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(MessagesTest::speaksByThisBundle).toList()) {
                Matcher matcher = named.matcher(Files.readString(file));
                while (matcher.find()) {
                    assertThat(keys).as(file.toString()).contains(matcher.group(1));
                }
            }
        }
        for (RejectionCode code : RejectionCode.values()) {
            assertThat(keys).contains("reason." + code);
        }
        for (Exclusion exclusion : Exclusion.values()) {
            assertThat(keys).contains("left.excluded." + exclusion);
        }
        for (Communication.Channel channel : Communication.Channel.values()) {
            assertThat(keys).contains("channel." + channel);
        }
        for (Opinion.Role role : Opinion.Role.values()) {
            assertThat(keys).contains("role." + role);
        }
    }

    /** The report has a bundle of its own for its labels. */
    private static boolean speaksByThisBundle(Path file) {
        return file.toString().endsWith(".java") && !file.getParent().endsWith("report");
    }

    private static Set<String> keys(Locale locale) {
        return new TreeSet<>(ResourceBundle.getBundle("org.talentrecall.scoring.recommendation.messages", locale)
                .keySet());
    }
}
