package org.talentrecall.enrich;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.intake.Container;
import org.talentrecall.archive.intake.RawStore;
import org.talentrecall.archive.intake.Reading;
import org.talentrecall.archive.record.ContentHash;
import org.talentrecall.archive.record.RecordId;
import org.talentrecall.archive.record.RecordKind;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.archive.record.SourceRecord;
import org.talentrecall.enrich.fetch.Fetched;
import org.talentrecall.enrich.fetch.PageText;
import org.talentrecall.enrich.profile.PageReading;
import org.talentrecall.enrich.profile.ProfileReader;

/** A visit to one page: one record, and one for each question that it leaves open. */
final class PageVisit extends Visit {
    private static final int LOOKED_AT = 1024;

    private final Attribution attribution;

    PageVisit(
            SourceId source,
            String url,
            @Nullable Container before,
            RawStore raw,
            boolean archiveChanged,
            Problems problems,
            Attribution attribution) {
        super(source, url, before, raw, archiveChanged, problems);
        this.attribution = attribution;
    }

    @Override
    boolean appended() {
        return false;
    }

    @Override
    Result read(byte[] content, Bookmark bookmark) {
        ContentHash hash = Objects.requireNonNull(bookmark.raw());
        return new Result(readings(content, hash, bookmark.contentType()), bookmark);
    }

    private List<Reading> readings(byte[] content, ContentHash hash, @Nullable String contentType) {
        SourceRecord record = SourceRecord.of(source, RecordKind.PAGE, url, hash, null);
        if (!isText(content, contentType)) {
            return List.of(Reading.rejected(
                    record, "NOT_A_PAGE", "What lies at this address is no HTML; list the person's page instead."));
        }
        PageReading page = ProfileReader.read(PageText.of(content, contentType), url);
        SourceRecord said = new SourceRecord(
                RecordId.of(source, url),
                source,
                RecordKind.PAGE,
                url,
                hash,
                page.saidAt(),
                null,
                "page " + page.canonical() + " " + hash);
        return switch (page.outcome()) {
            case ONE_PERSON -> attribution.decide(said, page.facts(), null);
            case NO_PERSON -> List.of(Reading.suppressed(said, "NO_PERSON"));
            case SEVERAL_PERSONS ->
                List.of(Reading.rejected(
                        said,
                        "SEVERAL_PERSONS",
                        "This page is about more than one person; list the page of each instead."));
            case BROKEN ->
                List.of(Reading.rejected(
                        said,
                        "BROKEN_PAGE",
                        "The page's markup breaks off before it names anybody; ask its owner to repair it."));
        };
    }

    @Override
    @Nullable
    Reading instead(Fetched fetched, ContentHash nothing) {
        SourceRecord record = SourceRecord.of(source, RecordKind.PAGE, url, nothing, null);
        if (fetched instanceof Fetched.Forbidden) {
            return Reading.suppressed(record, "ROBOTS");
        }
        return fetched instanceof Fetched.Refused refused
                ? Reading.rejected(record, refused.code(), refused.sentence())
                : null;
    }

    private static boolean isText(byte[] content, @Nullable String contentType) {
        String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
        boolean other = type.startsWith("image/")
                || type.startsWith("video/")
                || type.startsWith("audio/")
                || type.startsWith("application/pdf")
                || type.startsWith("application/zip");
        boolean wide = content.length > 1 && (content[0] & 0xFF) >= 0xFE && (content[1] & 0xFF) >= 0xFE;
        for (int i = 0; !wide && i < Math.min(LOOKED_AT, content.length); i++) {
            if (content[i] == 0) {
                return false;
            }
        }
        return !other;
    }
}
