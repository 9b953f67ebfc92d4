package org.talentrecall.ingest.mailbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.Communication;
import org.talentrecall.archive.fact.Fact;
import org.talentrecall.archive.fact.Interview;
import org.talentrecall.archive.fact.NotHired;
import org.talentrecall.archive.fact.Opinion;
import org.talentrecall.archive.fact.Outcome;
import org.talentrecall.archive.fact.PersonName;
import org.talentrecall.archive.fact.Review;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.intake.RawStore;
import org.talentrecall.archive.intake.Reading;
import org.talentrecall.archive.record.Disposition;
import org.talentrecall.archive.record.SourceRecord;
import org.talentrecall.archive.record.Subject;
import org.talentrecall.ingest.document.DocumentMeaning;
import org.talentrecall.ingest.document.DocumentReader;
import org.talentrecall.ingest.document.DocumentReading.Why;
import org.talentrecall.ingest.document.ParsedRows;
import org.talentrecall.ingest.mailbox.MessageRecord.Part;
import org.talentrecall.ingest.spreadsheet.MappingPreview;
import org.talentrecall.ingest.spreadsheet.OwnWorkbook;
import org.talentrecall.ingest.spreadsheet.WorkbookFeed;
import org.talentrecall.ingest.spreadsheet.WorkbookPlace;
import org.talentrecall.ingest.spreadsheet.WorkbookRules;
import org.talentrecall.ingest.spreadsheet.WorkbookScan;
import org.talentrecall.ingest.spreadsheet.WorkbookText;
import org.talentrecall.ingest.spreadsheet.file.UnreadableWorkbook;

/**
 * Workbooks that come with mails or lie among documents. A form about one person is a paper like any other. A list counts
 * when it lies in a folder of the operator's or everybody who sent it is a colleague or named in the settings; that of anybody
 * else is left for people to decide, for one mail could fill the archive otherwise (docs/adr/0059). Workbooks that the program
 * wrote itself change dossiers, so that they count from colleagues alone.
 */
final class FoundWorkbooks {
    private final RawStore raw;
    private final OwnDomains own;
    private final ListSenders lists;
    private final WorkbookRules rules;
    private final DocumentMeaning meaning;
    private final int mostRows;
    private final DocumentReader documents;

    /** @param limits of which the rows count */
    FoundWorkbooks(
            RawStore raw,
            OwnDomains own,
            ListSenders lists,
            WorkbookRules rules,
            DocumentMeaning meaning,
            MailLimits limits,
            DocumentReader documents) {
        this.raw = raw;
        this.own = own;
        this.lists = lists;
        this.rules = rules;
        this.meaning = meaning;
        this.mostRows = limits.rows();
        this.documents = documents;
    }

    /**
     * What a workbook gives.
     *
     * @param papers what takes part in saying whom a mail is about
     * @param rows what stands for itself
     */
    record Found(List<MessageRecord> papers, List<Reading> rows) {
        Found {
            papers = List.copyOf(papers);
            rows = List.copyOf(rows);
        }

        static Found of(MessageRecord one) {
            return new Found(List.of(one), List.of());
        }
    }

    /** What was read of a workbook, as long as nothing was against it. */
    private record Gathered(
            List<Reading> forms,
            List<Reading> rows,
            List<MappingPreview.TablePreview> tables,
            @Nullable Why fault) {
        static Gathered nothing(Why fault) {
            return new Gathered(List.of(), List.of(), List.of(), fault);
        }
    }

    /**
     * Reads a file if it is a workbook.
     *
     * @param type by content
     * @return null for what is to be read like any other document
     */
    @Nullable
    Found read(FilePlace place, byte[] content, String type, Allowance allowance) throws IOException {
        boolean certain = DocumentReader.isWorkbook(type);
        boolean perhaps = WorkbookFeed.isWorkbook(place.name()) && mayBeList(type);
        if (!certain && !perhaps || content.length > documents.bytesAtMost()) {
            return null;
        }
        Path copy = Files.createTempFile("found-workbook", ".tmp");
        try {
            Files.write(copy, content);
            return read(place, content, copy, certain, allowance);
        } catch (UnreadableWorkbook why) {
            return certain
                    ? Found.of(MessageRecord.rejected(
                            place.record(raw.put(content), content),
                            why.code().name(),
                            "The workbook " + why.getMessage() + "."))
                    : null;
        } finally {
            Files.delete(copy);
        }
    }

    /** Forms of lists that only their name tells from other texts, and protected ones. */
    private static boolean mayBeList(String type) {
        return type.startsWith("text/")
                || type.equals("application/xml")
                || type.equals("application/xhtml+xml")
                || type.contains("protected")
                || type.contains("encrypted");
    }

    private @Nullable Found read(FilePlace place, byte[] content, Path copy, boolean certain, Allowance allowance)
            throws IOException, UnreadableWorkbook {
        WorkbookPlace where = place.workbook(raw.put(content));
        Gathered gathered;
        try (ParsedRows rows = documents.rows(copy, rules.passwords(), allowance.end());
                WorkbookScan scan = WorkbookScan.of(rows, where, rules, place.sent())) {
            Optional<OwnWorkbook> ours = OwnWorkbook.of(rows.sheetNames());
            if (ours.isPresent()) {
                return ofOurs(place, content, scan, rows, where, ours.get());
            }
            gathered = gathered(scan, rows, allowance);
        }
        SourceRecord whole = place.record(where.content(), content);
        Why why = gathered.fault();
        if (why != null) {
            return Found.of(MessageRecord.rejected(whole, why.name(), why.sentence()));
        }
        Optional<Reading> damage = gathered.rows().stream()
                .filter(reading -> isOfFile(reading, where))
                .findFirst();
        if (gathered.forms().isEmpty() && gathered.tables().isEmpty()) {
            if (damage.isPresent() && damage.get().disposition() instanceof Disposition.Rejected broken && certain) {
                return Found.of(MessageRecord.rejected(whole, broken.code(), broken.sentence()));
            }
            return certain ? Found.of(words(copy, where, whole, allowance)) : null;
        }
        List<MessageRecord> papers = new ArrayList<>();
        gathered.forms()
                .forEach(form ->
                        papers.add(new MessageRecord(form.record(), form.facts(), form.disposition(), Part.FILE)));
        List<String> senders = place.senders();
        if (senders.stream().allMatch(lists::contains)) {
            return new Found(
                    papers, gathered.rows().stream().map(FoundWorkbooks::told).toList());
        }
        if (senders.stream().allMatch(sender -> own.own(sender) || lists.contains(sender))) {
            return ofColleague(place, where, whole, papers, gathered);
        }
        if (!gathered.tables().isEmpty()) {
            papers.add(ofStranger(gathered, whole));
        }
        return new Found(papers, List.of());
    }

    private Found ofOurs(
            FilePlace place, byte[] content, WorkbookScan scan, ParsedRows rows, WorkbookPlace where, OwnWorkbook kind)
            throws IOException {
        SourceRecord whole = place.record(where.content(), content);
        boolean read =
                rules.ownReaders().stream().anyMatch(reader -> reader.kind().equals(kind.kind()));
        if (!read) {
            return Found.of(MessageRecord.leftOut(whole, "OWN_WORKBOOK"));
        }
        if (!place.senders().stream().allMatch(own::own)) {
            Reading refused = Reading.rejected(
                    whole,
                    "NOT_FROM_US",
                    "A filled workbook came from an address outside of recall.ingest.own-domains: send it from a"
                            + " company's mailbox, or put it into data/review.");
            return new Found(List.of(), List.of(refused));
        }
        List<Reading> answers = new ArrayList<>();
        for (WorkbookScan.Step step = scan.next(); step != null; step = scan.next()) {
            answers.addAll(step.readings());
        }
        Why lost = rows.lost();
        if (lost != null) {
            return Found.of(MessageRecord.rejected(whole, lost.name(), lost.sentence()));
        }
        return answers.isEmpty()
                ? Found.of(MessageRecord.leftOut(whole, "OWN_WORKBOOK"))
                : new Found(List.of(), answers);
    }

    private Gathered gathered(WorkbookScan scan, ParsedRows parsed, Allowance allowance) throws IOException {
        List<Reading> forms = new ArrayList<>();
        List<Reading> rows = new ArrayList<>();
        for (WorkbookScan.Step step = scan.next(); step != null; step = scan.next()) {
            (step.form() ? forms : rows).addAll(step.readings());
            boolean late = allowance.end().passed();
            if (late || rows.size() > mostRows) {
                return Gathered.nothing(late ? Why.TOO_LONG_IN_ALL : Why.TOO_MANY_ROWS);
            }
        }
        // Where time or memory end depends on the machine: rows that came before are not read today and left tomorrow.
        Why lost = parsed.lost();
        if (lost != null) {
            return Gathered.nothing(lost);
        }
        return new Gathered(forms, rows, scan.preview().tables(), null);
    }

    /** What a workbook without tables and forms says as running text, as a resume in free form does. */
    private MessageRecord words(Path copy, WorkbookPlace where, SourceRecord whole, Allowance allowance)
            throws IOException, UnreadableWorkbook {
        WorkbookText text;
        try (ParsedRows rows = documents.rows(copy, rules.passwords(), allowance.end())) {
            text = WorkbookText.of(rows);
        }
        if (text.text().isBlank()) {
            return MessageRecord.leftOut(whole, "NO_ROWS");
        }
        DocumentMeaning.Told told = meaning.read(text.text(), text.places(where.file()));
        if (told instanceof DocumentMeaning.AboutNobody nobody) {
            return nobody.open()
                    ? MessageRecord.rejected(whole, nobody.code(), nobody.sentence())
                    : MessageRecord.leftOut(whole, nobody.code(), nobody.sentence());
        }
        List<StatedFact> facts = ((DocumentMeaning.AboutOne) told).facts();
        // Without a name it is a blank form with the contacts of those who hand it out.
        return facts.stream().anyMatch(stated -> stated.fact() instanceof PersonName)
                ? MessageRecord.stored(whole, facts, Part.FILE)
                : MessageRecord.rejected(whole, Why.WORKBOOK.name(), Why.WORKBOOK.sentence());
    }

    private static boolean isOfFile(Reading reading, WorkbookPlace where) {
        return reading.record().naturalKey().equals(where.path() + "#file");
    }

    /** Colleagues send rosters and lists of customers too, which look like lists of candidates but for a word or two. */
    private static Found ofColleague(
            FilePlace place, WorkbookPlace where, SourceRecord whole, List<MessageRecord> papers, Gathered gathered) {
        Set<String> others = gathered.tables().stream()
                .filter(table -> table.read() && table.rows() > 0 && !table.isAboutRecruiting(place.name()))
                .map(MappingPreview.TablePreview::sheet)
                .collect(Collectors.toSet());
        List<Reading> rows = gathered.rows().stream()
                .filter(reading -> others.stream()
                        .noneMatch(sheet -> reading.record().naturalKey().startsWith(where.path() + '!' + sheet + '#')))
                .map(FoundWorkbooks::told)
                .toList();
        List<MessageRecord> all = new ArrayList<>(papers);
        if (!others.isEmpty()) {
            all.add(MessageRecord.rejected(
                    whole,
                    "LIST_OF_WHOM",
                    "A list that came with a colleague's mail does not say that it is about candidates or openings; it may"
                            + " be a roster or a list of customers. If it is not, put it into a source of kind workbook, or"
                            + " say in the name of the file or sheet what it is (候选人, 面试记录, candidates)."));
        }
        return new Found(all, rows);
    }

    /** The tables of somebody whose lists do not count. */
    private static MessageRecord ofStranger(Gathered gathered, SourceRecord whole) {
        List<Reading> stored = gathered.rows().stream()
                .filter(reading -> reading.disposition() instanceof Disposition.Stored)
                .toList();
        if (gathered.tables().stream().allMatch(table -> table.read() && table.rows() == 0)) {
            return MessageRecord.leftOut(whole, "EMPTY_TABLE");
        }
        long rows = gathered.tables().stream()
                .mapToLong(table -> table.read() ? table.rows() : 2)
                .sum();
        boolean oneself = gathered.forms().isEmpty()
                && rows == 1
                && stored.size() == 1
                && stored.get(0).subject() == Subject.PERSON
                && stored.get(0).facts().stream().noneMatch(stated -> isOfCompany(stated.fact()));
        return oneself
                ? MessageRecord.stored(whole, stored.get(0).facts(), Part.FILE)
                : MessageRecord.rejected(
                        whole,
                        "LIST_FROM_OUTSIDE",
                        "A workbook with a list came from an address outside of recall.ingest.own-domains, and is not"
                                + " taken over unseen: look at it, then forward it from a company's mailbox, put it into"
                                + " a source of kind workbook, or name the sender in recall.ingest.list-senders.");
    }

    /** What only the company says of somebody. */
    private static boolean isOfCompany(Fact fact) {
        return fact instanceof Opinion
                || fact instanceof NotHired
                || fact instanceof Outcome
                || fact instanceof Interview
                || fact instanceof Communication
                || fact instanceof Review;
    }

    /** A row's reading in words that fit a file of no source of workbooks. */
    private static Reading told(Reading reading) {
        if (!(reading.disposition() instanceof Disposition.Rejected rejected)) {
            return reading;
        }
        return switch (rejected.code()) {
            // Beside a list stand sheets of all sorts.
            case "NO_TABLE" -> Reading.suppressed(reading.record(), rejected.code());
            case "UNSURE_MAPPING", "NO_HEADERS" ->
                Reading.rejected(
                        reading.record(),
                        "UNSURE_LIST",
                        "What the columns of a list hold that came with a mail or lies among documents cannot be told for"
                                + " certain: put the workbook into a source of kind workbook, where the settings can say"
                                + " it, or give the columns plain headers.");
            default -> reading;
        };
    }
}
