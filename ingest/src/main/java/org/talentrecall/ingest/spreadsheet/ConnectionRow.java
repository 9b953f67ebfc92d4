package org.talentrecall.ingest.spreadsheet;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.CareerUpdate;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.record.Subject;
import org.talentrecall.archive.text.ProfileUrls;
import org.talentrecall.ingest.spreadsheet.file.SheetCell;

/**
 * Rows of {@code Connections.csv} as LinkedIn exports it: where somebody's contacts work on the day of the export. News of
 * people we know; nobody becomes a candidate by being somebody's contact.
 */
final class ConnectionRow {
    private ConnectionRow() {}

    /** @param exportedOn the day of the export, or null when the file does not tell */
    static RowReading read(TableRow row, @Nullable LocalDate exportedOn) {
        PersonCells person = PersonCells.of(row);
        RowReading.Refused refused =
                person.refused(row).or(() -> person.nameless(row)).orElse(null);
        if (refused != null) {
            return refused;
        }
        String company = row.text(Field.COMPANY, Field.CURRENT_COMPANY);
        SheetCell leading = row.cell(Field.COMPANY, Field.CURRENT_COMPANY);
        if (company == null || leading == null) {
            return new RowReading.LeftOut("NO_EMPLOYER");
        }
        PartialDate said = exportedOn == null ? null : PartialDate.of(exportedOn);
        return new RowReading.Facts(row, Subject.MENTION, said, person.identity(), facts -> {
            person.addTo(facts, row);
            facts.add(update(row, company), leading, FactList.UNDERSTOOD);
        });
    }

    private static CareerUpdate update(TableRow row, String company) {
        String title = row.text(Field.CURRENT_TITLE, Field.POST);
        String link = row.text(Field.PROFILE, Field.URL);
        String text = title == null ? company : title + ", " + company;
        return new CareerUpdate(
                CareerUpdate.Kind.NEW_JOB,
                null,
                company,
                title,
                text,
                link == null ? null : ProfileUrls.normalise(link).orElse(null));
    }
}
