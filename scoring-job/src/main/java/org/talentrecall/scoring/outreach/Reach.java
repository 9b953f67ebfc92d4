package org.talentrecall.scoring.outreach;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.talentrecall.archive.dossier.ContactBook;
import org.talentrecall.archive.dossier.Dossier;
import org.talentrecall.archive.dossier.Evidenced;
import org.talentrecall.archive.fact.Communication;
import org.talentrecall.archive.fact.Communication.Direction;
import org.talentrecall.archive.fact.Communication.Stance;
import org.talentrecall.archive.fact.Contact;

/**
 * By which ways a person can be reached, and which one they have answered on.
 *
 * @param mail the address said last
 * @param answersOn the channel with most answers; empty when they never answered
 */
record Reach(Optional<String> mail, boolean phone, boolean message, Optional<Communication.Channel> answersOn) {

    static Reach of(Dossier dossier) {
        ContactBook book = ContactBook.of(dossier);
        return new Reach(
                book.current(Contact.Kind.MAIL).map(Contact::value),
                book.current(Contact.Kind.PHONE).isPresent(),
                book.current(Contact.Kind.PROFILE).isPresent()
                        || book.current(Contact.Kind.WECHAT).isPresent(),
                answersOn(dossier));
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
