package org.talentrecall.config.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class TextsTest {
    @ParameterizedTest
    @ValueSource(strings = {"cli/texts", "dossier/dossier", "rejected/rejected", "doctor/doctor"})
    void both_languages_say_the_same_things(String bundle) {
        Properties fallback = read(bundle + ".properties");
        assertThat(read(bundle + "_zh_CN.properties").stringPropertyNames())
                .isEqualTo(fallback.stringPropertyNames())
                .isEqualTo(read(bundle + "_en.properties").stringPropertyNames());
    }

    /** A sentence that is missing would be missed just when something has gone wrong. */
    @Test
    void every_failure_has_its_sentence_in_both_languages_and_none_is_left_over() throws IOException {
        Pattern key = Pattern.compile("\"([a-z]+(?:\\.[a-z]+)+|unforeseen)\"");
        Set<String> known = read("failures.properties").stringPropertyNames();
        assertThat(read("failures_zh_CN.properties").stringPropertyNames()).isEqualTo(known);
        Set<String> used = new TreeSet<>();
        Set<String> thrown = new TreeSet<>();
        Pattern failure = Pattern.compile("Failure\\s*\\.(?:of|because|usage|usageBecause)\\(([^;]*)");
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                String code = Files.readString(source);
                key.matcher(code).results().map(found -> found.group(1)).forEach(used::add);
                failure.matcher(code)
                        .results()
                        .map(found -> key.matcher(found.group(1)).results().findFirst())
                        .forEach(found -> found.ifPresent(one -> thrown.add(one.group(1))));
            }
        }
        assertThat(thrown).isNotEmpty().isSubsetOf(known);
        assertThat(known).isSubsetOf(used);
    }

    static Stream<CommandLine> commands() {
        CommandLine root = new CommandLine(new RootCommand(Clock.systemUTC()));
        return Stream.concat(
                Stream.of(root),
                root.getSubcommands().entrySet().stream()
                        .filter(entry -> !entry.getKey().equals("help"))
                        .map(java.util.Map.Entry::getValue));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void every_command_and_option_is_described_in_both_languages(CommandLine command) {
        Properties chinese = read("cli/texts_zh_CN.properties");
        String name = command.getCommandSpec().qualifiedName(".");
        assertThat(chinese.getProperty(name + ".usage.description"))
                .as(name + ".usage.description")
                .isNotBlank();
        List<String> silent = new ArrayList<>();
        command.getCommandSpec().args().stream()
                .filter(argument -> !argument.inherited() && !argument.hidden())
                .filter(argument -> !(argument instanceof CommandLine.Model.OptionSpec option)
                        || !(option.usageHelp() || option.versionHelp()))
                .filter(argument -> chinese.getProperty(String.valueOf(argument.descriptionKey())) == null)
                .forEach(argument -> silent.add(name + " " + argument.paramLabel()));
        assertThat(silent).isEmpty();
        assertThat(command.getUsageMessage()).contains(command.getCommandName());
    }

    @Test
    void texts_follow_the_language() {
        assertThat(new Texts(Locale.forLanguageTag("zh-CN")).of("state.ok")).isEqualTo("完成");
        assertThat(new Texts(Locale.ENGLISH).of("state.ok")).isEqualTo("ok");
    }

    /** The codes that mails and invitations leave open, as the archive keeps them. */
    @ParameterizedTest
    @ValueSource(strings = {"WHICH_KIND_OF_MAIL", "WHOSE_INTERVIEW", "MOVE_THE_INTERVIEW"})
    void every_doubt_is_asked_in_both_languages(String code) {
        for (String language : List.of("en", "zh_CN")) {
            assertThat(read("dossier/dossier_" + language + ".properties")).containsKey("question." + code);
        }
    }

    private static Properties read(String name) {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Texts.class.getResourceAsStream("/org/talentrecall/config/" + name), name),
                StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
