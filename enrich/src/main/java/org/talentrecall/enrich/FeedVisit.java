package org.talentrecall.enrich;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.intake.Container;
import org.talentrecall.archive.intake.RawStore;
import org.talentrecall.archive.intake.Reading;
import org.talentrecall.archive.record.ContentHash;
import org.talentrecall.archive.record.Disposition;
import org.talentrecall.archive.record.RecordId;
import org.talentrecall.archive.record.RecordKind;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.archive.record.SourceRecord;
import org.talentrecall.enrich.feed.EntryReader;
import org.talentrecall.enrich.feed.EntryReading;
import org.talentrecall.enrich.feed.FeedEntry;
import org.talentrecall.enrich.feed.FeedReader;
import org.talentrecall.enrich.fetch.Fetched;
import org.talentrecall.enrich.fetch.PageText;
import tools.jackson.databind.json.JsonMapper;

/** A visit to one feed: a record for each entry. Entries that have left the feed stay. */
final class FeedVisit extends Visit {
    /** Entries of unknown people that are looked at again although the feed has dropped them; the oldest go first. */
    private static final int LONGEST_BACKLOG = 2000;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Attribution attribution;
    private final EntryReader reader;

    FeedVisit(
            SourceId source,
            String url,
            @Nullable Container before,
            RawStore raw,
            boolean archiveChanged,
            Problems problems,
            Attribution attribution,
            EntryReader reader) {
        super(source, url, before, raw, archiveChanged, problems);
        this.attribution = attribution;
        this.reader = reader;
    }

    @Override
    boolean appended() {
        return true;
    }

    @Override
    @Nullable
    Reading instead(Fetched fetched, ContentHash nothing) {
        if (fetched instanceof Fetched.Forbidden) {
            problem("ROBOTS", "Its robots.txt forbids the feed; take it out of the settings.");
        }
        return null;
    }

    @Override
    @Nullable
    Result read(byte[] content, Bookmark bookmark) throws IOException {
        Optional<List<FeedEntry>> feed = FeedReader.read(PageText.of(content, bookmark.contentType()), url);
        if (feed.isEmpty()) {
            problem("NO_FEED", "What lies at a feed's address is neither RSS nor Atom; correct the address.");
            return null;
        }
        Map<String, FeedEntry> entries = new LinkedHashMap<>();
        feed.get().forEach(entry -> entries.put(entry.key(), entry));
        backlog(bookmark).forEach(entry -> entries.putIfAbsent(entry.key(), entry));
        List<Reading> readings = new ArrayList<>();
        List<FeedEntry> waiting = new ArrayList<>();
        for (FeedEntry entry : entries.values()) {
            List<Reading> said = readings(entry);
            Reading reading = said.get(0);
            readings.addAll(said);
            if (reading.disposition() instanceof Disposition.Suppressed suppressed && isWaiting(suppressed)) {
                waiting.add(entry);
            }
        }
        return new Result(readings, bookmark.waiting(kept(waiting)));
    }

    private static boolean isWaiting(Disposition.Suppressed suppressed) {
        return suppressed.code().equals(Attribution.UNKNOWN)
                || suppressed.code().equals(Attribution.DOUBTFUL);
    }

    private List<FeedEntry> backlog(Bookmark bookmark) throws IOException {
        ContentHash hash = bookmark.backlog();
        return hash == null ? List.of() : List.of(JSON.readValue(bytes(hash), FeedEntry[].class));
    }

    private @Nullable ContentHash kept(List<FeedEntry> waiting) throws IOException {
        if (waiting.isEmpty()) {
            return null;
        }
        List<FeedEntry> newest = waiting.subList(0, Math.min(LONGEST_BACKLOG, waiting.size()));
        return raw.put(JSON.writeValueAsBytes(newest));
    }

    private List<Reading> readings(FeedEntry entry) throws IOException {
        ContentHash hash = raw.put(JSON.writeValueAsBytes(entry));
        String key = url + "#" + entry.key();
        SourceRecord record = new SourceRecord(
                RecordId.of(source, key),
                source,
                RecordKind.FEED_ENTRY,
                key,
                hash,
                entry.published(),
                null,
                "entry " + hash);
        EntryReading said = reader.read(entry, url);
        return switch (said.outcome()) {
            case ONE_PERSON -> attribution.decide(record, said.facts(), entry.link());
            case NO_NEWS -> List.of(Reading.suppressed(record, "NO_CAREER_NEWS"));
            case SEVERAL_PERSONS ->
                List.of(Reading.rejected(
                        record,
                        "SEVERAL_PERSONS",
                        "This entry is about more than one person; enter the news of each in a career update sheet."));
        };
    }
}
