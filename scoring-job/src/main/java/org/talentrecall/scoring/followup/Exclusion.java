package org.talentrecall.scoring.followup;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.talentrecall.archive.dossier.Conversation;
import org.talentrecall.archive.fact.Application;
import org.talentrecall.archive.fact.Communication.Stance;
import org.talentrecall.archive.fact.Contact;
import org.talentrecall.archive.fact.Interview;
import org.talentrecall.archive.fact.NotHired;
import org.talentrecall.archive.fact.Outcome;
import org.talentrecall.scoring.followup.Dialogue.Turn;
import org.talentrecall.scoring.profile.Profile;

/** Why somebody must not stand in tonight's list, however well they fit. */
public enum Exclusion {
    /** They asked us not to. */
    DO_NOT_CONTACT,
    /** No contact is known, and we never met them under a name: there is nobody to call. */
    NOT_IDENTIFIED,
    /** They work for us. */
    JOINED,
    /** Somebody is talking with them already; the follow-ups tell how it goes on. */
    IN_CONVERSATION,
    /** Asked not long ago, without success. */
    COOLING_OFF,
    /** Nothing shows that they can do the work; whether it does depends on the post, see the score. */
    NO_EVIDENCE;

    private static final Pattern CAME = Pattern.compile("已入职|入职$|(?i:\\bjoined\\b|\\bonboarded\\b)");

    /** What keeps the person out tonight. */
    public static Optional<Exclusion> of(Profile profile, FollowUpRules rules) {
        return lasting(profile).or(() -> forNow(profile, rules));
    }

    /** What keeps the person out for good, until somebody says otherwise. */
    static Optional<Exclusion> lasting(Profile profile) {
        if (!Conversation.of(profile.dossier()).mayContact()) {
            return Optional.of(DO_NOT_CONTACT);
        }
        if (!identified(profile)) {
            return Optional.of(NOT_IDENTIFIED);
        }
        return joined(profile) ? Optional.of(JOINED) : Optional.empty();
    }

    private static Optional<Exclusion> forNow(Profile profile, FollowUpRules rules) {
        Dialogue dialogue = Dialogue.of(profile);
        LocalDate today = profile.today();
        if (dialogue.last().isEmpty() || later(dialogue, today, rules)) {
            return Optional.empty();
        }
        Turn last = dialogue.last().get();
        if (last.said().stance() == Stance.DECLINED) {
            return within(last, rules.declinedDays(), today) ? Optional.of(COOLING_OFF) : Optional.empty();
        }
        boolean promised = dialogue.promised()
                .map(day -> !day.isBefore(today.minusDays(rules.forgetAfterDays())))
                .orElse(false);
        if (promised || within(last, rules.forgetAfterDays(), today)) {
            return Optional.of(IN_CONVERSATION);
        }
        return within(last, rules.coolingOffDays(), today) ? Optional.of(COOLING_OFF) : Optional.empty();
    }

    /** "Next spring": a day so far off that the list may name it instead of keeping silent. */
    private static boolean later(Dialogue dialogue, LocalDate today, FollowUpRules rules) {
        return dialogue.promised()
                .map(day -> day.isAfter(today.plusDays(rules.forgetAfterDays())))
                .orElse(false);
    }

    private static boolean within(Turn turn, int days, LocalDate today) {
        return turn.day().plusDays(days).isAfter(today);
    }

    /** A name alone, dropped in somebody's mail, is no person whom we could call. */
    private static boolean identified(Profile profile) {
        boolean met = Stream.of(Interview.class, NotHired.class, Application.class)
                .anyMatch(kind -> !profile.dossier().of(kind).isEmpty());
        return !profile.dossier().of(Contact.class).isEmpty()
                || (profile.dossier().name().isPresent() && met);
    }

    private static boolean joined(Profile profile) {
        boolean byOutcome = profile.dossier().of(Outcome.class).stream()
                .anyMatch(told -> told.fact().kind() == Outcome.Kind.JOINED);
        return byOutcome
                || profile.dossier().of(Interview.class).stream()
                        .map(told -> told.fact().result())
                        .anyMatch(
                                result -> result != null && CAME.matcher(result).find());
    }
}
