package org.talentrecall.archive.dossier;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.dossier.Career.Gain;
import org.talentrecall.archive.fact.CareerUpdate;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.fact.Project;
import org.talentrecall.archive.fact.Skill;
import org.talentrecall.archive.text.TextFolding;

/** Everything that was ever added to a person's posts, projects and skills, oldest first. */
final class Gains {
    private Gains() {}

    static List<Gain> of(Dossier dossier, List<Post> posts) {
        List<Gain> gains = new ArrayList<>();
        posts.forEach(post -> ofPost(post, gains));
        Map<String, List<Evidenced<?>>> named = new TreeMap<>();
        for (Evidenced<Project> project : dossier.of(Project.class)) {
            named.computeIfAbsent("P" + TextFolding.fold(project.fact().name()), key -> new ArrayList<>())
                    .add(project);
        }
        for (Evidenced<Skill> skill : dossier.of(Skill.class)) {
            named.computeIfAbsent("S" + TextFolding.fold(skill.fact().name()), key -> new ArrayList<>())
                    .add(skill);
        }
        named.values().forEach(same -> ofMentions(same, gains));
        for (Evidenced<CareerUpdate> update : dossier.of(CareerUpdate.class)) {
            ofUpdate(update, gains);
        }
        gains.sort(Comparator.comparing(Gain::date).thenComparing(Gain::kind).thenComparing(Gain::what));
        return gains;
    }

    private static void ofPost(Post post, List<Gain> gains) {
        PartialDate began = post.from();
        PartialDate date = began == null ? said(post.evidence()) : began;
        if (date != null) {
            String what = post.title().map(title -> title + ", ").orElse("") + post.company();
            gains.add(new Gain(Gain.Kind.POST, what, date, began != null, post.evidence()));
        }
        for (Post.Step step : post.promotions()) {
            PartialDate since = step.since();
            if (since != null) {
                gains.add(new Gain(
                        Gain.Kind.PROMOTION, step.title() + ", " + post.company(), since, true, step.evidence()));
            }
        }
    }

    /** A project or skill came about by its earliest date, or else when it was first said. */
    private static void ofMentions(List<Evidenced<?>> same, List<Gain> gains) {
        PartialDate own = same.stream()
                .map(entry -> FactDates.of(entry.fact()))
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        PartialDate date = own == null ? said(same) : own;
        if (date == null) {
            return;
        }
        if (same.get(0).fact() instanceof Project project) {
            gains.add(new Gain(Gain.Kind.PROJECT, project.name(), date, own != null, same));
        } else if (same.get(0).fact() instanceof Skill skill) {
            gains.add(new Gain(Gain.Kind.SKILL, skill.name(), date, false, same));
        }
    }

    private static void ofUpdate(Evidenced<CareerUpdate> update, List<Gain> gains) {
        PartialDate date = FactDates.orSaid(update);
        Gain.Kind kind = switch (update.fact().kind()) {
            case PROJECT -> Gain.Kind.PROJECT;
            case PUBLICATION -> Gain.Kind.PUBLICATION;
            case INTEREST -> Gain.Kind.INTEREST;
            case NEW_JOB, PROMOTION, LEFT -> null;
        };
        if (kind != null && date != null) {
            boolean dated = update.fact().date() != null;
            gains.add(new Gain(kind, update.fact().text(), date, dated, List.of(update)));
        }
    }

    /** The day any entry was first said (UTC), or null. */
    private static @Nullable PartialDate said(List<Evidenced<?>> entries) {
        return entries.stream()
                .map(Evidenced::firstSaid)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(said -> PartialDate.of(LocalDate.ofInstant(said, ZoneOffset.UTC)))
                .orElse(null);
    }
}
