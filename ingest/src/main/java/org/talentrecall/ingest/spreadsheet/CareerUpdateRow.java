package org.talentrecall.ingest.spreadsheet;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.CareerUpdate;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.record.Subject;
import org.talentrecall.archive.text.ProfileUrls;
import org.talentrecall.ingest.spreadsheet.file.SheetCell;

/** Rows that tell what somebody has done since we met. */
final class CareerUpdateRow {
    private CareerUpdateRow() {}

    static RowReading read(TableRow row) {
        PersonCells person = PersonCells.of(row);
        RowReading.Refused refused = person.refused(row).orElse(null);
        if (refused != null) {
            return refused;
        }
        SheetCell cell =
                row.cell(Field.CONTENT, Field.UPDATE_KIND, Field.CURRENT_COMPANY, Field.COMPANY, Field.CURRENT_TITLE);
        String stated = row.text(Field.UPDATE_KIND);
        Optional<CareerUpdate.Kind> kind = kind(stated).or(() -> kind(row.text(Field.CONTENT)));
        if (cell == null || kind.isEmpty()) {
            return new RowReading.Refused(
                    "NO_KIND",
                    "What happened cannot be told in " + row.place()
                            + ": write 入职新公司, 晋升, 离职, 项目, 论文 or 关注方向变化 as its kind.");
        }
        PartialDate date = row.date(Field.DATE);
        CareerUpdate.Kind happened = kind.get();
        return new RowReading.Facts(
                row, Subject.PERSON, date, person.identity() + '|' + HiringRow.day(date) + '|' + happened, facts -> {
                    person.addTo(facts, row);
                    facts.add(update(row, happened, date), cell, stated == null ? FactList.DOUBTFUL : FactList.PLAIN);
                });
    }

    private static CareerUpdate update(TableRow row, CareerUpdate.Kind kind, @Nullable PartialDate date) {
        String stated = row.text(Field.UPDATE_KIND);
        String company = row.text(Field.CURRENT_COMPANY, Field.COMPANY);
        String title = row.text(Field.CURRENT_TITLE, Field.POST);
        String content = row.text(Field.CONTENT, Field.REMARK);
        String text = content != null
                ? content
                : Stream.of(stated, company, title).filter(part -> part != null).collect(Collectors.joining(" "));
        String url = row.text(Field.URL);
        boolean page = url != null && ProfileUrls.normalise(url).isPresent();
        return new CareerUpdate(kind, date, company, title, text, page ? url : null);
    }

    private static Optional<CareerUpdate.Kind> kind(@Nullable String words) {
        return words == null ? Optional.empty() : CellWords.read(CareerUpdate.Kind.class, "UPDATE_KIND", words);
    }
}
