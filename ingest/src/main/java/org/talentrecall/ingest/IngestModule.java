package org.talentrecall.ingest;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.talentrecall.archive.intake.Effects;
import org.talentrecall.archive.intake.ImportId;
import org.talentrecall.archive.intake.Imports;
import org.talentrecall.archive.intake.Intake;
import org.talentrecall.archive.intake.RawStore;
import org.talentrecall.archive.intake.Undo;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.archive.text.Embedder;
import org.talentrecall.ingest.document.DocumentReader;
import org.talentrecall.ingest.mailbox.MailMeaning;
import org.talentrecall.ingest.mailbox.Mailbox;
import org.talentrecall.ingest.mailbox.MailboxReader;
import org.talentrecall.ingest.notes.RejectionClassifier;
import org.talentrecall.ingest.review.AnswerFolder;
import org.talentrecall.ingest.source.IntakeFeed;
import org.talentrecall.ingest.source.IntakeStep;
import org.talentrecall.ingest.spreadsheet.WorkbookFeed;

/**
 * The ingest stage as beans: the steps {@code ingest.mailboxes}, {@code ingest.documents} and {@code ingest.workbooks}, and
 * what they read with.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IngestSettings.class)
public class IngestModule {
    private static final int MESSAGES_A_CHUNK = 50;
    private static final int ROWS_A_CHUNK = 1000;

    @Bean
    DocumentReader documentReader(IngestSettings settings) {
        return new DocumentReader(settings.documents());
    }

    @Bean
    MailMeaning mailMeaning(RejectionClassifier classifier, IngestSettings settings) {
        return ReadersOfWords.of(classifier, settings);
    }

    @Bean
    FileParser fileParser(
            DocumentReader documents,
            MailMeaning meaning,
            RejectionClassifier classifier,
            IngestSettings settings,
            @Value("${recall.home}") Path home) {
        return new FileParser(documents, meaning, classifier, settings, home);
    }

    @Bean
    MailboxReader mailboxReader(
            IngestSettings settings,
            @Value("${recall.home}") Path home,
            Intake intake,
            RawStore raw,
            DocumentReader documents,
            MailMeaning meaning,
            RejectionClassifier classifier,
            Clock clock) {
        List<Mailbox> mailboxes = settings.sources().stream()
                .filter(source ->
                        source.kind() != SourceSettings.Kind.DOCUMENTS && source.kind() != SourceSettings.Kind.WORKBOOK)
                .map(source -> mailbox(source, home, clock))
                .toList();
        return settings.mailboxes(intake, raw, documents, meaning, classifier, mailboxes);
    }

    @Bean("ingest.mailboxes")
    Step mailboxes(
            JobRepository jobs,
            PlatformTransactionManager transactions,
            Intake intake,
            Imports imports,
            Clock clock,
            MailboxReader reader) {
        IntakeFeed.Opener opener = (wanted, since, problems) ->
                new FeedInTurn(List.of(reader.answered(wanted), reader.open(wanted, since, problems)));
        return IntakeStep.build(
                "ingest.mailboxes", MESSAGES_A_CHUNK, jobs, transactions, intake, imports, clock, opener);
    }

    @Bean("ingest.documents")
    Step documents(
            JobRepository jobs,
            PlatformTransactionManager transactions,
            Intake intake,
            Imports imports,
            Clock clock,
            RawStore raw,
            IngestSettings settings,
            @Value("${recall.home}") Path home,
            DocumentReader reader,
            MailMeaning meaning,
            RejectionClassifier classifier) {
        List<Mailbox> folders = settings.sources().stream()
                .filter(source -> source.kind() == SourceSettings.Kind.DOCUMENTS)
                .map(source -> mailbox(source, home, clock))
                .toList();
        MailboxReader opener = settings.mailboxes(intake, raw, reader, meaning, classifier, folders);
        return IntakeStep.build(
                "ingest.documents", MESSAGES_A_CHUNK, jobs, transactions, intake, imports, clock, opener);
    }

    @Bean
    RejectionClassifier rejectionClassifier(ObjectProvider<Embedder> embedder) {
        return new RejectionClassifier(embedder.getIfAvailable());
    }

    @Bean("ingest.workbooks")
    Step workbooks(
            JobRepository jobs,
            PlatformTransactionManager transactions,
            Intake intake,
            Imports imports,
            Clock clock,
            RawStore raw,
            IngestSettings settings,
            @Value("${recall.home}") Path home,
            RejectionClassifier classifier,
            MailMeaning meaning) {
        IntakeFeed.Opener opener = (wanted, since, problems) -> new WorkbookFeed(
                        intake,
                        raw,
                        classifier,
                        settings.zone(),
                        Stream.concat(
                                        settings.sources().stream()
                                                .filter(source -> source.kind() == SourceSettings.Kind.WORKBOOK)
                                                .map(source -> new WorkbookFeed.Source(
                                                        source.id(),
                                                        source.pathBelow(home),
                                                        source.sheets(),
                                                        source.passwords())),
                                        AnswerFolder.in(home).stream())
                                .filter(source -> wanted.test(source.id()))
                                .toList(),
                        since,
                        problems)
                .reading(OwnWorkbooks.readers(intake, classifier, settings.zone()))
                .reading(meaning)
                .keeping(Set.of(AnswerFolder.SOURCE));
        return IntakeStep.build("ingest.workbooks", ROWS_A_CHUNK, jobs, transactions, intake, imports, clock, opener);
    }

    @Bean
    ImportPaths importPaths(FileParser parser, IngestSettings settings, @Value("${recall.home}") Path home) {
        return new ImportPaths(parser, settings, home);
    }

    @Bean
    ImportAgain importAgain(
            ImportPaths paths, Intake intake, RawStore raw, Imports imports, Effects effects, Undo undo) {
        return new ImportAgain(paths, intake, raw, imports, effects, undo);
    }

    /** Job parameters {@code paths}, see {@link ImportPaths#joined}, and {@code as}. */
    @Bean("import.paths")
    Step importPathsStep(
            JobRepository jobs,
            PlatformTransactionManager transactions,
            Intake intake,
            Imports imports,
            Undo undo,
            Clock clock,
            RawStore raw,
            ImportPaths paths) {
        return IntakeStep.build(
                "import.paths",
                "import",
                ROWS_A_CHUNK,
                jobs,
                transactions,
                intake,
                imports,
                clock,
                (parameters, importId) -> {
                    String kind = parameters.getString("as", ImportPaths.BY_CONTENT);
                    List<Imports.Place> places =
                            ImportPaths.split(Objects.requireNonNull(parameters.getString("paths"))).stream()
                                    .map(path -> paths.place(path, Objects.requireNonNull(kind)))
                                    .toList();
                    imports.remember(importId, places);
                    // Somebody asks for it by name: what was undone before is read again.
                    undo.release(places.stream().map(Imports.Place::source).toList());
                    return (wanted, since, problems) -> paths.open(places, intake, raw, problems);
                });
    }

    /** The job parameter named "import" holds the number of the import that is read again. */
    @Bean("import.again")
    Step importAgainStep(
            JobRepository jobs,
            PlatformTransactionManager transactions,
            Intake intake,
            Imports imports,
            Clock clock,
            RawStore raw,
            ImportAgain again) {
        return IntakeStep.build(
                "import.again",
                "rerun",
                ROWS_A_CHUNK,
                jobs,
                transactions,
                intake,
                imports,
                clock,
                (parameters, importId) -> {
                    String number = Objects.requireNonNull(parameters.getString("import"));
                    return (wanted, since, problems) ->
                            again.open(new ImportId(Long.parseLong(number)), importId, raw, problems);
                });
    }

    private static Mailbox mailbox(SourceSettings source, Path home, Clock clock) {
        SourceId id = source.id();
        return new Mailbox(
                id,
                source.folderHint(),
                switch (Objects.requireNonNull(source.kind())) {
                    case MBOX -> new Mailbox.Files(Mailbox.Form.MBOX, source.pathBelow(home));
                    case MAILDIR -> new Mailbox.Files(Mailbox.Form.MAILDIR, source.pathBelow(home));
                    case EML, DOCUMENTS -> new Mailbox.Files(Mailbox.Form.FOLDER, source.pathBelow(home));
                    case IMAP -> ImapSources.account(source, home, clock);
                    case WORKBOOK -> throw new IllegalArgumentException("source " + id + " is no mailbox");
                });
    }
}
