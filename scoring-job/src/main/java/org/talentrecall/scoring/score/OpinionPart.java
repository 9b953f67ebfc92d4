package org.talentrecall.scoring.score;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.dossier.Evidenced;
import org.talentrecall.archive.fact.Opinion;
import org.talentrecall.archive.text.TextFolding;
import org.talentrecall.scoring.profile.Claims;
import org.talentrecall.scoring.profile.Profile;
import org.talentrecall.scoring.profile.Tone;
import org.talentrecall.scoring.recommendation.Component;
import org.talentrecall.scoring.recommendation.Point;
import org.talentrecall.scoring.recommendation.Text;

/**
 * What we thought of them then. The boss counts three times an HR colleague, and an opinion loses half its weight in four
 * years. A weight of a half stays with neutral, so that one voice alone does not decide. What log and mail tell in the same
 * words was thought once.
 */
final class OpinionPart {
    private static final double HALF_LIFE_MONTHS = 48;
    private static final double NEUTRAL_WEIGHT = 0.5;

    private OpinionPart() {}

    static Part of(Profile profile) {
        List<Evidenced<Opinion>> opinions = once(profile.dossier().of(Opinion.class));
        if (opinions.isEmpty()) {
            Text ask = Text.of(profile.lastInterview().isPresent() ? "ask.opinion" : "ask.meet");
            return Part.unknown(Component.OPINION, Text.of("point.opinion.unknown"), ask);
        }
        double all = NEUTRAL_WEIGHT
                + opinions.stream()
                        .mapToDouble(told -> weight(told, profile.today()))
                        .sum();
        List<Point> points = new ArrayList<>();
        points.add(new Point(Component.OPINION, Text.of("point.start"), Part.NEUTRAL, List.of()));
        for (Evidenced<Opinion> told : opinions) {
            Opinion opinion = told.fact();
            int rating = opinion.rating() != null ? opinion.rating() : Tone.rating(opinion.text());
            double share = weight(told, profile.today()) / all;
            Text text = Text.of(
                    "point.opinion", Text.of("role." + opinion.role().name()), Claims.cut(opinion.text()), rating);
            points.add(new Point(
                    Component.OPINION,
                    text,
                    share * (rating - Part.NEUTRAL),
                    List.of(Claims.of(
                            Text.of(
                                    "claim.opinion",
                                    Text.of("role." + opinion.role().name()),
                                    Claims.cut(opinion.text())),
                            told.evidence()))));
        }
        return new Part(Component.OPINION, points, 1, List.of());
    }

    private static List<Evidenced<Opinion>> once(List<Evidenced<Opinion>> opinions) {
        List<Evidenced<Opinion>> kept = new ArrayList<>();
        opinions.stream()
                .sorted(Comparator.comparingInt(
                        (Evidenced<Opinion> told) -> -letters(told).length()))
                .filter(told -> kept.stream().noneMatch(longer -> repeats(told, longer)))
                .forEach(kept::add);
        return opinions.stream().filter(kept::contains).toList();
    }

    private static boolean repeats(Evidenced<Opinion> told, Evidenced<Opinion> longer) {
        String words = letters(told);
        return told.fact().role() == longer.fact().role()
                && !words.isEmpty()
                && letters(longer).contains(words);
    }

    private static String letters(Evidenced<Opinion> told) {
        return TextFolding.fold(told.fact().text()).replaceAll("[\\s\\p{P}]+", "");
    }

    private static double weight(Evidenced<Opinion> told, LocalDate today) {
        double role = switch (told.fact().role()) {
            case BOSS -> 3;
            case HIRING_MANAGER -> 2;
            case INTERVIEWER -> 1.5;
            case HR -> 1;
        };
        LocalDate day = day(told);
        long months = day == null ? 0 : Math.max(0, Period.between(day, today).toTotalMonths());
        return role * Math.pow(0.5, months / HALF_LIFE_MONTHS);
    }

    private static @Nullable LocalDate day(Evidenced<Opinion> told) {
        return told.fact().date() != null ? told.fact().date().latest() : Claims.day(told.firstSaid());
    }
}
