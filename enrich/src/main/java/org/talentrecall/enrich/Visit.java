package org.talentrecall.enrich;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.intake.Container;
import org.talentrecall.archive.intake.IntakeItem;
import org.talentrecall.archive.intake.RawStore;
import org.talentrecall.archive.intake.Reading;
import org.talentrecall.archive.record.ContentHash;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.enrich.fetch.Fetched;

/**
 * One visit to one address: what came, or what is there from before, becomes readings and the container's new progress.
 * Content is read again without a new download when the archive has changed since, because whom it is about may be known
 * by now.
 */
abstract class Visit {
    /** Goes up when reading gets better, so that what came long ago is read anew. */
    private static final int READER_VERSION = 1;

    final SourceId source;
    final String url;
    final RawStore raw;
    private final @Nullable Container before;
    private final boolean archiveChanged;
    private final Problems problems;

    Visit(
            SourceId source,
            String url,
            @Nullable Container before,
            RawStore raw,
            boolean archiveChanged,
            Problems problems) {
        this.source = source;
        this.url = url;
        this.before = before;
        this.raw = raw;
        this.archiveChanged = archiveChanged;
        this.problems = problems;
    }

    /** Readings of some content, and the bookmark that goes with them. */
    record Result(List<Reading> readings, Bookmark bookmark) {}

    /** Reads content; the bookmark names its raw bytes and type. Null when it is nothing that can be read. */
    abstract @Nullable Result read(byte[] content, Bookmark bookmark) throws IOException;

    /** The one reading for content that cannot be had, or null where only a problem is to be told. */
    abstract @Nullable Reading instead(Fetched fetched, ContentHash nothing);

    /** True when records that are not seen again stay. */
    abstract boolean appended();

    /**
     * @param bookmark as the last visit left it, with this run's mark
     */
    final IntakeItem take(Fetched fetched, Bookmark bookmark) throws IOException {
        if (fetched instanceof Fetched.Content content) {
            ContentHash hash = raw.put(content.bytes());
            boolean same = hash.equals(bookmark.raw()) && isRead(hash);
            Bookmark next = bookmark.with(content.marks(), hash, content.contentType());
            return same && !archiveChanged ? untouched(next) : readings(content.bytes(), next);
        }
        ContentHash known = bookmark.raw();
        if (known != null) {
            tell(fetched);
            boolean again = archiveChanged || !isRead(known);
            return again ? readings(bytes(known), bookmark) : untouched(bookmark);
        }
        ContentHash nothing = raw.put(new ByteArrayInputStream(new byte[0]));
        Reading reading = instead(fetched, nothing);
        if (reading == null) {
            tell(fetched);
        }
        String fingerprint = READER_VERSION + ":" + outcome(fetched);
        if (reading == null || before != null && before.fingerprint().equals(fingerprint)) {
            return untouched(bookmark);
        }
        return item(List.of(reading), bookmark, fingerprint);
    }

    private IntakeItem readings(byte[] content, Bookmark bookmark) throws IOException {
        Result result = read(content, bookmark);
        ContentHash hash = bookmark.raw();
        return result == null || hash == null
                ? untouched(bookmark)
                : item(result.readings(), result.bookmark(), fingerprint(hash));
    }

    private IntakeItem item(List<Reading> readings, Bookmark bookmark, String fingerprint) {
        Container begun = before == null ? Container.first(source, url, fingerprint) : before.again(fingerprint);
        return new IntakeItem(readings, begun.advanced(bookmark.cursor(), readings.size(), true), appended());
    }

    /** Only the bookmark moves on. */
    private IntakeItem untouched(Bookmark bookmark) {
        Container known = before == null ? Container.first(source, url, "") : before;
        return new IntakeItem(List.of(), known.advanced(bookmark.cursor(), 0, known.complete()), appended());
    }

    private void tell(Fetched fetched) {
        if (fetched instanceof Fetched.Unreachable unreachable) {
            problem(unreachable.code(), unreachable.sentence());
        } else if (fetched instanceof Fetched.Refused refused) {
            problem(refused.code(), refused.sentence());
        }
    }

    final void problem(String code, String sentence) {
        problems.add(new SourceProblem(source.value(), code, sentence));
    }

    private static String outcome(Fetched fetched) {
        return fetched instanceof Fetched.Refused refused
                ? refused.code()
                : fetched.getClass().getSimpleName();
    }

    private boolean isRead(ContentHash hash) {
        return before != null && before.fingerprint().equals(fingerprint(hash));
    }

    private static String fingerprint(ContentHash hash) {
        return READER_VERSION + ":" + hash;
    }

    final byte[] bytes(ContentHash hash) throws IOException {
        try (InputStream content = raw.open(hash)) {
            return content.readAllBytes();
        }
    }
}
