package org.talentrecall.enrich.profile;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.text.DateReader;

/** Dates as markup writes them: ISO 8601 to any exactness, or in words when they name the year. */
final class WrittenDate {
    private static final Pattern ISO = Pattern.compile("(\\d{4})(?:-?(\\d{2})(?:-?(\\d{2}))?)?(?:[T ].*)?");
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d{2}(?!\\d)");
    /** Never used: without a year nothing is read. */
    private static final LocalDate REFERENCE = LocalDate.of(2000, 1, 1);

    private WrittenDate() {}

    static Optional<PartialDate> read(String written) {
        Matcher iso = ISO.matcher(written.strip());
        if (iso.matches()) {
            try {
                int year = Integer.parseInt(iso.group(1));
                Integer month = iso.group(2) == null ? null : Integer.valueOf(iso.group(2));
                Integer day = iso.group(3) == null ? null : Integer.valueOf(iso.group(3));
                return Optional.of(new PartialDate(year, month, day));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
        return YEAR.matcher(written).find() ? DateReader.read(written, REFERENCE) : Optional.empty();
    }

    /** A moment; of a bare date its beginning in universal time. */
    static Optional<Instant> moment(String written) {
        try {
            return Optional.of(OffsetDateTime.parse(written.strip()).toInstant());
        } catch (DateTimeException e) {
            return read(written)
                    .map(date -> date.earliest().atStartOfDay(ZoneOffset.UTC).toInstant());
        }
    }
}
