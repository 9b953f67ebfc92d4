package org.talentrecall.config.dossier;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.talentrecall.archive.identity.IdentityKey;
import org.talentrecall.archive.identity.JoinReason;
import org.talentrecall.archive.identity.ResolvedPerson;
import org.talentrecall.archive.linkage.Evidence;
import org.talentrecall.archive.record.RecordId;

/** Why records are taken for one person, or may be, in the user's language: each field, its weight, and what they come to. */
public final class EvidenceText {
    private static final int DIGITS = 12;

    private final DossierTexts texts;

    public EvidenceText(Locale locale) {
        // Evidence tells no times.
        this(new DossierTexts(locale, ZoneOffset.UTC));
    }

    EvidenceText(DossierTexts texts) {
        this.texts = texts;
    }

    /** One line: probability and total in bits, then each field with how well it agrees and its weight. */
    public String of(Evidence evidence) {
        return texts.of("evidence.probability") + ' ' + percent(evidence.probability()) + " ("
                + bits(evidence.total()) + "): "
                + evidence.points().stream().map(this::point).collect(Collectors.joining(texts.of("evidence.comma")));
    }

    /** A line for each join, by the short ids of its two records. */
    List<String> of(List<ResolvedPerson.Join> joins) {
        return joins.stream()
                .map(join -> id(join.record()) + " + " + id(join.other()) + ": " + of(join.reason()))
                .toList();
    }

    /** As much of a record's id as tells it from others. */
    public static String id(RecordId record) {
        return record.value().substring(0, DIGITS);
    }

    private String of(JoinReason reason) {
        return switch (reason.kind()) {
            case WEIGHED -> of(Objects.requireNonNull(reason.evidence()));
            case ATTACHED -> attached(Objects.requireNonNull(reason.key()));
            case JUDGED -> texts.of("join.JUDGED") + ' ' + Objects.requireNonNull(reason.judgement());
        };
    }

    private String attached(IdentityKey key) {
        return key.kind() == IdentityKey.Kind.RECORD
                ? texts.of("join.ANSWER") + ' ' + id(new RecordId(key.value()))
                : texts.of("join.ATTACHED") + ' ' + post(key);
    }

    private static String post(IdentityKey key) {
        String post = key.value();
        return post.endsWith("|") ? post.substring(0, post.length() - 1) : post.replace("|", ", ");
    }

    private String point(Evidence.Point point) {
        return texts.of("field." + point.field()) + ' ' + texts.of(point.level()) + ' ' + bits(point.weight());
    }

    private static String bits(double bits) {
        return String.format(Locale.ROOT, "%+.1f", bits);
    }

    /** Never 100 %, which nobody can know. */
    private static String percent(double probability) {
        double shown = Math.min(99.99, Math.floor(probability * 10_000) / 100);
        return String.format(Locale.ROOT, "%.2f %%", shown);
    }
}
