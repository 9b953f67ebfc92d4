package org.talentrecall.ingest.spreadsheet;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.text.MailAddresses;
import org.talentrecall.archive.text.NameForms;
import org.talentrecall.archive.text.PhoneNumbers;
import org.talentrecall.archive.text.ProfileUrls;
import org.talentrecall.ingest.spreadsheet.file.CellValue;

/** What the values of a column look like, as a witness for or against its header. */
final class ColumnValues {
    /** Fewer values prove nothing. */
    private static final int FEWEST = 3;
    /** So many of them have to be of a shape to make a column without a telling header. */
    private static final double MOST_OF_THEM = 0.8;
    /** Fewer speak against a header. */
    private static final double SOME_OF_THEM = 0.34;

    private static final int LONGEST_NAME = 40;
    private static final Pattern DIGITS = Pattern.compile("(?:\\D*\\d){7,}\\D*");
    private static final Pattern DEGREE = Pattern.compile(
            "(?:博士后?|硕士|研究生|本科|学士|大专|专科|高中|中专|mba|emba|ph\\.?d\\.?|master'?s?|bachelor'?s?)(?:研究生|学历|学位|在读|degree)?",
            Pattern.CASE_INSENSITIVE);

    private final List<CellValue> values;

    /** @param values of the first rows below the header, without blanks */
    ColumnValues(List<CellValue> values) {
        this.values = List.copyOf(values);
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** The field whose shape almost all values have, for columns whose header does not tell. */
    Optional<Field> likely() {
        if (values.size() < FEWEST) {
            return Optional.empty();
        }
        for (Field field : List.of(Field.MAIL, Field.PHONE, Field.PROFILE, Field.DEGREE, Field.NAME)) {
            Predicate<CellValue> shape = shape(field);
            if (shape != null && share(shape) >= MOST_OF_THEM) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    /** True when the values are what the field holds, false when they are not, empty when they cannot tell. */
    Optional<Boolean> agreeWith(Field field) {
        Predicate<CellValue> shape = plausible(field);
        if (shape == null || values.isEmpty()) {
            return Optional.empty();
        }
        double share = share(shape);
        if (share >= MOST_OF_THEM) {
            return Optional.of(true);
        }
        return share < SOME_OF_THEM && values.size() >= FEWEST ? Optional.of(false) : Optional.empty();
    }

    private double share(Predicate<CellValue> shape) {
        return (double) values.stream().filter(shape).count() / values.size();
    }

    private static @Nullable Predicate<CellValue> shape(Field field) {
        return switch (field) {
            case MAIL -> value -> isAll(MailAddresses.findAll(value.shown()), value);
            case PHONE -> value -> PhoneNumbers.normalise(value.shown()).isPresent();
            case PROFILE -> value -> !ProfileUrls.findAll(value.shown()).isEmpty();
            case DEGREE -> value -> DEGREE.matcher(value.shown().strip()).matches();
            case NAME ->
                value -> value instanceof CellValue.Text
                        && (NameForms.looksLikeChineseName(value.shown())
                                || NameForms.looksLikeEnglishName(value.shown()));
            default -> null;
        };
    }

    private static boolean isAll(List<org.talentrecall.archive.text.Found> found, CellValue value) {
        return !found.isEmpty()
                && found.get(0).asWritten().length() * 2 > value.shown().length();
    }

    /** Looser than {@link #shape}: what a field may hold. */
    private static @Nullable Predicate<CellValue> plausible(Field field) {
        return switch (field) {
            case MAIL ->
                value -> value.shown().indexOf('@') >= 0 || value.shown().indexOf('\uff20') >= 0;
            case PHONE -> value -> DIGITS.matcher(value.shown()).matches();
            case NAME, INTERVIEWER, FIRST_NAME, LAST_NAME ->
                value -> value instanceof CellValue.Text
                        && value.shown().length() <= LONGEST_NAME
                        && value.shown().codePoints().anyMatch(Character::isLetter);
            case INTERVIEW_DATE, APPLIED_ON, DATE, JOINED_ON, OPENED_ON, PROMISED, BIRTH, GRADUATED, CONNECTED_ON ->
                value -> CellDates.looksLikeDate(value);
            case EXPECTED_PAY, CURRENT_PAY, OFFERED_PAY, BUDGET, BUDGET_FROM, BUDGET_TO, YEARS ->
                value -> value.shown().codePoints().anyMatch(Character::isDigit)
                        || CellWords.read("NO_FIGURE", value.shown()).isPresent();
            default -> null;
        };
    }
}
