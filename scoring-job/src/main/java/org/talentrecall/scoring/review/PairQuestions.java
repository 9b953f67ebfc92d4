package org.talentrecall.scoring.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.talentrecall.archive.dossier.Dossier;
import org.talentrecall.archive.dossier.Dossiers;
import org.talentrecall.archive.dossier.Evidenced;
import org.talentrecall.archive.dossier.FactDates;
import org.talentrecall.archive.fact.Contact;
import org.talentrecall.archive.fact.Employment;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.fact.Review;
import org.talentrecall.archive.identity.DoubtfulPair;
import org.talentrecall.archive.linkage.Evidence;
import org.talentrecall.archive.review.Question;
import org.talentrecall.archive.review.ReviewForm;
import org.talentrecall.scoring.profile.Claims;
import org.talentrecall.scoring.recommendation.Claim;
import org.talentrecall.scoring.recommendation.NightReport.ReviewItem;
import org.talentrecall.scoring.recommendation.Text;

/** Asks whether two dossiers are one person's, where the machine neither joined them nor holds them for two. */
public final class PairQuestions {
    private static final int PERCENT = 100;

    private PairQuestions() {}

    /** A question for each pair of which both persons are there, in the order given. */
    public static List<ReviewItem> of(List<DoubtfulPair> pairs, Dossiers dossiers) {
        List<ReviewItem> items = new ArrayList<>();
        for (DoubtfulPair pair : pairs) {
            Optional<Dossier> one = dossiers.find(pair.one());
            Optional<Dossier> other = dossiers.find(pair.other());
            if (one.isPresent() && other.isPresent()) {
                items.add(item(pair, one.get(), other.get()));
            }
        }
        return items;
    }

    private static ReviewItem item(DoubtfulPair pair, Dossier one, Dossier other) {
        String id = Question.id(
                Review.Kind.SAME_PERSON, pair.record(), pair.otherRecord().value());
        ReviewForm form =
                new ReviewForm(id, Review.Kind.SAME_PERSON, pair.record(), pair.otherRecord(), null, List.of());
        Text asked = Text.of("review.same", told(one), told(other));
        Claim claim = new Claim(why(pair.evidence()), place(one) + "\n" + place(other));
        return new ReviewItem(
                one.id().value(),
                one.name().orElse(one.id().value()),
                Review.Kind.SAME_PERSON.name(),
                asked,
                claim,
                id,
                form.line());
    }

    /** Who it is, as far as one line tells it. */
    private static String told(Dossier dossier) {
        String post = dossier.of(Employment.class).stream()
                .max(Comparator.comparing(
                        (Evidenced<Employment> entry) -> FactDates.of(entry.fact()),
                        Comparator.nullsFirst(Comparator.<PartialDate>naturalOrder())))
                .map(entry -> Claims.join(entry.fact().company(), entry.fact().title()))
                .orElse("");
        String contact = dossier.of(Contact.class).stream()
                .map(entry -> entry.fact().asWritten())
                .findFirst()
                .orElse("");
        return Claims.join(dossier.name().orElse(""), post, contact, "(" + dossier.id() + ")");
    }

    private static Text why(Evidence evidence) {
        List<Object> points = new ArrayList<>();
        for (Evidence.Point point : evidence.points()) {
            points.add(Text.of(
                    "pair.point",
                    Text.of("pair.field." + point.field()),
                    Text.of(point.weight() >= 0 ? "pair.for" : "pair.against"),
                    Math.abs(point.weight())));
        }
        double percent = Math.floor(evidence.probability() * PERCENT);
        return Text.of("pair.why", percent, points);
    }

    private static String place(Dossier dossier) {
        return dossier.entries().stream()
                .map(entry -> Claims.place(entry.evidence()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }
}
