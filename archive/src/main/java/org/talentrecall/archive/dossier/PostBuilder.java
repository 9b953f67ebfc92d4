package org.talentrecall.archive.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.dossier.Post.Step;
import org.talentrecall.archive.fact.CareerUpdate;
import org.talentrecall.archive.fact.Employment;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.text.TextFolding;

/** What the entries about one employer say of one stay there. */
final class PostBuilder {
    /** A longer pause means that somebody left and came back. */
    private static final int PAUSE_MONTHS = 6;

    private final List<Evidenced<?>> evidence = new ArrayList<>();
    private final List<Mention> mentions = new ArrayList<>();

    /**
     * What one entry says.
     *
     * @param said when, or null
     * @param still whether the post was held when it was said
     */
    private record Mention(
            Evidenced<?> entry,
            String company,
            @Nullable String title,
            @Nullable PartialDate from,
            @Nullable PartialDate to,
            boolean still,
            boolean promotion,
            @Nullable Instant said) {}

    /** True unless it is known to have begun after the date. */
    boolean hasBegunBy(@Nullable PartialDate date) {
        PartialDate from = from();
        return date == null || from == null || !from.earliest().isAfter(date.latest());
    }

    void add(Evidenced<?> entry) {
        evidence.add(entry);
        Instant said = entry.lastSaid();
        if (entry.fact() instanceof Employment employment) {
            mentions.add(new Mention(
                    entry,
                    employment.company(),
                    employment.title(),
                    employment.from(),
                    employment.to(),
                    employment.current(),
                    false,
                    said));
        } else if (entry.fact() instanceof CareerUpdate update) {
            PartialDate date = FactDates.orSaid(entry);
            boolean left = update.kind() == CareerUpdate.Kind.LEFT;
            boolean promoted = update.kind() == CareerUpdate.Kind.PROMOTION;
            mentions.add(new Mention(
                    entry,
                    Objects.requireNonNullElse(update.company(), ""),
                    left ? null : update.title(),
                    left || promoted ? null : date,
                    left ? date : null,
                    !left,
                    promoted,
                    said == null && date != null ? day(date) : said));
        }
    }

    private static Instant day(PartialDate date) {
        return date.earliest().atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** True when the entry clearly belongs to a later or an earlier stay with the same employer. */
    boolean isApartFrom(@Nullable PartialDate from, @Nullable PartialDate to) {
        PartialDate begin = from();
        PartialDate end = to();
        return later(from, end) || later(begin, to);
    }

    private static boolean later(@Nullable PartialDate from, @Nullable PartialDate end) {
        return from != null
                && end != null
                && from.earliest().isAfter(end.latest().plusMonths(PAUSE_MONTHS));
    }

    @Nullable
    PartialDate from() {
        return mentions.stream()
                .map(Mention::from)
                .filter(date -> date != null)
                .min(Comparator.comparing(PartialDate::earliest).thenComparing(Comparator.reverseOrder()))
                .orElse(null);
    }

    /** The end that was said last, unless something said later has the post still held. */
    private @Nullable PartialDate to() {
        Mention ended = mentions.stream()
                .filter(mention -> mention.to() != null)
                .max(BY_SAID.thenComparing(mention -> mention.to(), Comparator.nullsFirst(Comparator.naturalOrder())))
                .orElse(null);
        if (ended == null) {
            return null;
        }
        boolean heldLater =
                mentions.stream().anyMatch(mention -> mention.still() && BY_SAID.compare(mention, ended) > 0);
        return heldLater ? null : ended.to();
    }

    private static final Comparator<Mention> BY_SAID =
            Comparator.comparing(Mention::said, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()));

    Post build(LocalDate today) {
        PartialDate to = to();
        boolean over = to != null && to.earliest().isBefore(today);
        boolean current = !over && mentions.stream().anyMatch(Mention::still);
        return new Post(company(), from(), to, current, steps(), evidence);
    }

    private String company() {
        return mentions.stream()
                .map(Mention::company)
                .reduce(FactMerge::written)
                .orElse("");
    }

    private List<Step> steps() {
        Map<String, Titled> byTitle = new TreeMap<>();
        for (Mention mention : mentions) {
            if (mention.title() != null) {
                PartialDate since = mention.promotion() ? FactDates.orSaid(mention.entry()) : mention.from();
                byTitle.computeIfAbsent(TextFolding.fold(mention.title()), title -> new Titled())
                        .add(mention.title(), since, mention.promotion(), mention.entry());
            }
        }
        List<Titled> inTurn = byTitle.values().stream()
                .sorted(Comparator.comparing(
                        (Titled titled) -> titled.since, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
        List<Step> steps = new ArrayList<>();
        for (Titled titled : inTurn) {
            boolean follows = !steps.isEmpty() && titled.since != null && later(titled, steps.get(steps.size() - 1));
            steps.add(new Step(titled.title, titled.since, titled.promotion || follows, titled.entries));
        }
        return steps;
    }

    private static boolean later(Titled titled, Step before) {
        return before.since() == null
                || (titled.since != null
                        && titled.since.earliest().isAfter(before.since().earliest()));
    }

    private static final class Titled {
        private final List<Evidenced<?>> entries = new ArrayList<>();
        private String title = "";
        private @Nullable PartialDate since;
        private boolean promotion;

        void add(String written, @Nullable PartialDate from, boolean promoted, Evidenced<?> entry) {
            title = FactMerge.written(title, written);
            if (from != null && (since == null || from.compareTo(since) < 0)) {
                since = from;
            }
            promotion |= promoted;
            entries.add(entry);
        }
    }
}
