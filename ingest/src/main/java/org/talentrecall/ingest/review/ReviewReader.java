package org.talentrecall.ingest.review;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.PersonFact;
import org.talentrecall.archive.fact.Review;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.identity.IdentityKey;
import org.talentrecall.archive.intake.Reading;
import org.talentrecall.archive.record.ContentHash;
import org.talentrecall.archive.record.Locator;
import org.talentrecall.archive.record.RecordId;
import org.talentrecall.archive.record.RecordKind;
import org.talentrecall.archive.record.SourceRecord;
import org.talentrecall.archive.record.Subject;
import org.talentrecall.archive.review.Answered;
import org.talentrecall.archive.review.Answers;
import org.talentrecall.archive.review.Given;
import org.talentrecall.archive.review.ReviewForm;
import org.talentrecall.ingest.spreadsheet.OwnWorkbook;
import org.talentrecall.ingest.spreadsheet.WorkbookScan;
import org.talentrecall.ingest.spreadsheet.file.SheetRow;

/**
 * Reads a review's workbook row by row: each answered row is a record that belongs to the person whom its question was
 * about; rows left as they were say nothing. Which rows there are, in which order and on which sheets does not matter: each
 * carries its question in a hidden cell, and the cells for its answer stand before that one.
 */
public final class ReviewReader implements OwnWorkbook.Reader {
    private static final String KIND = "review";
    private static final String UNSIGNED = "?";
    private static final int CODE_DIGITS = 16;

    private final Predicate<RecordId> known;

    /** @param known whether the archive holds a record now; answers about others are stale */
    public ReviewReader(Predicate<RecordId> known) {
        this.known = known;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public OwnWorkbook.Rows begin(WorkbookScan.Place place, OwnWorkbook.Sent sent) {
        return new Rows(place, sent);
    }

    private final class Rows implements OwnWorkbook.Rows {
        private final WorkbookScan.Place place;
        private final OwnWorkbook.Sent sent;
        /** Whoever signs the first row signs those below that bear no other name. */
        private String signed = "";
        /** How often each question was met answered: people copy whole rows, hidden cells and all. */
        private final Map<String, Integer> met = new HashMap<>();

        Rows(WorkbookScan.Place place, OwnWorkbook.Sent sent) {
            this.place = place;
            this.sent = sent;
        }

        @Override
        public List<Reading> read(SheetRow row) {
            Map<Integer, String> cells = row.cells().stream()
                    .collect(Collectors.toMap(
                            cell -> CellReference.convertColStringToIndex(cell.column()),
                            cell -> cell.value().shown()));
            for (Map.Entry<Integer, String> cell : cells.entrySet()) {
                Optional<ReviewForm> form = ReviewForm.read(cell.getValue());
                if (form.isPresent()) {
                    return read(row, form.get(), new AnswerCells(cells, cell.getKey()));
                }
            }
            return List.of();
        }

        private List<Reading> read(SheetRow row, ReviewForm form, AnswerCells cells) {
            signed = cells.by().isEmpty() ? signed : cells.by();
            if (Given.blank(cells.answer(), cells.value())) {
                return List.of();
            }
            String by = Stream.of(signed, Objects.requireNonNullElse(sent.by(), ""))
                    .filter(name -> !name.isEmpty())
                    .findFirst()
                    .orElse(UNSIGNED);
            int times = met.merge(form.question(), 1, Integer::sum);
            SourceRecord record = record(form, cells, by, times);
            if (times > 1) {
                return List.of(Reading.rejected(
                        record,
                        "ANSWERED_TWICE",
                        "Row " + row.number() + " of sheet " + row.sheet()
                                + " answers a question that a row above answers already: keep one of the two rows."));
            }
            if (!known.test(form.record())) {
                return List.of(Reading.rejected(
                        record,
                        "STALE_QUESTION",
                        "Row " + row.number() + " of sheet " + row.sheet()
                                + " answers a question about something that is no longer in the archive (withdrawn or"
                                + " erased): nothing is to be done, the answer is not needed any more."));
            }
            if (sent.at() == null) {
                return List.of(Reading.rejected(
                        record,
                        "NO_TIME",
                        "The file " + place.path() + " does not tell when it was saved, and so not which of several"
                                + " answers is the latest: save it once more with Excel, WPS or LibreOffice."));
            }
            return List.of(reading(row, form, cells, record, by, sent.at()));
        }

        private Reading reading(
                SheetRow row, ReviewForm form, AnswerCells cells, SourceRecord record, String by, Instant at) {
            Answered answered = Answers.read(form, new Given(cells.answer(), cells.value(), cells.note(), by, at));
            if (answered instanceof Answered.Refused refused) {
                return Reading.rejected(
                        record,
                        refused.code(),
                        "Row " + row.number() + ", cell " + cells.answerColumn() + row.number() + " of sheet "
                                + row.sheet() + ": " + refused.sentence());
            }
            Answered.Taken taken = (Answered.Taken) answered;
            Locator where = new Locator.Cell(place.path(), row.sheet(), row.number(), cells.answerColumn());
            List<StatedFact> facts = Stream.concat(Stream.<PersonFact>of(taken.review()), taken.facts().stream())
                    .map(fact -> new StatedFact(fact, where, 1))
                    .toList();
            List<IdentityKey> records = Stream.of(form.record(), form.other())
                    .filter(Objects::nonNull)
                    .map(about -> new IdentityKey(IdentityKey.Kind.RECORD, about.value()))
                    .toList();
            // Whether two are one is no statement about either of them.
            boolean aboutTwo = form.kind() == Review.Kind.SAME_PERSON;
            return Reading.stored(record, aboutTwo ? Subject.NONE : Subject.MENTION, facts, records);
        }

        /**
         * The same answer of the same person in a second copy of the file is a twin. Given again at another time it is not:
         * it may take back what was answered in between.
         */
        private SourceRecord record(ReviewForm form, AnswerCells cells, String by, int times) {
            String said = String.join(
                    "\n",
                    form.question(),
                    cells.answer().strip(),
                    cells.value().strip(),
                    cells.note().strip(),
                    by,
                    String.valueOf(sent.at()));
            ContentHash hash = ContentHash.of(said.getBytes(StandardCharsets.UTF_8));
            String key = place.path() + "#review:" + form.question() + (times == 1 ? "" : "~" + times);
            return new SourceRecord(
                    RecordId.of(place.source(), key),
                    place.source(),
                    RecordKind.ROW,
                    key,
                    hash,
                    sent.at(),
                    form.record(),
                    "review:" + hash.value().substring(0, CODE_DIGITS));
        }
    }

    /** The cells for the answer, which end just before the hidden one. */
    private record AnswerCells(Map<Integer, String> cells, int form) {
        String answer() {
            return cell(4);
        }

        String value() {
            return cell(3);
        }

        String note() {
            return cell(2);
        }

        String by() {
            return cell(1).strip();
        }

        String answerColumn() {
            return CellReference.convertNumToColString(Math.max(0, form - 4));
        }

        private String cell(int before) {
            @Nullable String shown = cells.get(form - before);
            return shown == null ? "" : shown;
        }
    }
}
