package org.talentrecall.scoring.profile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.dossier.Evidence;
import org.talentrecall.archive.fact.CareerUpdate;
import org.talentrecall.archive.fact.Employment;
import org.talentrecall.archive.fact.Opinion;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.fact.Project;
import org.talentrecall.scoring.recommendation.Claim;
import org.talentrecall.scoring.recommendation.Text;

/** Facts as sentences with the place that says them best. */
public final class Claims {
    /** Words are shown up to here; the place tells where the rest is. */
    private static final int LONGEST = 120;

    private Claims() {}

    public static Claim of(Text claim, List<Evidence> evidence) {
        return new Claim(claim, place(evidence));
    }

    static Claim of(Employment post, List<Evidence> evidence) {
        String title = Objects.requireNonNullElse(post.title(), "");
        return of(Text.of("claim.post", period(post.from(), post.to()), post.company(), title), evidence);
    }

    static Claim of(CareerUpdate update, List<Evidence> evidence) {
        String date = update.date() == null ? "" : update.date().toString();
        String words = update.text().isBlank() ? join(update.company(), update.title()) : update.text();
        return of(Text.of("claim.update", date, cut(words)), evidence);
    }

    static Claim of(Project project, List<Evidence> evidence) {
        String words = join(project.name(), project.role());
        return of(Text.of("claim.project", period(project.from(), project.to()), cut(words)), evidence);
    }

    static Claim of(Opinion opinion, List<Evidence> evidence) {
        Text who = Text.of("role." + opinion.role().name());
        return of(Text.of("claim.opinion", who, cut(opinion.text())), evidence);
    }

    /** The place that says a fact with the highest confidence, the earliest of these. */
    public static String place(List<Evidence> evidence) {
        return evidence.stream()
                .max(Comparator.comparingDouble(Evidence::confidence)
                        .thenComparing(
                                each -> each.saidAt() == null ? Instant.MIN : each.saidAt(), Comparator.reverseOrder())
                        .thenComparing(Evidence::record, Comparator.reverseOrder()))
                .map(each -> each.locator().display())
                .orElse("");
    }

    /** At most as many characters as a line of a report takes. */
    public static String cut(String words) {
        String oneLine = words.strip().replaceAll("\\s+", " ");
        return oneLine.codePointCount(0, oneLine.length()) <= LONGEST
                ? oneLine
                : oneLine.substring(0, oneLine.offsetByCodePoints(0, LONGEST)) + "…";
    }

    public static String join(@Nullable String... parts) {
        return Stream.of(parts).filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(" "));
    }

    /** The day something was said, in UTC so that it is the same on every machine. */
    public static @Nullable LocalDate day(@Nullable Instant at) {
        return at == null ? null : at.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static String period(@Nullable PartialDate from, @Nullable PartialDate to) {
        if (from == null && to == null) {
            return "";
        }
        return (from == null ? "" : from) + "–" + (to == null ? "" : to);
    }
}
