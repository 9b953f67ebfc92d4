package org.talentrecall.ingest.spreadsheet;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.OpeningDescription;
import org.talentrecall.archive.fact.OpeningDescription.Status;
import org.talentrecall.archive.fact.Pay;
import org.talentrecall.archive.record.ContentHash;
import org.talentrecall.archive.record.Subject;
import org.talentrecall.archive.text.TextFolding;

/** Rows of requisition lists. */
final class OpeningRow {
    private static final int DERIVED_DIGITS = 8;

    private OpeningRow() {}

    static RowReading read(TableRow row) {
        String number = row.text(Field.OPENING_ID);
        String title = row.text(Field.POST);
        if (title == null) {
            return new RowReading.Refused(
                    "NO_TITLE", "No title of a post in " + row.place() + ": fill it in, or delete the row.");
        }
        Optional<Status> status = status(row);
        if (status.isEmpty()) {
            return new RowReading.Refused(
                    "NO_STATUS",
                    "Whether the opening is open cannot be told in " + row.place() + ": write 开放, 冻结 or 关闭.");
        }
        String department = row.text(Field.DEPARTMENT);
        String remote = row.text(Field.REMOTE);
        OpeningDescription opening = new OpeningDescription(
                number != null ? number : derived(title, department),
                title,
                department,
                row.text(Field.LEVEL),
                row.text(Field.CITY),
                remote != null
                        && CellWords.read("REMOTE", remote)
                                .filter("YES"::equals)
                                .isPresent(),
                budget(row),
                list(row.text(Field.MUST)),
                list(row.text(Field.WISH)),
                row.text(Field.DESCRIPTION),
                status.get(),
                row.date(Field.OPENED_ON, Field.DATE),
                row.text(Field.OPENED_BECAUSE, Field.REASON),
                row.text(Field.MANAGER, Field.OWNER));
        return new RowReading.Facts(
                row,
                Subject.OPENING,
                null,
                opening.id(),
                facts -> facts.add(opening, row.cell(Field.OPENING_ID, Field.POST), FactList.PLAIN));
    }

    /** A list without states is one of openings that are open. */
    private static Optional<Status> status(TableRow row) {
        String written = row.text(Field.STATUS, Field.RESULT);
        return written == null ? Optional.of(Status.OPEN) : CellWords.read(Status.class, "STATUS", written);
    }

    private static @Nullable Pay budget(TableRow row) {
        Pay ends = CellPay.range(row.pay(Field.BUDGET_FROM), row.pay(Field.BUDGET_TO));
        if (ends != null) {
            return ends;
        }
        Pay whole = row.pay(Field.BUDGET);
        return whole != null ? whole : row.pay(Field.CURRENT_PAY);
    }

    private static List<String> list(@Nullable String cell) {
        return cell == null ? List.of() : CellList.requirements(cell);
    }

    /** The same post of the same department keeps its number from list to list. */
    private static String derived(String title, @Nullable String department) {
        String words = TextFolding.fold(title) + '|' + (department == null ? "" : TextFolding.fold(department));
        return "O-"
                + ContentHash.of(words.getBytes(StandardCharsets.UTF_8)).value().substring(0, DERIVED_DIGITS);
    }
}
