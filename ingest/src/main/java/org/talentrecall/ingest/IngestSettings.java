package org.talentrecall.ingest;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;
import org.talentrecall.archive.intake.Intake;
import org.talentrecall.archive.intake.RawStore;
import org.talentrecall.ingest.document.DocumentLimits;
import org.talentrecall.ingest.document.DocumentMeaning;
import org.talentrecall.ingest.document.DocumentReader;
import org.talentrecall.ingest.document.OcrSettings;
import org.talentrecall.ingest.document.PackedLimits;
import org.talentrecall.ingest.mailbox.ListSenders;
import org.talentrecall.ingest.mailbox.MailLimits;
import org.talentrecall.ingest.mailbox.MailMeaning;
import org.talentrecall.ingest.mailbox.Mailbox;
import org.talentrecall.ingest.mailbox.MailboxReader;
import org.talentrecall.ingest.mailbox.OwnDomains;
import org.talentrecall.ingest.message.MessageLimits;
import org.talentrecall.ingest.notes.RejectionClassifier;
import org.talentrecall.ingest.spreadsheet.WorkbookRules;
import org.talentrecall.ingest.spreadsheet.file.Passwords;

/**
 * What is read into the archive, {@code recall.ingest}.
 *
 * @param sources where mails, documents and workbooks lie
 * @param ownDomains the company's own mail domains: tells colleagues from candidates
 * @param listSenders who may send lists of people besides colleagues, such as an agency: mail addresses or domains
 * @param zone where dates written without a zone, as in workbooks, are days
 * @param bosses mail addresses of those whose word in a mail counts as the boss's opinion (老总评价)
 * @param limits what one message or document may cost
 * @param ocr how pictures of text are read
 */
@ConfigurationProperties(prefix = "recall.ingest", ignoreUnknownFields = false)
public record IngestSettings(
        @DefaultValue List<SourceSettings> sources,
        @DefaultValue List<String> ownDomains,
        @DefaultValue List<String> bosses,
        @DefaultValue List<String> listSenders,
        @DefaultValue("Asia/Shanghai") ZoneId zone,
        @DefaultValue Limits limits,
        @DefaultValue Ocr ocr) {
    /**
     * What reading may cost; what goes beyond becomes one rejected record that names the limit.
     *
     * @param messageSize of one mail
     * @param documentSize of one file
     * @param documentCharacters of one document's text
     * @param documentTime for reading one document
     * @param messageTime for one mail, or one file in a folder or in a packed file there, with all that lies within
     * @param parserMemory heap of a child process that parses documents
     * @param depth how many messages and packed files may lie within each other
     * @param entries how many files may come out of a packed file, or out of all those in a mail
     * @param archiveSize of one packed file in a folder
     * @param expandedSize of all that comes out of packed files in one mail or file
     * @param expansionRatio of what comes out of a packed file to its own size
     * @param multipartDepth how many multiparts of one mail may lie within each other
     * @param messageParts how many parts one mail may have
     * @param headerSize of one header of a mail
     * @param headers how many headers a mail, or a part of it, may have
     * @param attachedRows how many rows a workbook may have that came with a mail or lies among documents
     * @param bodySize of a mail's text; a larger one is read as an attached file
     */
    public record Limits(
            @DefaultValue("50MB") DataSize messageSize,
            @DefaultValue("30MB") DataSize documentSize,
            @DefaultValue("300000") int documentCharacters,
            @DefaultValue("20s") Duration documentTime,
            @DefaultValue("60s") Duration messageTime,
            @DefaultValue("384MB") DataSize parserMemory,
            @DefaultValue("8") int depth,
            @DefaultValue("1000") int entries,
            @DefaultValue("100MB") DataSize archiveSize,
            @DefaultValue("300MB") DataSize expandedSize,
            @DefaultValue("100") int expansionRatio,
            @DefaultValue("25") int multipartDepth,
            @DefaultValue("300") int messageParts,
            @DefaultValue("256KB") DataSize headerSize,
            @DefaultValue("2000") int headers,
            @DefaultValue("20000") int attachedRows,
            @DefaultValue("2MB") DataSize bodySize) {
        private static final int GIGABYTE = 1024;

        public Limits {
            List<DataSize> sizes =
                    List.of(messageSize, documentSize, archiveSize, expandedSize, headerSize, bodySize, parserMemory);
            boolean sized = sizes.stream().allMatch(size -> size.toBytes() >= 1 && size.toMegabytes() <= GIGABYTE);
            boolean counted = List.of(
                            documentCharacters,
                            depth,
                            entries,
                            expansionRatio,
                            multipartDepth,
                            messageParts,
                            headers,
                            attachedRows)
                    .stream()
                    .allMatch(count -> count >= 1);
            if (!sized || !counted || documentTime.toMillis() < 1 || messageTime.toMillis() < 1) {
                throw new IllegalArgumentException("recall.ingest.limits must be above zero, and sizes not above 1GB");
            }
        }

        /** What one mail may cost. */
        public MailLimits mails() {
            return new MailLimits(
                    messageSize.toBytes(),
                    messageTime,
                    new MessageLimits(multipartDepth, messageParts, headers, (int) headerSize.toBytes(), (int)
                            Math.min(Integer.MAX_VALUE, bodySize.toBytes())),
                    attachedRows);
        }
    }

    /**
     * How pictures of text are read, by the program tesseract where it is installed.
     *
     * @param enabled whether it is asked at all
     * @param folder where its executable lies; the PATH is searched unless given
     * @param languages in tesseract's notation; those that are not installed are left out
     * @param pages how many pages of a scanned document are read
     * @param time for one document; the pages read by then count
     */
    public record Ocr(
            @DefaultValue("true") boolean enabled,
            @Nullable Path folder,
            @DefaultValue("chi_sim+eng") String languages,
            @DefaultValue("5") int pages,
            @DefaultValue("20s") Duration time) {
        /** As the reader of documents knows it. */
        public OcrSettings settings() {
            return new OcrSettings(enabled, folder, languages, pages, time);
        }

        public Ocr {
            if (!OcrSettings.LANGUAGES.matcher(languages).matches() || pages < 1 || time.toMillis() < 1) {
                throw new IllegalArgumentException(
                        "recall.ingest.ocr needs languages such as chi_sim+eng, and pages and" + " time above zero");
            }
        }
    }

    /** What one document may cost, and how it is read. */
    public DocumentLimits documents() {
        return new DocumentLimits(
                limits.documentSize.toBytes(),
                limits.documentCharacters,
                limits.documentTime,
                limits.parserMemory.toBytes(),
                new PackedLimits(
                        limits.depth,
                        limits.entries,
                        limits.archiveSize.toBytes(),
                        limits.expandedSize.toBytes(),
                        limits.expansionRatio),
                ocr.settings());
    }

    /** Passwords of workbooks, those of all sources: a file that comes alone may belong to any. */
    Passwords passwords() {
        return new Passwords(sources.stream()
                .flatMap(source -> source.workbookPasswords().stream())
                .map(Secret::value)
                .distinct()
                .toList());
    }

    /** How workbooks are read that come with mails or lie among documents. */
    WorkbookRules foundWorkbooks(Intake intake, RejectionClassifier classifier, DocumentMeaning meaning) {
        return new WorkbookRules(
                List.of(), classifier, zone, OwnWorkbooks.readers(intake, classifier, zone), passwords(), meaning);
    }

    /** The reader of some mailboxes, as these settings want it. */
    MailboxReader mailboxes(
            Intake intake,
            RawStore raw,
            DocumentReader documents,
            MailMeaning meaning,
            RejectionClassifier classifier,
            List<Mailbox> mailboxes) {
        return new MailboxReader(
                intake,
                raw,
                documents,
                meaning,
                new OwnDomains(ownDomains),
                new ListSenders(listSenders),
                foundWorkbooks(intake, classifier, meaning),
                limits.mails(),
                mailboxes);
    }

    /** The settings of an installation that sets nothing. */
    public static IngestSettings standard() {
        return new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("recall.ingest", IngestSettings.class);
    }

    public IngestSettings {
        sources = List.copyOf(sources);
        ownDomains = List.copyOf(ownDomains);
        bosses = List.copyOf(bosses);
        listSenders = List.copyOf(listSenders);
        Set<String> names = new HashSet<>();
        for (SourceSettings source : sources) {
            if (!names.add(String.valueOf(source.name()))) {
                throw new IllegalArgumentException(
                        "two sources of recall.ingest.sources are named " + source.name() + "; names must differ");
            }
        }
    }
}
