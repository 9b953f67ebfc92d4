package org.talentrecall.ingest.spreadsheet;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.NotHired;
import org.talentrecall.archive.fact.Outcome;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.fact.RejectionCode;
import org.talentrecall.archive.text.TextFolding;
import org.talentrecall.ingest.notes.RejectionClassifier;
import org.talentrecall.ingest.notes.RejectionClassifier.Reason;
import org.talentrecall.ingest.spreadsheet.file.CellValue;
import org.talentrecall.ingest.spreadsheet.file.SheetCell;

/** How it ended: results and reasons of a row as facts. */
final class HiringResult {
    /** 已入职 of a remark about us; "已入职某公司" is about somebody else. */
    private static final Pattern JOINED_US = Pattern.compile("(?:已|正式|办理)入职(?:本公司|我司|成功)?(?=$|[\\s,，.。;；!！)）])");

    /** The verdict itself in English; what stands behind it may be the reason. "Rejected our offer" is the candidate's. */
    private static final Pattern VERDICT = Pattern.compile(
            "^\\s*(?:candidate )?(?:(?:was |is )?(?:rejected|reject|rejection|not selected|not hired|no hire|unsuccessful|failed)"
                    + "(?!\\s+(?:our|the|an|offer|by)\\b)|(?:put )?on hold|hold)\\b[\\s:\\-–—,;()]*",
            Pattern.CASE_INSENSITIVE);
    /** What ends it whatever the interview's verdict was. */
    private static final Set<RejectionCode> ENDING =
            EnumSet.of(RejectionCode.HEADCOUNT_FROZEN, RejectionCode.COMPETING_OFFER, RejectionCode.CANDIDATE_DECLINED);
    /** The reason is read out of words that were written for something else. */
    private static final double FROM_REMARK = 0.9;

    /** Only rules are as sure as this. */
    private static final double SURE = 0.85;

    private static final Pattern THEIR_CHOICE = Pattern.compile("放弃|婉拒|候选人|本人|拒|declin|withdr");

    private final Remembered<List<Reason>> reader;
    private final Remembered<List<Reason>> rules;

    HiringResult(RejectionClassifier classifier) {
        this.reader = new Remembered<>(classifier::read);
        this.rules = new Remembered<>(classifier::byRules);
    }

    /** What the words of a result mean. */
    enum Kind {
        /** No interview took place. */
        NOT_MET,
        NOT_HIRED,
        JOINED,
        /** Wanted, not yet there. */
        HIRED,
        PENDING,
        PASSED,
        /** "pass" is through in English and out in Chinese: the reason beside it decides. */
        AMBIGUOUS
    }

    static boolean saysJoined(String remark) {
        return remark.contains("入")
                && JOINED_US.matcher(TextFolding.fold(remark)).find();
    }

    /** What the result says; null when there is none or its words are unknown. */
    static @Nullable Kind kind(TableRow row) {
        return row.word("RESULT", Field.RESULT, Field.STATUS).map(Kind::valueOf).orElse(null);
    }

    /** The cell of the result of the row as a whole, else of the last round that has one; null when there is none. */
    private static @Nullable SheetCell resultCell(TableRow row, HiringRow.Hiring hiring) {
        SheetCell whole = row.cell(Field.RESULT, Field.STATUS);
        RoundCells decisive = hiring.decisive();
        return whole != null || decisive == null ? whole : decisive.result();
    }

    private static @Nullable Kind kind(TableRow row, @Nullable SheetCell result) {
        return result == null
                ? null
                : row.word("RESULT", result.value().shown()).map(Kind::valueOf).orElse(null);
    }

    void addTo(FactList facts, TableRow row, HiringRow.Hiring hiring) {
        SheetCell result = resultCell(row, hiring);
        Kind kind = kind(row, result);
        outcome(facts, row, hiring, kind, result);
        SheetCell own = reason(row, hiring);
        boolean tells = own != null && !isUnknown(reader.read(own.value().shown()));
        SheetCell elsewhere = tells ? null : elsewhere(row, kind, own != null);
        SheetCell reason = elsewhere != null ? elsewhere : own;
        if (kind == Kind.JOINED || kind != Kind.NOT_HIRED && reason == null) {
            return;
        }
        SheetCell cell = reason != null ? reason : result;
        String words = reason == null ? "" : reason.value().shown().strip();
        for (Reason read : reasons(words, result == null ? null : result.value().shown())) {
            if (kind == Kind.NOT_MET && read.code() == RejectionCode.UNKNOWN) {
                continue;
            }
            facts.add(
                    new NotHired(
                            read.code(), read.detail(), read.text(), hiring.met(), hiring.post(), hiring.openingId()),
                    cell,
                    elsewhere == null ? read.confidence() : read.confidence() * FROM_REMARK);
        }
    }

    private static boolean isUnknown(List<Reason> reasons) {
        return reasons.stream().allMatch(reason -> reason.code() == RejectionCode.UNKNOWN);
    }

    /**
     * The cell beside the reason's own that tells why it came to nothing: remarks, and for a plain no what the interviewers
     * thought. A remark may end what an interview passed: 通过, 编制冻结.
     *
     * @param unclear whether there is a reason whose words do not tell
     */
    private @Nullable SheetCell elsewhere(TableRow row, @Nullable Kind kind, boolean unclear) {
        SheetCell remark = row.cell(Field.REMARK);
        if (kind == Kind.NOT_HIRED || unclear) {
            SheetCell told = telling(remark);
            return told != null ? told : telling(row.cell(Field.INTERVIEWER_OPINION));
        }
        boolean ended = kind != Kind.JOINED
                && remark != null
                && !saysJoined(remark.value().shown())
                && rules.read(remark.value().shown()).stream()
                        .anyMatch(reason -> ENDING.contains(reason.code()) && reason.confidence() >= SURE);
        return ended ? remark : null;
    }

    private @Nullable SheetCell reason(TableRow row, HiringRow.Hiring hiring) {
        SheetCell whole = row.cell(Field.REASON);
        RoundCells decisive = hiring.decisive();
        if (whole != null || decisive == null) {
            return whole;
        }
        return decisive.reason() != null ? decisive.reason() : telling(decisive.comment());
    }

    /** A comment that gives a reason for a no, else null. */
    private @Nullable SheetCell telling(@Nullable SheetCell comment) {
        boolean tells = comment != null
                && reader.read(comment.value().shown()).stream()
                        .anyMatch(reason -> reason.code() != RejectionCode.UNKNOWN);
        return tells ? comment : null;
    }

    /** The reasons of the reason's own words; where these do not tell, of the result's; never none. */
    private List<Reason> reasons(String words, @Nullable String result) {
        List<Reason> told = reader.read(words);
        if (told.stream().anyMatch(reason -> reason.code() != RejectionCode.UNKNOWN)) {
            return told;
        }
        List<Reason> hinted = (result == null
                        ? List.<Reason>of()
                        : reader.read(VERDICT.matcher(result).replaceFirst("")))
                .stream()
                        .filter(reason -> reason.code() != RejectionCode.UNKNOWN)
                        .map(reason -> new Reason(reason.code(), reason.detail(), words, reason.confidence()))
                        .toList();
        if (!hinted.isEmpty()) {
            return hinted;
        }
        return told.isEmpty() ? List.of(new Reason(RejectionCode.UNKNOWN, null, "", FactList.PLAIN)) : told;
    }

    private static void outcome(
            FactList facts, TableRow row, HiringRow.Hiring hiring, @Nullable Kind kind, @Nullable SheetCell result) {
        SheetCell remark = row.cell(Field.REMARK);
        boolean remarked = remark != null && saysJoined(remark.value().shown());
        if (kind == Kind.JOINED || remarked) {
            SheetCell cell = kind == Kind.JOINED ? result : remark;
            facts.add(
                    new Outcome(
                            Outcome.Kind.JOINED,
                            joinedOn(row, hiring, remarked ? remark : null),
                            hiring.openingId(),
                            null),
                    cell,
                    FactList.UNDERSTOOD);
        } else if (row.table().kind() == SheetKind.OUTCOMES && kind == Kind.NOT_HIRED) {
            String words =
                    TextFolding.fold((result == null ? "" : result.value().shown()) + " " + row.text(Field.REASON));
            boolean theirs = THEIR_CHOICE.matcher(words).find();
            facts.add(
                    new Outcome(
                            theirs ? Outcome.Kind.DECLINED : Outcome.Kind.FAILED,
                            hiring.met(),
                            hiring.openingId(),
                            row.text(Field.REASON)),
                    result,
                    FactList.UNDERSTOOD);
        } else if (row.table().kind() == SheetKind.OUTCOMES && kind == null && row.cell(Field.JOINED_ON) != null) {
            facts.add(
                    new Outcome(Outcome.Kind.JOINED, row.date(Field.JOINED_ON), hiring.openingId(), null),
                    row.cell(Field.JOINED_ON),
                    FactList.UNDERSTOOD);
        }
    }

    private static @Nullable PartialDate joinedOn(TableRow row, HiringRow.Hiring hiring, @Nullable SheetCell remark) {
        PartialDate given = row.date(Field.JOINED_ON);
        if (given != null) {
            return given;
        }
        if (remark != null) {
            LocalDate seenFrom = hiring.met() == null ? null : hiring.met().latest();
            return CellDates.read(new CellValue.Text(remark.value().shown()), seenFrom);
        }
        return row.table().kind() == SheetKind.OUTCOMES ? hiring.met() : null;
    }
}
