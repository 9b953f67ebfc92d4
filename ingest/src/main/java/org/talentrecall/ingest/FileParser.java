package org.talentrecall.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.intake.Intake;
import org.talentrecall.archive.intake.RawStore;
import org.talentrecall.archive.record.ContentHash;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.ingest.document.DocumentReader;
import org.talentrecall.ingest.mailbox.MailMeaning;
import org.talentrecall.ingest.mailbox.Mailbox;
import org.talentrecall.ingest.notes.RejectionClassifier;
import org.talentrecall.ingest.source.IntakeFeed;
import org.talentrecall.ingest.source.NothingKept;
import org.talentrecall.ingest.source.SourceProblem;
import org.talentrecall.ingest.spreadsheet.MappingPreview;
import org.talentrecall.ingest.spreadsheet.SheetKind;
import org.talentrecall.ingest.spreadsheet.SheetMapping;
import org.talentrecall.ingest.spreadsheet.WorkbookFeed;
import org.talentrecall.ingest.spreadsheet.WorkbookPlace;
import org.talentrecall.ingest.spreadsheet.WorkbookRules;

/**
 * Reads one mail, mailbox, workbook or document as the steps would, whatever the archive knows of it, and stores nothing. What a file
 * is, its content tells; a folder is a Maildir when it has {@code cur} or {@code new}, else it may hold anything.
 */
public final class FileParser {
    private final DocumentReader documents;
    private final MailMeaning meaning;
    private final RejectionClassifier classifier;
    private final IngestSettings settings;
    private final Path home;
    private final @Nullable SheetKind rows;

    /** @param home where relative paths of the settings begin */
    public FileParser(
            DocumentReader documents,
            MailMeaning meaning,
            RejectionClassifier classifier,
            IngestSettings settings,
            Path home) {
        this(documents, meaning, classifier, settings, home, null);
    }

    private FileParser(
            DocumentReader documents,
            MailMeaning meaning,
            RejectionClassifier classifier,
            IngestSettings settings,
            Path home,
            @Nullable SheetKind rows) {
        this.rows = rows;
        this.home = home;
        this.documents = documents;
        this.meaning = meaning;
        this.classifier = classifier;
        this.settings = settings;
    }

    /** The same for workbooks of which somebody says what their rows are. */
    public FileParser withRows(SheetKind kind) {
        return new FileParser(documents, meaning, classifier, settings, home, kind);
    }

    /** A parser that reads by the given settings outside of an application, without embeddings. */
    public static FileParser alone(DocumentReader documents, IngestSettings settings) {
        RejectionClassifier classifier = new RejectionClassifier(null);
        return new FileParser(documents, ReadersOfWords.of(classifier, settings), classifier, settings, Path.of(""));
    }

    /**
     * How a workbook or delimited file is understood: tables, columns, what is left out. Empty for files of other kinds.
     * What the settings say about the sheets of a source counts for the files that lie in it.
     */
    public Optional<MappingPreview> preview(Path path) throws IOException {
        String name = String.valueOf(path.getFileName());
        if (!Files.isRegularFile(path) || !WorkbookFeed.isWorkbook(name)) {
            return Optional.empty();
        }
        // The preview keeps no record, so that the hash of the file makes no difference.
        WorkbookPlace place =
                new WorkbookPlace(new SourceId(name), name, ContentHash.of(name.getBytes(StandardCharsets.UTF_8)));
        return Optional.of(MappingPreview.of(
                path,
                place,
                new WorkbookRules(
                        mappings(path), classifier, settings.zone(), List.of(), settings.passwords(), meaning)));
    }

    /**
     * The rules by which a source's workbooks are read, wherever a copy of them lies.
     *
     * @param intake what is known of the records that the program's own workbooks are about
     */
    public WorkbookRules rules(SourceId source, Intake intake) {
        List<SheetMapping> told = settings.sources().stream()
                .filter(one -> one.id().equals(source))
                .flatMap(one -> one.sheets().stream())
                .toList();
        return new WorkbookRules(
                told,
                classifier,
                settings.zone(),
                OwnWorkbooks.readers(intake, classifier, settings.zone()),
                settings.passwords(),
                meaning);
    }

    /** What the settings say of the sheets of the source in which a file lies. */
    private List<SheetMapping> mappings(Path path) {
        Path file = path.toAbsolutePath().normalize();
        List<SheetMapping> told = settings.sources().stream()
                .filter(source -> source.kind() == SourceSettings.Kind.WORKBOOK)
                .filter(source ->
                        file.startsWith(source.pathBelow(home).toAbsolutePath().normalize()))
                .flatMap(source -> source.sheets().stream())
                .toList();
        SheetKind kind = rows;
        if (kind == null) {
            return told;
        }
        return Stream.concat(
                        told.stream()
                                .map(sheet ->
                                        new SheetMapping(sheet.sheet(), kind, sheet.columns(), sheet.headerRow())),
                        Stream.of(new SheetMapping(null, kind, Map.of(), null)))
                .toList();
    }

    /**
     * Everything that would be read from a file or folder.
     *
     * @param problems told what cannot be read at all
     */
    public IntakeFeed open(Path path, Consumer<SourceProblem> problems) throws IOException {
        SourceId source = new SourceId(
                Objects.requireNonNullElse(path.getFileName(), path).toString());
        return open(source, path, NothingKept.INTAKE, NothingKept.RAW, problems);
    }

    /**
     * Everything in a file or folder that an archive does not have yet.
     *
     * @param problems told what cannot be read at all
     */
    public IntakeFeed open(SourceId source, Path path, Intake intake, RawStore raw, Consumer<SourceProblem> problems)
            throws IOException {
        if (Files.isDirectory(path)) {
            boolean maildir = Files.isDirectory(path.resolve("cur")) || Files.isDirectory(path.resolve("new"));
            Mailbox.Files files = maildir
                    ? new Mailbox.Files(Mailbox.Form.MAILDIR, path)
                    : new Mailbox.Files(Mailbox.Form.FOLDER, path, file -> !WorkbookFeed.isWorkbook(file));
            IntakeFeed mails = mails(source, files, intake, raw, problems);
            return maildir ? mails : new FeedInTurn(List.of(mails, workbooks(source, path, intake, raw, problems)));
        }
        if (Files.isRegularFile(path) && isWorkbook(path)) {
            return workbooks(source, path, intake, raw, problems);
        }
        return mails(source, new Mailbox.Files(Mailbox.Form.FOLDER, path), intake, raw, problems);
    }

    private IntakeFeed workbooks(
            SourceId source, Path path, Intake intake, RawStore raw, Consumer<SourceProblem> problems) {
        return new WorkbookFeed(
                        intake,
                        raw,
                        classifier,
                        settings.zone(),
                        List.of(new WorkbookFeed.Source(source, path, mappings(path), settings.passwords())),
                        null,
                        problems)
                .reading(OwnWorkbooks.readers(intake, classifier, settings.zone()))
                .reading(meaning);
    }

    private IntakeFeed mails(
            SourceId source, Mailbox.Files files, Intake intake, RawStore raw, Consumer<SourceProblem> problems) {
        return settings.mailboxes(
                        intake, raw, documents, meaning, classifier, List.of(new Mailbox(source, null, files)))
                .open(any -> true, null, problems);
    }

    /** Delimited text cannot be told from other text but by its name. */
    private boolean isWorkbook(Path path) throws IOException {
        if (WorkbookFeed.isWorkbook(String.valueOf(path.getFileName()))) {
            return true;
        }
        boolean small = Files.size(path) <= settings.limits().documentSize().toBytes();
        return small && DocumentReader.isWorkbook(documents.type(Files.readAllBytes(path)));
    }
}
