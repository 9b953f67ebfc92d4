package org.talentrecall.config.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.talentrecall.archive.fact.Fact;
import org.talentrecall.archive.fact.PersonalAttribute;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.intake.IntakeItem;
import org.talentrecall.archive.intake.Reading;
import org.talentrecall.archive.record.Disposition;
import org.talentrecall.config.Failure;
import org.talentrecall.config.Program;
import org.talentrecall.config.rejected.ReasonText;
import org.talentrecall.ingest.FileParser;
import org.talentrecall.ingest.source.IntakeFeed;
import org.talentrecall.ingest.source.SourceProblem;
import org.talentrecall.ingest.spreadsheet.MappingPreview;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code recall parse FILE…}: what would be read, with places and confidences; stores nothing. */
@Command(name = "parse", resourceBundle = "org.talentrecall.config.cli.texts")
final class ParseCommand extends SessionCommand {
    @Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "parse.files")
    private List<Path> files = List.of();

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    /** What one file says. */
    record Parsed(
            String file,
            List<RecordLine> records,
            List<String> problems,
            @Nullable MappingPreview mapping) {}

    /** One record of a file; {@code code} and {@code sentence} only where it was not stored. */
    record RecordLine(
            String kind,
            String place,
            String subject,
            String disposition,
            @Nullable String code,
            @Nullable String sentence,
            List<Said> facts) {}

    /** One fact with its place. */
    record Said(String type, Fact fact, String locator, double confidence) {}

    @Override
    public Integer call() throws IOException {
        Session session = session();
        List<Parsed> parsed = new ArrayList<>();
        try (ConfigurableApplicationContext context = Program.start(session.home(), session.settings())) {
            FileParser parser = context.getBean(FileParser.class);
            for (Path file : files) {
                parsed.add(parse(parser, file));
            }
        }
        session.out().print(json ? JsonOut.write(parsed) + "\n" : text(session.texts(), parsed));
        boolean complete = parsed.stream()
                .allMatch(file -> file.problems().isEmpty()
                        && file.records().stream()
                                .noneMatch(one -> one.disposition().equals("REJECTED")));
        return complete ? ExitCode.DONE : ExitCode.DONE_WITH_REJECTED;
    }

    private static Parsed parse(FileParser parser, Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw Failure.of("file.missing", file);
        }
        List<RecordLine> records = new ArrayList<>();
        List<SourceProblem> problems = new ArrayList<>();
        try (IntakeFeed feed = parser.open(file, problems::add)) {
            for (IntakeItem item = feed.next(); item != null; item = feed.next()) {
                item.readings().forEach(reading -> records.add(record(reading)));
            }
        }
        return new Parsed(
                file.toString(),
                records,
                problems.stream().map(SourceProblem::sentence).toList(),
                parser.preview(file).orElse(null));
    }

    private static RecordLine record(Reading reading) {
        Disposition disposition = reading.disposition();
        String code = null;
        String sentence = null;
        if (disposition instanceof Disposition.Rejected rejected) {
            code = rejected.code();
            sentence = rejected.sentence();
        } else if (disposition instanceof Disposition.Suppressed suppressed) {
            code = suppressed.code();
            sentence = suppressed.sentence();
        }
        return new RecordLine(
                reading.record().kind().name(),
                reading.record().naturalKey(),
                reading.subject().name(),
                disposition.word(),
                code,
                sentence,
                reading.facts().stream().map(ParseCommand::said).toList());
    }

    private static Said said(StatedFact stated) {
        return new Said(
                stated.fact().getClass().getSimpleName(),
                stated.fact(),
                stated.locator().display(),
                stated.confidence());
    }

    private static Fact shown(Fact fact) {
        return fact instanceof PersonalAttribute attribute ? attribute.masked() : fact;
    }

    private static String text(Texts texts, List<Parsed> parsed) {
        ReasonText reasons = new ReasonText(texts.locale());
        StringBuilder text = new StringBuilder();
        for (Parsed file : parsed) {
            text.append(texts.of("parse.read", file.file(), file.records().size()))
                    .append('\n');
            if (file.mapping() != null) {
                text.append(MappingText.of(texts, file.mapping()));
            }
            file.problems().forEach(problem -> text.append("  ").append(problem).append('\n'));
            for (RecordLine one : file.records()) {
                text.append("  ").append(one.kind()).append("  ").append(one.disposition());
                text.append(one.code() == null ? "" : " " + one.code())
                        .append("  ")
                        .append(one.place())
                        .append('\n');
                text.append(
                        one.code() == null || one.sentence() == null
                                ? ""
                                : "    " + reasons.of(one.code(), one.sentence()) + "\n");
                for (Said said : one.facts()) {
                    text.append("    ").append(shown(said.fact()).toString().replaceAll("\\s+", " "));
                    text.append("\n      ← ").append(said.locator());
                    text.append(String.format(java.util.Locale.ROOT, " (%.0f%%)%n", said.confidence() * 100));
                }
            }
        }
        return text.toString();
    }
}
