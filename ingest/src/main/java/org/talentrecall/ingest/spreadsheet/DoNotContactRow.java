package org.talentrecall.ingest.spreadsheet;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.ContactPreference;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.record.Subject;
import org.talentrecall.ingest.spreadsheet.file.SheetCell;

/** Rows of lists of people who must not be contacted. Standing in one makes nobody a candidate. */
final class DoNotContactRow {
    private DoNotContactRow() {}

    static RowReading read(TableRow row) {
        PersonCells person = PersonCells.of(row);
        RowReading.Refused refused = person.refused(row).orElse(null);
        if (refused != null) {
            return refused;
        }
        PartialDate date = row.date(Field.DATE, Field.INTERVIEW_DATE, Field.APPLIED_ON);
        return new RowReading.Facts(
                row, Subject.MENTION, date, person.identity(), facts -> addTo(facts, row, person, date));
    }

    private static void addTo(FactList facts, TableRow row, PersonCells person, @Nullable PartialDate date) {
        person.addTo(facts, row);
        SheetCell leading =
                row.cell(Field.MAY_CONTACT, Field.REASON, Field.CONTENT, Field.REMARK, Field.RESULT, Field.STATUS);
        String text = Stream.of(Field.REASON, Field.CONTENT, Field.REMARK)
                .map(row::text)
                .filter(words -> words != null)
                .distinct()
                .collect(Collectors.joining(" "));
        boolean may = mayContact(row).orElse(false);
        facts.add(
                new ContactPreference(may, text, date),
                leading != null
                        ? leading
                        : row.cell(
                                Field.NAME,
                                Field.PHONE,
                                Field.MAIL,
                                Field.CONTACT,
                                Field.WECHAT,
                                Field.PROFILE,
                                Field.LAST_NAME,
                                Field.FIRST_NAME),
                FactList.PLAIN);
    }

    /** What a column says that asks whether somebody may be contacted, or must not be; empty when it says nothing. */
    static Optional<Boolean> mayContact(TableRow row) {
        @Nullable String answer = row.text(Field.MAY_CONTACT);
        if (answer == null) {
            return Optional.empty();
        }
        boolean forbids = CellWords.read(
                        "FORBIDS", row.table().header(Field.MAY_CONTACT).orElse(""))
                .isPresent();
        Optional<String> told = CellWords.read("MAY_CONTACT", answer);
        if (told.isPresent()) {
            return told.map("YES"::equals);
        }
        return CellWords.read("YES_NO", answer).map(yes -> yes.equals("YES") != forbids);
    }
}
