package org.talentrecall.scoring.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.talentrecall.archive.opening.Opening;
import org.talentrecall.scoring.recommendation.NightReport.AlsoFor;
import org.talentrecall.scoring.score.Assessment;

/** Who is wanted by several openings tonight (M28). The best score speaks first; equal scores by the opening's id. */
final class Conflicts {
    private final Map<String, List<Wish>> byPerson;

    private Conflicts(Map<String, List<Wish>> byPerson) {
        this.byPerson = byPerson;
    }

    static Conflicts of(List<Shortlist> lists) {
        Map<String, List<Wish>> byPerson = new HashMap<>();
        for (Shortlist list : lists) {
            for (Assessment assessment : list.recommended()) {
                byPerson.computeIfAbsent(assessment.profile().dossier().id().value(), id -> new ArrayList<>())
                        .add(new Wish(list.opening(), assessment.score()));
            }
        }
        byPerson.values()
                .forEach(wishes -> wishes.sort(Comparator.comparingInt(Wish::score)
                        .reversed()
                        .thenComparing(wish -> wish.opening().id())));
        return new Conflicts(byPerson);
    }

    /** The other openings that want a person, the best first. */
    List<AlsoFor> others(String person, String openingId) {
        List<Wish> wishes = byPerson.getOrDefault(person, List.of());
        List<AlsoFor> others = new ArrayList<>();
        for (int i = 0; i < wishes.size(); i++) {
            Opening opening = wishes.get(i).opening();
            if (!opening.id().equals(openingId)) {
                others.add(new AlsoFor(
                        opening.id(),
                        opening.description().title(),
                        wishes.get(i).score(),
                        i == 0));
            }
        }
        return others;
    }

    static boolean holds(Shortlist list, String person) {
        return list.recommended().stream()
                .anyMatch(assessment ->
                        assessment.profile().dossier().id().value().equals(person));
    }

    private record Wish(Opening opening, int score) {}
}
