package org.talentrecall.ingest.spreadsheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.text.NameForms;
import org.talentrecall.archive.text.TextFolding;
import org.talentrecall.ingest.spreadsheet.file.CellValue;
import org.talentrecall.ingest.spreadsheet.file.SheetCell;

/**
 * One round of interviews in a row, from columns of its own or from one cell that tells it all ("10.15 王芳 通过 表达清晰").
 *
 * @param round as the header calls it
 * @param leading the cell that stands for the round
 * @param result the words of its result, or null
 * @param comment what was thought, or null
 * @param reason why it ended here, or null
 */
record RoundCells(
        String round,
        SheetCell leading,
        @Nullable PartialDate date,
        @Nullable String interviewer,
        @Nullable SheetCell result,
        @Nullable SheetCell comment,
        @Nullable SheetCell grade,
        @Nullable SheetCell reason) {
    private static final Pattern PIECES = Pattern.compile("[\\s|,;，；、。]+|(?<!\\d)/+|/+(?!\\d)");
    private static final Pattern NAMED_INTERVIEWER =
            Pattern.compile("(?:面试官|考官|面试人|(?i:interviewer))\\s*[:：是为]?\\s*([\\p{IsHan}]{2,4}|[A-Z][A-Za-z .]{2,30})");
    private static final Pattern TIME = Pattern.compile("(?:上午|下午|晚上|am|pm)?\\d{1,2}(?:[:：点]\\d{0,2}分?|am|pm)半?");
    private static final Pattern BY_THE_BOSS = Pattern.compile("老总|老板|总经理|总裁|董事长|ceo|boss");
    private static final int LONGEST_RESULT = 8;

    /** All rounds of a row that say something, in the order of the columns. */
    static List<RoundCells> of(TableRow row) {
        List<RoundCells> rounds = new ArrayList<>();
        row.rounds().forEach((round, cells) -> of(row, round, cells).ifPresent(rounds::add));
        return rounds;
    }

    boolean isByTheBoss() {
        return BY_THE_BOSS.matcher(TextFolding.fold(round)).find();
    }

    private static Optional<RoundCells> of(TableRow row, String round, Map<Field, SheetCell> cells) {
        SheetCell notes = cells.get(Field.ROUND_NOTES);
        SheetCell dated = cells.get(Field.INTERVIEW_DATE);
        SheetCell by = cells.get(Field.INTERVIEWER);
        SheetCell result = cells.get(Field.RESULT);
        SheetCell comment = cells.get(Field.INTERVIEWER_OPINION);
        SheetCell grade = cells.get(Field.GRADE);
        SheetCell reason = cells.get(Field.REASON);
        SheetCell leading = first(dated, result, by, comment, grade, reason, notes);
        if (leading == null) {
            return Optional.empty();
        }
        PartialDate date = dated == null ? null : row.date(dated, true);
        String interviewer = by == null ? null : by.value().shown().strip();
        if (notes == null) {
            return Optional.of(new RoundCells(round, leading, date, interviewer, result, comment, grade, reason));
        }
        Notes told = Notes.of(row, notes);
        return Optional.of(new RoundCells(
                round,
                leading,
                date != null ? date : told.date(),
                interviewer != null ? interviewer : told.interviewer(),
                result != null ? result : told.result(),
                comment != null ? comment : told.comment(),
                grade,
                reason));
    }

    private static @Nullable SheetCell first(@Nullable SheetCell... cells) {
        for (SheetCell cell : cells) {
            if (cell != null) {
                return cell;
            }
        }
        return null;
    }

    /** What one cell tells of a round. */
    private record Notes(
            @Nullable PartialDate date,
            @Nullable String interviewer,
            @Nullable SheetCell result,
            @Nullable SheetCell comment) {
        static Notes of(TableRow row, SheetCell cell) {
            String text = cell.value().shown().strip();
            if (!(cell.value() instanceof CellValue.Text)) {
                return new Notes(row.date(cell, true), null, null, null);
            }
            if (text.length() <= LONGEST_RESULT && isResult(row, text)) {
                return new Notes(null, null, cell, null);
            }
            PartialDate date = null;
            String interviewer = null;
            SheetCell result = null;
            int rest = 0;
            Matcher named = NAMED_INTERVIEWER.matcher(text);
            if (named.find()) {
                interviewer = named.group(1).strip();
            }
            String others = NAMED_INTERVIEWER.matcher(text).replaceFirst(" ");
            for (String piece : PIECES.split(others, -1)) {
                SheetCell part = part(cell, piece);
                if (piece.isEmpty() || TIME.matcher(TextFolding.fold(piece)).matches()) {
                    continue;
                }
                PartialDate day =
                        date == null && piece.chars().anyMatch(Character::isDigit) ? row.date(part, true) : null;
                if (day != null) {
                    date = day;
                } else if (result == null && piece.length() <= LONGEST_RESULT && isResult(row, piece)) {
                    result = part;
                } else if (interviewer == null
                        && rest == 0
                        && NameForms.looksLikeChineseName(NameForms.stripTitle(piece))) {
                    interviewer = piece;
                } else {
                    rest++;
                }
            }
            return new Notes(date, interviewer, result, rest > 0 ? cell : null);
        }

        private static boolean isResult(TableRow row, String words) {
            return row.word("RESULT", words).isPresent();
        }

        private static SheetCell part(SheetCell cell, String words) {
            return new SheetCell(cell.column(), new CellValue.Text(words));
        }
    }
}
