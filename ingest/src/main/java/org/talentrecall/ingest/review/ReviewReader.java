package org.talentrecall.ingest.review;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.PersonFact;
import org.talentrecall.archive.fact.Review;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.identity.IdentityKey;
import org.talentrecall.archive.intake.KnownRecord;
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
import org.talentrecall.archive.review.ReviewWords;
import org.talentrecall.ingest.spreadsheet.OwnWorkbook;
import org.talentrecall.ingest.spreadsheet.WorkbookPlace;
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

    /** Where the night's workbook has the hidden cell, for rows that have lost it. */
    private static final int FORM_COLUMN = 9;

    private static final Set<String> HEADS = Stream.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)
            .map(language -> ReviewWords.in(language).of("column.answer"))
            .collect(Collectors.toUnmodifiableSet());

    private final Predicate<RecordId> known;
    private final Function<RecordId, Optional<KnownRecord>> given;

    /**
     * @param known whether the archive holds a record now; answers about others are stale
     * @param given what the archive knows of an answer in the same row of the same file, from when it was last read
     */
    public ReviewReader(Predicate<RecordId> known, Function<RecordId, Optional<KnownRecord>> given) {
        this.known = known;
        this.given = given;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public OwnWorkbook.Rows begin(WorkbookPlace place, OwnWorkbook.Sent sent) {
        return new Rows(place, sent);
    }

    private final class Rows implements OwnWorkbook.Rows {
        private final WorkbookPlace place;
        private final OwnWorkbook.Sent sent;
        /** Whoever signs the first row signs those below that bear no other name. */
        private String signed = "";

        private int formColumn = FORM_COLUMN;
        /** How often each question was met answered: people copy whole rows, hidden cells and all. */
        private final Map<String, Integer> met = new HashMap<>();

        Rows(WorkbookPlace place, OwnWorkbook.Sent sent) {
            this.place = place;
            this.sent = sent;
        }

        @Override
        public List<Reading> read(SheetRow row) {
            // A file that some program wrote wrong may have a cell twice; the first counts.
            Map<Integer, String> cells = row.cells().stream()
                    .collect(Collectors.toMap(
                            cell -> CellReference.convertColStringToIndex(cell.column()),
                            cell -> cell.value().shown(),
                            (first, second) -> first,
                            TreeMap::new));
            for (Map.Entry<Integer, String> cell : cells.entrySet()) {
                Optional<ReviewForm> form = ReviewForm.read(cell.getValue());
                if (form.isPresent()) {
                    formColumn = cell.getKey();
                    return read(row, form.get(), new AnswerCells(cells, cell.getKey()));
                }
            }
            AnswerCells orphan = new AnswerCells(cells, formColumn);
            return Given.blank(orphan.answer(), orphan.value())
                            || HEADS.contains(orphan.answer().strip())
                    ? List.of()
                    : List.of(damaged(row, orphan));
        }

        /** An answer whose question cannot be told: never dropped in silence. */
        private Reading damaged(SheetRow row, AnswerCells cells) {
            String key = place.path() + "#review:" + row.sheet() + ":" + row.number();
            String said = String.join("\n", cells.answer(), cells.value(), cells.note(), cells.by());
            SourceRecord record = new SourceRecord(
                    RecordId.of(place.source(), key),
                    place.source(),
                    RecordKind.ROW,
                    key,
                    ContentHash.of(said.getBytes(StandardCharsets.UTF_8)),
                    sent.at(),
                    null,
                    null);
            return Reading.rejected(
                    record,
                    "DAMAGED_FORM",
                    "Row " + row.number() + " of sheet " + row.sheet()
                            + " is answered, but its hidden cell "
                            + CellReference.convertNumToColString(cells.form()) + row.number()
                            + ", which says what was asked, is missing or was changed: answer it again in a fresh copy of the"
                            + " workbook (recall review --xlsx).");
        }

        private List<Reading> read(SheetRow row, ReviewForm form, AnswerCells cells) {
            signed = cells.by().isEmpty() ? signed : cells.by();
            if (Given.blank(cells.answer(), cells.value())) {
                return List.of();
            }
            String by = Stream.of(signed, Given.plain(Objects.requireNonNullElse(sent.by(), "")))
                    .filter(name -> !name.isEmpty())
                    .findFirst()
                    .orElse(UNSIGNED);
            int times = met.merge(form.question(), 1, Integer::sum);
            Instant at = givenAt(form, cells, by, times);
            SourceRecord record = record(form, cells, by, times, at);
            if (times > 1) {
                return List.of(Reading.rejected(
                        record,
                        "ANSWERED_TWICE",
                        "Row " + row.number() + " of sheet " + row.sheet()
                                + " answers a question that a row above answers already: keep one of the two rows."));
            }
            if (!known.test(form.record()) || (form.other() != null && !known.test(form.other()))) {
                return List.of(Reading.rejected(
                        record,
                        "STALE_QUESTION",
                        "Row " + row.number() + " of sheet " + row.sheet()
                                + " answers a question about something that is no longer in the archive (withdrawn or"
                                + " erased): nothing is to be done, the answer is not needed any more."));
            }
            if (at == null) {
                return List.of(Reading.rejected(
                        record,
                        "NO_TIME",
                        "The file " + place.path() + " does not tell when it was saved, and so not which of several"
                                + " answers is the latest: save it once more with Excel, WPS or LibreOffice."));
            }
            return List.of(reading(row, form, cells, record, by, at));
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
            Locator where = new Locator.Cell(place.file(), row.sheet(), row.number(), cells.answerColumn());
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
         * When it was answered: a file that is saved once more, with other rows answered, still has its old answers from when
         * they were first met in it, so that they do not overtake what was answered elsewhere in between.
         */
        private @Nullable Instant givenAt(ReviewForm form, AnswerCells cells, String by, int times) {
            ContentHash said = said(form, cells, by);
            return given.apply(id(form, times))
                    .filter(before -> before.content().equals(said))
                    .map(KnownRecord::saidAt)
                    .orElse(sent.at());
        }

        private RecordId id(ReviewForm form, int times) {
            return RecordId.of(place.source(), key(form, times));
        }

        private String key(ReviewForm form, int times) {
            return place.path() + "#review:" + form.question() + (times == 1 ? "" : "~" + times);
        }

        private ContentHash said(ReviewForm form, AnswerCells cells, String by) {
            String said = String.join(
                    "\n",
                    form.question(),
                    cells.answer().strip(),
                    cells.value().strip(),
                    cells.note().strip(),
                    by);
            return ContentHash.of(said.getBytes(StandardCharsets.UTF_8));
        }

        /**
         * The same answer of the same person in a second copy of the file is a twin. Given again at another time it is not:
         * it may take back what was answered in between.
         */
        private SourceRecord record(ReviewForm form, AnswerCells cells, String by, int times, @Nullable Instant at) {
            ContentHash said = said(form, cells, by);
            ContentHash twin = ContentHash.of((said.value() + at).getBytes(StandardCharsets.UTF_8));
            return new SourceRecord(
                    id(form, times),
                    place.source(),
                    RecordKind.ROW,
                    key(form, times),
                    said,
                    at,
                    form.record(),
                    "review:" + twin.value().substring(0, CODE_DIGITS));
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
            return Given.plain(cell(1));
        }

        String answerColumn() {
            return CellReference.convertNumToColString(Math.max(0, form - 4));
        }

        private String cell(int before) {
            return Objects.requireNonNullElse(cells.get(form - before), "");
        }
    }
}
