package org.talentrecall.scoring.profile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.dossier.Dossier;
import org.talentrecall.archive.dossier.Evidenced;
import org.talentrecall.archive.fact.CareerUpdate;
import org.talentrecall.archive.fact.Education;
import org.talentrecall.archive.fact.Employment;
import org.talentrecall.archive.fact.Opinion;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.fact.PersonFact;
import org.talentrecall.archive.fact.Project;
import org.talentrecall.archive.fact.Skill;
import org.talentrecall.scoring.recommendation.Claim;
import org.talentrecall.scoring.recommendation.Text;

/** Collects the words of a dossier that can show ability. Names, ages and contacts are none. */
final class Passages {
    private Passages() {}

    static List<Passage> of(Dossier dossier) {
        List<Passage> passages = new ArrayList<>();
        dossier.of(Employment.class).forEach(told -> passages.add(post(told)));
        dossier.of(Project.class).forEach(told -> passages.add(project(told)));
        dossier.of(CareerUpdate.class).forEach(told -> passages.add(update(told)));
        dossier.of(Skill.class).forEach(told -> passages.add(skill(told)));
        dossier.of(Education.class).forEach(told -> passages.add(study(told)));
        dossier.of(Opinion.class).stream().filter(Passages::praises).forEach(told -> passages.add(opinion(told)));
        return List.copyOf(passages);
    }

    private static Passage post(Evidenced<Employment> told) {
        Employment post = told.fact();
        String words = Claims.join(post.title(), post.company(), post.department(), post.description());
        PartialDate to = post.current() ? null : post.to();
        return passage(Passage.Kind.POST, words, post.from(), to, told, Claims.of(post, told.evidence()));
    }

    private static Passage project(Evidenced<Project> told) {
        Project project = told.fact();
        String words = Claims.join(project.name(), project.role(), project.description());
        return passage(
                Passage.Kind.PROJECT, words, project.from(), project.to(), told, Claims.of(project, told.evidence()));
    }

    private static Passage update(Evidenced<CareerUpdate> told) {
        CareerUpdate update = told.fact();
        Passage.Kind kind = switch (update.kind()) {
            case NEW_JOB, PROMOTION, PROJECT -> Passage.Kind.UPDATE;
            case LEFT, PUBLICATION, INTEREST -> Passage.Kind.SIGN;
        };
        String words = Claims.join(update.title(), update.company(), update.text());
        return passage(kind, words, update.date(), null, told, Claims.of(update, told.evidence()));
    }

    private static Passage skill(Evidenced<Skill> told) {
        Skill skill = told.fact();
        String words = Claims.join(skill.name(), skill.evidence());
        Claim claim = Claims.of(Text.of("claim.skill", Claims.cut(words)), told.evidence());
        return passage(Passage.Kind.SKILL, words, null, null, told, claim);
    }

    private static Passage study(Evidenced<Education> told) {
        Education study = told.fact();
        String degree = Objects.requireNonNullElse(study.degree(), "");
        String major = Objects.requireNonNullElse(study.major(), "");
        Claim claim = Claims.of(Text.of("claim.study", study.school(), major, degree), told.evidence());
        return passage(Passage.Kind.STUDY, Claims.join(degree, major), study.from(), study.to(), told, claim);
    }

    private static Passage opinion(Evidenced<Opinion> told) {
        Opinion opinion = told.fact();
        Claim claim = Claims.of(opinion, told.evidence());
        return passage(Passage.Kind.OPINION, Tone.praise(opinion.text()), opinion.date(), null, told, claim);
    }

    /** An opinion shows ability unless its words are about what is missing. */
    private static boolean praises(Evidenced<Opinion> told) {
        Integer rating = told.fact().rating();
        return (rating == null || rating >= 60)
                && !Tone.praise(told.fact().text()).isBlank();
    }

    private static Passage passage(
            Passage.Kind kind,
            String words,
            @Nullable PartialDate from,
            @Nullable PartialDate to,
            Evidenced<? extends PersonFact> told,
            Claim claim) {
        LocalDate firstSaid = Claims.day(told.firstSaid());
        return new Passage(kind, words, from, to, firstSaid, claim);
    }
}
