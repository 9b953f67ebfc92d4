package org.talentrecall.ingest.spreadsheet;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.Communication;
import org.talentrecall.archive.fact.Communication.Channel;
import org.talentrecall.archive.fact.Communication.Direction;
import org.talentrecall.archive.fact.ContactPreference;
import org.talentrecall.archive.fact.Outcome;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.record.Subject;
import org.talentrecall.ingest.notes.StanceReader;
import org.talentrecall.ingest.spreadsheet.file.SheetCell;

/** Rows of communication logs (沟通日志). */
final class CommunicationRow {
    private CommunicationRow() {}

    static RowReading read(TableRow row, @Nullable LocalDate savedOn) {
        PersonCells person = PersonCells.of(row);
        RowReading.Refused refused = person.refused(row).orElse(null);
        if (refused != null) {
            return refused;
        }
        SheetCell cell = row.cell(Field.CONTENT, Field.ANSWER, Field.CHANNEL, Field.REMARK);
        if (cell == null) {
            return new RowReading.Refused(
                    "NO_CONTENT",
                    "Nothing is told of the contact in " + row.place() + ": fill in what was said, or delete the row.");
        }
        PartialDate date = row.date(Field.DATE, Field.INTERVIEW_DATE);
        String identity = person.identity() + '|' + HiringRow.day(date) + '|' + row.text(Field.CHANNEL);
        return new RowReading.Facts(row, Subject.PERSON, date, identity, facts -> {
            person.addTo(facts, row);
            contact(facts, row, cell, date, savedOn);
        });
    }

    private static void contact(
            FactList facts, TableRow row, SheetCell cell, @Nullable PartialDate date, @Nullable LocalDate savedOn) {
        String channel = row.text(Field.CHANNEL);
        String content = row.text(Field.CONTENT, Field.REMARK);
        String answer = row.text(Field.ANSWER);
        Direction direction = direction(row);
        String theirs = answer == null && direction == Direction.IN ? content : answer;
        LocalDate said = date != null ? date.latest() : savedOn;
        boolean joined = channel != null
                && CellWords.read("RESULT", channel).filter("JOINED"::equals).isPresent();
        StanceReader.Answer stance = said == null || theirs == null || joined
                ? new StanceReader.Answer(Communication.Stance.NONE, null, java.util.Optional.empty(), 1)
                : StanceReader.read(theirs, said);
        PartialDate promised = row.date(Field.PROMISED);
        facts.add(
                new Communication(
                        date,
                        channel == null
                                ? Channel.OTHER
                                : CellWords.read(Channel.class, "CHANNEL", channel)
                                        .orElse(Channel.OTHER),
                        direction,
                        row.text(Field.OWNER),
                        content == null ? "" : content,
                        answer,
                        stance.stance(),
                        promised != null ? promised : stance.promised()),
                cell,
                FactList.PLAIN);
        SheetCell theirCell = answer == null ? row.cell(Field.CONTENT, Field.REMARK) : row.cell(Field.ANSWER);
        stance.mayContact()
                .ifPresent(may -> facts.add(
                        new ContactPreference(may, String.valueOf(theirs), date), theirCell, stance.confidence()));
        if (joined) {
            facts.add(
                    new Outcome(Outcome.Kind.JOINED, date, row.text(Field.OPENING_ID), null),
                    row.cell(Field.CHANNEL),
                    FactList.UNDERSTOOD);
        }
    }

    private static Direction direction(TableRow row) {
        String written = row.text(Field.DIRECTION);
        return written == null
                ? Direction.OUT
                : CellWords.read(Direction.class, "DIRECTION", written).orElse(Direction.OUT);
    }
}
