package org.talentrecall.enrich;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.intake.Container;
import org.talentrecall.archive.intake.Intake;
import org.talentrecall.archive.intake.IntakeItem;
import org.talentrecall.archive.intake.RawStore;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.enrich.EnrichSettings.Kind;
import org.talentrecall.enrich.EnrichSettings.Source;
import org.talentrecall.enrich.feed.EntryReader;
import org.talentrecall.enrich.fetch.CacheMarks;
import org.talentrecall.enrich.fetch.Fetched;
import org.talentrecall.enrich.fetch.Fetcher;
import org.talentrecall.enrich.fetch.PageText;
import org.talentrecall.enrich.fetch.ServedFolder;
import org.talentrecall.enrich.fetch.Site;

/** Walks all addresses of all sources once, one visit after the other. Not thread-safe. */
final class SourceWalk implements AutoCloseable {
    private static final int MOST_LISTS = 100;

    private final Deque<Source> sources;
    private final Deque<Target> targets = new ArrayDeque<>();
    private final Fetcher fetcher;
    private final Intake intake;
    private final RawStore raw;
    private final Attribution attribution;
    private final Run run;
    private final Problems problems;
    private Site site = Site.PUBLIC;
    private @Nullable ServedFolder served;

    /**
     * @param key names the run; addresses that were asked under it already are passed over
     * @param day that the run counts as
     * @param archiveChanged true when the archive has changed since the last run that came to its end
     * @param listed addresses taken from one list
     */
    record Run(String key, LocalDate day, ZoneId zone, Path home, boolean archiveChanged, int listed) {}

    private record Target(
            Source source, String url, @Nullable Container before, Bookmark bookmark) {}

    SourceWalk(
            List<Source> sources,
            Fetcher fetcher,
            Intake intake,
            RawStore raw,
            Attribution attribution,
            Run run,
            Problems problems) {
        this.sources = new ArrayDeque<>(sources);
        this.fetcher = fetcher;
        this.intake = intake;
        this.raw = raw;
        this.attribution = attribution;
        this.run = run;
        this.problems = problems;
    }

    /**
     * The next visit's yield, or null at the end.
     *
     * @throws IOException when raw bytes cannot be kept or read
     */
    @Nullable
    IntakeItem next() throws IOException, InterruptedException {
        while (targets.isEmpty()) {
            close();
            Source source = sources.poll();
            if (source == null) {
                return null;
            }
            enter(source);
        }
        Target target = targets.remove();
        Bookmark bookmark = target.bookmark().askedBy(run.key(), run.day());
        Fetched fetched = fetcher.fetch(target.url(), target.bookmark().marks(), site);
        return visit(target).take(fetched, bookmark);
    }

    private Visit visit(Target target) {
        SourceId source = new SourceId(target.source().name());
        return target.source().kind() == Kind.FEED
                ? new FeedVisit(
                        source,
                        target.url(),
                        target.before(),
                        raw,
                        run.archiveChanged(),
                        problems,
                        attribution,
                        new EntryReader(run.zone()))
                : new PageVisit(
                        source, target.url(), target.before(), raw, run.archiveChanged(), problems, attribution);
    }

    private void enter(Source source) throws InterruptedException {
        @Nullable InetSocketAddress servedAt = null;
        if (source.servedFrom() != null) {
            try {
                served = ServedFolder.open(run.home().resolve(source.servedFrom()));
            } catch (IOException e) {
                problem(source, "NO_FOLDER", "Its folder (served-from) cannot be opened; correct the settings.");
                return;
            }
            servedAt = served.address();
        }
        site = new Site(servedAt, source.allowPrivate());
        Map<String, Container> known = intake.containers(new SourceId(source.name())).stream()
                .collect(Collectors.toMap(Container::path, Function.identity()));
        Set<String> urls = new LinkedHashSet<>(source.pages());
        if (!listed(source, urls)) {
            // What a list named before is followed further while the list is away.
            urls.addAll(known.keySet());
        }
        urls.stream()
                .map(url -> target(source, url, known.get(url)))
                .filter(target -> !target.bookmark().run().equals(run.key()))
                .sorted(Comparator.comparing(target -> target.bookmark().asked()))
                .forEach(targets::add);
    }

    private static Target target(Source source, String url, @Nullable Container before) {
        return new Target(source, url, before, before == null ? Bookmark.NONE : Bookmark.read(before.cursor()));
    }

    /** Adds what the source's lists name; false when one of them could not be read. */
    private boolean listed(Source source, Set<String> urls) throws InterruptedException {
        Deque<String> lists = new ArrayDeque<>(source.allLists());
        Set<String> seen = new LinkedHashSet<>();
        boolean complete = true;
        while (!lists.isEmpty() && seen.size() < MOST_LISTS) {
            String list = lists.remove();
            if (!seen.add(list)) {
                continue;
            }
            Fetched fetched = fetcher.fetch(list, CacheMarks.NONE, site);
            if (fetched instanceof Fetched.Content content) {
                PageList.Listed found =
                        PageList.read(PageText.of(content.bytes(), content.contentType()), list, run.listed());
                urls.addAll(found.pages());
                lists.addAll(found.lists());
            } else {
                complete = false;
                problem(source, "NO_LIST", "A list of its pages could not be read. " + sentence(fetched));
            }
        }
        return complete;
    }

    private static String sentence(Fetched fetched) {
        if (fetched instanceof Fetched.Unreachable unreachable) {
            return unreachable.sentence();
        }
        return fetched instanceof Fetched.Refused refused
                ? refused.sentence()
                : "Its robots.txt forbids it; take it out of the settings.";
    }

    private void problem(Source source, String code, String sentence) {
        problems.add(new SourceProblem(source.name(), code, sentence));
    }

    @Override
    public void close() {
        if (served != null) {
            served.close();
            served = null;
        }
    }
}
