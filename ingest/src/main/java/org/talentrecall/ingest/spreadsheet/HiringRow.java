package org.talentrecall.ingest.spreadsheet;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.Application;
import org.talentrecall.archive.fact.ContactPreference;
import org.talentrecall.archive.fact.Interview;
import org.talentrecall.archive.fact.Opinion;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.fact.Pay;
import org.talentrecall.archive.fact.SalaryStatement;
import org.talentrecall.archive.record.Subject;
import org.talentrecall.ingest.notes.OpinionRating;
import org.talentrecall.ingest.notes.RejectionClassifier;
import org.talentrecall.ingest.notes.StanceReader;
import org.talentrecall.ingest.spreadsheet.file.SheetCell;

/** Rows of interview logs, candidate lists and outcomes: a person, a post of ours, what was thought, how it ended. */
final class HiringRow {
    /** Headers that name the person's own post when a column for the employer stands beside them. */
    private static final Set<String> OWN_TITLE = Set.of("职位", "职务", "头衔", "title", "jobtitle", "role", "position");

    private final HiringResult results;
    /** The rounds that headers name. */
    private final Remembered<Optional<String>> headers = new Remembered<>(
            header -> RoundHeader.of(HeaderWords.normalised(header), header).map(RoundHeader::label));

    private final Remembered<OptionalInt> ratings = new Remembered<>(OpinionRating::read);
    private final Remembered<Optional<Boolean>> preferences =
            new Remembered<>(words -> StanceReader.read(words, LocalDate.EPOCH).mayContact());

    HiringRow(RejectionClassifier classifier) {
        this.results = new HiringResult(classifier);
    }

    RowReading read(TableRow row) {
        PersonCells person = PersonCells.of(row);
        RowReading.Refused refused =
                person.refused(row).or(() -> person.nameless(row)).orElse(null);
        if (refused != null) {
            return refused;
        }
        boolean ownTitle = isOwnTitle(row.table());
        List<RoundCells> rounds = RoundCells.of(row);
        PartialDate met = row.date(Field.INTERVIEW_DATE, Field.DATE);
        Hiring hiring = new Hiring(
                ownTitle ? null : row.text(Field.POST),
                row.text(Field.OPENING_ID),
                met != null ? met : last(rounds),
                row.date(Field.APPLIED_ON),
                rounds);
        String identity = person.identity()
                + '|'
                + keyDay(row, hiring.said(), rounds)
                + '|'
                + hiring.openingId()
                + '|'
                + hiring.post()
                + '|'
                + row.text(Field.ROUND);
        return new RowReading.Facts(
                row, Subject.PERSON, hiring.said(), identity, facts -> addTo(facts, row, person, hiring, ownTitle));
    }

    private void addTo(FactList facts, TableRow row, PersonCells person, Hiring hiring, boolean ownTitle) {
        person.addTo(facts, row);
        application(row, hiring, facts);
        interview(row, hiring, facts);
        hiring.rounds().forEach(round -> round(row, hiring, round, facts));
        opinions(row, hiring, facts);
        results.addTo(facts, row, hiring);
        salaries(row, hiring, facts);
        ProfileCells.addTo(facts, row, ownTitle);
        DoNotContactRow.mayContact(row)
                .ifPresent(may -> facts.add(
                        new ContactPreference(may, String.valueOf(row.text(Field.MAY_CONTACT)), hiring.said()),
                        row.cell(Field.MAY_CONTACT),
                        FactList.UNDERSTOOD));
    }

    /** The last round's date comes and goes as rounds are held, so it is no part of what identifies the row. */
    private static String keyDay(TableRow row, @Nullable PartialDate said, List<RoundCells> rounds) {
        boolean own = row.cell(Field.INTERVIEW_DATE, Field.DATE, Field.APPLIED_ON) != null;
        return own || rounds.isEmpty() ? day(said) : "";
    }

    private static @Nullable PartialDate last(List<RoundCells> rounds) {
        PartialDate last = null;
        for (RoundCells round : rounds) {
            PartialDate date = round.date();
            last = date != null && (last == null || date.compareTo(last) >= 0) ? date : last;
        }
        return last;
    }

    /** A date as a part of an identity. */
    static String day(@Nullable PartialDate date) {
        return date == null ? "" : date.year() + "-" + date.month() + "-" + date.day();
    }

    private static boolean isOwnTitle(Table table) {
        return table.kind() == SheetKind.CANDIDATES
                && (table.has(Field.COMPANY) || table.has(Field.CURRENT_COMPANY))
                && !table.has(Field.CURRENT_TITLE)
                && table.header(Field.POST)
                        .map(HeaderWords::normalised)
                        .filter(OWN_TITLE::contains)
                        .isPresent();
    }

    private static void application(TableRow row, Hiring hiring, FactList facts) {
        if (hiring.post() != null || hiring.openingId() != null) {
            String post = hiring.post() != null ? hiring.post() : String.valueOf(hiring.openingId());
            facts.add(
                    new Application(post, hiring.openingId(), hiring.applied()),
                    row.cell(Field.POST, Field.OPENING_ID),
                    FactList.PLAIN);
        }
    }

    private void interview(TableRow row, Hiring hiring, FactList facts) {
        SheetCell sign = row.cell(Field.INTERVIEW_DATE, Field.INTERVIEWER, Field.ROUND, Field.INTERVIEWER_OPINION);
        if (sign == null
                && row.table().kind() == SheetKind.INTERVIEWS
                && hiring.rounds().isEmpty()) {
            sign = row.cell(Field.DATE, Field.RESULT, Field.STATUS, Field.BOSS_OPINION);
        }
        if (sign != null && HiringResult.kind(row) != HiringResult.Kind.NOT_MET) {
            facts.add(
                    new Interview(
                            hiring.met(),
                            hiring.post(),
                            hiring.openingId(),
                            row.text(Field.INTERVIEWER),
                            round(row),
                            row.text(Field.RESULT, Field.STATUS)),
                    sign,
                    FactList.PLAIN);
        }
    }

    /** The round the row names, or else the header of its date. */
    private @Nullable String round(TableRow row) {
        String written = row.text(Field.ROUND);
        return written != null
                ? written
                : row.table()
                        .header(Field.INTERVIEW_DATE)
                        .flatMap(headers::read)
                        .orElse(null);
    }

    private void round(TableRow row, Hiring hiring, RoundCells round, FactList facts) {
        SheetCell result = round.result();
        String words = result == null ? null : result.value().shown().strip();
        boolean met = words == null
                || row.word("RESULT", words)
                        .filter(HiringResult.Kind.NOT_MET.name()::equals)
                        .isEmpty();
        if (met) {
            facts.add(
                    new Interview(
                            round.date(), hiring.post(), hiring.openingId(), round.interviewer(), round.round(), words),
                    round.leading(),
                    FactList.PLAIN);
        }
        SheetCell comment = round.comment();
        SheetCell grade = round.grade();
        SheetCell cell = comment != null ? comment : grade;
        if (cell != null) {
            String text = cell.value().shown().strip();
            String rated = grade == null ? text : "评分:" + grade.value().shown().strip();
            OptionalInt rating = ratings.read(rated);
            facts.add(
                    new Opinion(
                            round.isByTheBoss() ? Opinion.Role.BOSS : Opinion.Role.INTERVIEWER,
                            round.interviewer(),
                            comment == null ? "" : text,
                            rating.isPresent() ? Integer.valueOf(rating.getAsInt()) : null,
                            round.date(),
                            hiring.post()),
                    cell,
                    FactList.PLAIN);
        }
    }

    private void opinions(TableRow row, Hiring hiring, FactList facts) {
        opinion(row, hiring, facts, Field.INTERVIEWER_OPINION, Opinion.Role.INTERVIEWER, Field.INTERVIEWER);
        opinion(row, hiring, facts, Field.BOSS_OPINION, Opinion.Role.BOSS, null);
        opinion(row, hiring, facts, Field.HR_OPINION, Opinion.Role.HR, Field.OWNER);
        SheetCell remark = row.cell(Field.REMARK);
        if (remark == null || HiringResult.saysJoined(remark.value().shown())) {
            return;
        }
        opinion(row, hiring, facts, Field.REMARK, Opinion.Role.HR, Field.OWNER);
        String text = remark.value().shown().strip();
        PartialDate said = hiring.met();
        if (said != null) {
            preferences
                    .read(text)
                    .ifPresent(may -> facts.add(new ContactPreference(may, text, said), remark, FactList.UNDERSTOOD));
        }
    }

    private void opinion(
            TableRow row, Hiring hiring, FactList facts, Field field, Opinion.Role role, @Nullable Field by) {
        SheetCell cell = row.cell(field);
        if (cell == null) {
            return;
        }
        String text = cell.value().shown().strip();
        String grade = field == Field.INTERVIEWER_OPINION ? row.text(Field.GRADE) : null;
        OptionalInt rating =
                field == Field.REMARK ? OptionalInt.empty() : ratings.read(grade == null ? text : "评分:" + grade);
        Integer known = rating.isPresent() ? Integer.valueOf(rating.getAsInt()) : null;
        String speaker = by == null ? null : row.text(by);
        facts.add(new Opinion(role, speaker, text, known, hiring.met(), hiring.post()), cell, FactList.PLAIN);
    }

    private static void salaries(TableRow row, Hiring hiring, FactList facts) {
        PartialDate said = hiring.said();
        salary(row, facts, Field.EXPECTED_PAY, SalaryStatement.Kind.EXPECTED, said);
        salary(row, facts, Field.CURRENT_PAY, SalaryStatement.Kind.CURRENT, said);
        salary(row, facts, Field.OFFERED_PAY, SalaryStatement.Kind.OFFERED, said);
    }

    private static void salary(
            TableRow row, FactList facts, Field field, SalaryStatement.Kind kind, @Nullable PartialDate said) {
        Pay pay = row.pay(field);
        if (pay != null) {
            facts.add(new SalaryStatement(kind, pay, said), row.cell(field), FactList.UNDERSTOOD);
        }
    }

    /**
     * What a row's facts share.
     *
     * @param met the day of the interview or the last round, or the day the row gives without saying for what
     */
    record Hiring(
            @Nullable String post,
            @Nullable String openingId,
            @Nullable PartialDate met,
            @Nullable PartialDate applied,
            List<RoundCells> rounds) {
        Hiring {
            rounds = List.copyOf(rounds);
        }

        /** The day the row was said, or null. */
        @Nullable
        PartialDate said() {
            return met != null ? met : applied;
        }

        /** The last round that tells how it went, or null. */
        @Nullable
        RoundCells decisive() {
            RoundCells last = null;
            for (RoundCells round : rounds) {
                last = round.result() == null ? last : round;
            }
            return last;
        }
    }
}
