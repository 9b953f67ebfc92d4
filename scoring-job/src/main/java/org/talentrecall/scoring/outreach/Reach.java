package org.talentrecall.scoring.outreach;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.talentrecall.archive.dossier.Dossier;
import org.talentrecall.archive.dossier.Evidenced;
import org.talentrecall.archive.fact.Communication;
import org.talentrecall.archive.fact.Communication.Direction;
import org.talentrecall.archive.fact.Communication.Stance;
import org.talentrecall.archive.fact.Contact;
import org.talentrecall.scoring.profile.Claims;

/**
 * By which ways a person can be reached, and which one they have answered on.
 *
 * @param mail the address said last
 * @param answersOn the channel with most answers; empty when they never answered
 */
record Reach(Optional<String> mail, boolean phone, boolean message, Optional<Communication.Channel> answersOn) {

    static Reach of(Dossier dossier) {
        return new Reach(
                latest(dossier, Contact.Kind.MAIL),
                latest(dossier, Contact.Kind.PHONE).isPresent(),
                latest(dossier, Contact.Kind.PROFILE).isPresent()
                        || latest(dossier, Contact.Kind.WECHAT).isPresent(),
                answersOn(dossier));
    }

    private static Optional<String> latest(Dossier dossier, Contact.Kind kind) {
        return dossier.of(Contact.class).stream()
                .filter(told -> told.fact().kind() == kind)
                .max(Comparator.<Evidenced<Contact>, LocalDate>comparing(
                                told -> Objects.requireNonNullElse(Claims.day(told.lastSaid()), LocalDate.MIN))
                        .thenComparingDouble(Evidenced::confidence)
                        .thenComparing(told -> told.fact().value()))
                .map(told -> told.fact().value());
    }

    private static Optional<Communication.Channel> answersOn(Dossier dossier) {
        Map<Communication.Channel, Integer> answers = new EnumMap<>(Communication.Channel.class);
        dossier.of(Communication.class).stream()
                .map(Evidenced::fact)
                .filter(said -> said.direction() == Direction.IN || said.stance() != Stance.NONE)
                .forEach(said -> answers.merge(said.channel(), 1, Integer::sum));
        return answers.entrySet().stream()
                .max(Map.Entry.<Communication.Channel, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey);
    }
}
