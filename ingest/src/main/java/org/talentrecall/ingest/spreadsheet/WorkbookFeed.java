package org.talentrecall.ingest.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.intake.Container;
import org.talentrecall.archive.intake.Intake;
import org.talentrecall.archive.intake.IntakeItem;
import org.talentrecall.archive.intake.RawStore;
import org.talentrecall.archive.record.ContentHash;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.ingest.document.DocumentMeaning;
import org.talentrecall.ingest.notes.RejectionClassifier;
import org.talentrecall.ingest.source.IntakeFeed;
import org.talentrecall.ingest.source.Since;
import org.talentrecall.ingest.source.SourceFiles;
import org.talentrecall.ingest.source.SourceFiles.Found;
import org.talentrecall.ingest.source.SourceProblem;
import org.talentrecall.ingest.source.SourceUnreadable;
import org.talentrecall.ingest.spreadsheet.file.Passwords;
import org.talentrecall.ingest.spreadsheet.file.UnreadableWorkbook;

/**
 * Workbooks and delimited files, each a container whose fingerprint is its hash. An unchanged file is not read; of a
 * changed one the rows that are gone are withdrawn, as are those of a file that is gone: unlike a resume, a list stops
 * saying what was deleted from it. A new version that cannot be read leaves what the old one said.
 */
public final class WorkbookFeed implements IntakeFeed {
    private static final Set<String> ENDINGS =
            Set.of("xlsx", "xlsm", "xltx", "xltm", "xls", "xlt", "xlsb", "ods", "ots", "fods", "csv", "tsv");
    /** Fingerprint of a file that is gone. */
    private static final String GONE = "gone";

    private final Intake intake;
    private final RawStore raw;
    private final RejectionClassifier classifier;
    private final ZoneId zone;
    private final @Nullable Since since;
    private final Consumer<SourceProblem> problems;
    private final Deque<Source> sources;
    private final Deque<Found> files = new ArrayDeque<>();
    private final Deque<Container> gone = new ArrayDeque<>();
    private final Map<String, Container> known = new HashMap<>();
    private List<OwnWorkbook.Reader> own = List.of();
    private Set<SourceId> keeping = Set.of();
    private @Nullable DocumentMeaning forms;
    private @Nullable Source source;
    private @Nullable WorkbookScan scan;
    private @Nullable Container progress;

    /** A folder of workbooks, or one workbook. */
    public record Source(SourceId id, Path path, List<SheetMapping> mappings, Passwords passwords) {
        public Source {
            mappings = List.copyOf(mappings);
        }

        /** Without passwords. */
        public Source(SourceId id, Path path, List<SheetMapping> mappings) {
            this(id, path, mappings, Passwords.NONE);
        }
    }

    /**
     * @param zone where the dates of cells are days
     * @param since files changed from then on are read again; null to read what is new
     * @param problems told of folders and files that cannot be read
     */
    public WorkbookFeed(
            Intake intake,
            RawStore raw,
            RejectionClassifier classifier,
            ZoneId zone,
            List<Source> sources,
            @Nullable Since since,
            Consumer<SourceProblem> problems) {
        this.intake = intake;
        this.raw = raw;
        this.classifier = classifier;
        this.zone = zone;
        this.sources = new ArrayDeque<>(sources);
        this.since = since;
        this.problems = problems;
    }

    /** The same feed, which also reads workbooks that the program wrote itself; without it they are left out. */
    public WorkbookFeed reading(List<OwnWorkbook.Reader> readers) {
        own = List.copyOf(readers);
        return this;
    }

    /** The same feed, which also reads sheets that are a form about one person. */
    public WorkbookFeed reading(DocumentMeaning meaning) {
        forms = meaning;
        return this;
    }

    /**
     * The same feed, for which files of these sources are letters rather than lists: what they said stands when a file is
     * gone, or when a newer one of its name no longer says it.
     */
    public WorkbookFeed keeping(Set<SourceId> letters) {
        keeping = Set.copyOf(letters);
        return this;
    }

    private boolean keeps(Container container) {
        return keeping.contains(container.source());
    }

    @Override
    public @Nullable IntakeItem next() throws IOException {
        while (true) {
            IntakeItem item = scan != null ? row() : betweenFiles();
            if (item != null) {
                return item;
            }
            if (scan == null && files.isEmpty() && gone.isEmpty() && !nextSource()) {
                return null;
            }
        }
    }

    /** The next row behind the cursor, or the end of the file; null when the file was read before it came so far. */
    private @Nullable IntakeItem row() throws IOException {
        WorkbookScan open = scan;
        Container before = progress;
        if (open == null || before == null) {
            return null;
        }
        WorkbookScan.Step step = open.next();
        if (step == null) {
            closeScan();
            return new IntakeItem(List.of(), before.advanced(before.cursor(), 0, true), keeps(before));
        }
        Container now =
                before.advanced(step.sheet() + ":" + step.row(), step.readings().size(), false);
        progress = now;
        return new IntakeItem(step.readings(), now, keeps(now));
    }

    private static void passOver(WorkbookScan scan, String cursor) {
        if (!cursor.isEmpty()) {
            int colon = cursor.indexOf(':');
            scan.passOver(
                    Integer.parseInt(cursor, 0, colon, 10), Integer.parseInt(cursor, colon + 1, cursor.length(), 10));
        }
    }

    private @Nullable IntakeItem betweenFiles() throws IOException {
        Container left = gone.poll();
        if (left != null) {
            return new IntakeItem(List.of(), left.again(GONE).advanced("", 0, true), false);
        }
        Source in = source;
        Found found = files.poll();
        return in == null || found == null ? null : begin(in, found);
    }

    /** Opens a file that is new or changed; gives an item only when it cannot be read. */
    private @Nullable IntakeItem begin(Source in, Found found) throws IOException {
        Container before = known.get(found.path());
        ContentHash hash;
        try {
            hash = hash(found.file());
        } catch (IOException e) {
            problems.accept(SourceFiles.problem(in.id(), found.file(), e));
            return null;
        }
        boolean same = before != null && before.fingerprint().equals(hash.value());
        boolean again = since != null && since.includes(java.time.Instant.ofEpochMilli(found.modified()));
        if (before != null && same && before.complete() && !again) {
            return null;
        }
        Container start = before == null
                ? Container.first(in.id(), found.path(), hash.value())
                : same && !before.complete() ? before : before.again(hash.value());
        WorkbookPlace place = new WorkbookPlace(in.id(), found.path(), hash);
        try {
            WorkbookRules rules = new WorkbookRules(in.mappings(), classifier, zone, own, in.passwords(), forms);
            WorkbookScan opened = WorkbookScan.open(found.file(), place, rules);
            passOver(opened, start.cursor());
            scan = opened;
            progress = start;
        } catch (UnreadableWorkbook why) {
            return unreadable(in, found, before, start, place, why);
        } catch (IOException e) {
            problems.accept(SourceFiles.problem(in.id(), found.file(), e));
            return null;
        }
        keepRaw(found.file());
        return null;
    }

    private @Nullable IntakeItem unreadable(
            Source in,
            Found found,
            @Nullable Container before,
            Container start,
            WorkbookPlace place,
            UnreadableWorkbook why)
            throws IOException {
        if (before != null
                && before.complete()
                && before.read() > 0
                && before.fingerprint().length() > GONE.length()) {
            problems.accept(new SourceProblem(
                    in.id(),
                    SourceProblem.Code.NOT_OF_ITS_KIND,
                    "The new version of " + found.path() + " in source " + in.id() + " " + why.getMessage()
                            + "; what the old version said still stands."));
            return null;
        }
        keepRaw(found.file());
        return new IntakeItem(
                List.of(WorkbookScan.refused(place, why)), start.advanced(start.cursor(), 1, true), keeps(start));
    }

    private boolean nextSource() {
        Source next = sources.poll();
        if (next == null) {
            return false;
        }
        source = next;
        known.clear();
        intake.containers(next.id()).forEach(container -> known.put(container.path(), container));
        boolean[] whole = {true};
        try {
            List<Found> found = SourceFiles.below(next.id(), next.path(), problem -> {
                whole[0] = false;
                problems.accept(problem);
            });
            boolean single = Files.isRegularFile(next.path());
            found.stream().filter(file -> single || isWorkbook(file.path())).forEach(files::add);
        } catch (SourceUnreadable e) {
            whole[0] = false;
            problems.accept(e.problem());
        }
        if (whole[0]) {
            findGone(next);
        }
        return true;
    }

    /** A folder without any file left is rather one that is not mounted. */
    private void findGone(Source in) {
        if (keeping.contains(in.id())) {
            return;
        }
        Map<String, Container> left = new java.util.TreeMap<>(known);
        files.forEach(file -> left.remove(file.path()));
        left.values().removeIf(container -> container.fingerprint().equals(GONE));
        if (files.isEmpty() && !left.isEmpty()) {
            problems.accept(new SourceProblem(
                    in.id(),
                    SourceProblem.Code.MISSING,
                    "Source " + in.id() + " holds no workbook any more (" + in.path()
                            + "): put the files back, or remove the source; what they said still stands."));
        } else {
            gone.addAll(left.values());
        }
    }

    /** Whether a file's name is one of a workbook or a delimited file. */
    public static boolean isWorkbook(String path) {
        return ENDINGS.contains(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    private static ContentHash hash(Path file) throws IOException {
        MessageDigest digest = ContentHash.digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return new ContentHash(HexFormat.of().formatHex(digest.digest()));
    }

    private void keepRaw(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            raw.put(in);
        }
    }

    private void closeScan() throws IOException {
        WorkbookScan open = scan;
        scan = null;
        progress = null;
        if (open != null) {
            open.close();
        }
    }

    @Override
    public void close() {
        files.clear();
        sources.clear();
        try {
            closeScan();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("A workbook could not be closed after reading", e);
        }
    }
}
