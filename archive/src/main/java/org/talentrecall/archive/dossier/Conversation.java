package org.talentrecall.archive.dossier;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.Communication;
import org.talentrecall.archive.fact.Communication.Direction;
import org.talentrecall.archive.fact.Communication.Stance;
import org.talentrecall.archive.fact.ContactPreference;
import org.talentrecall.archive.fact.PartialDate;

/**
 * How the talk with a person stands. Immutable; a pure function of the dossier.
 *
 * @param turns in time order, undated ones before all others
 * @param preference the person's latest word on being contacted, or null
 */
public record Conversation(List<Turn> turns, @Nullable Evidenced<ContactPreference> preference) {
    private static final Comparator<Turn> TIME = Comparator.comparing(
                    Turn::date, Comparator.nullsFirst(Comparator.<PartialDate>naturalOrder()))
            .thenComparing(turn -> turn.evidence().firstSaid(), Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(turn -> turn.said().direction())
            .thenComparing(turn -> turn.said().toString());

    /** On the same day a no outweighs a yes. */
    private static final Comparator<Evidenced<ContactPreference>> LATEST_WORD = Comparator.comparing(
                    (Evidenced<ContactPreference> entry) -> FactDates.orLastSaid(entry),
                    Comparator.nullsFirst(Comparator.<PartialDate>naturalOrder()))
            .thenComparing(entry -> !entry.fact().mayContact());

    public Conversation {
        turns = List.copyOf(turns);
    }

    /**
     * One communication.
     *
     * @param date its own date, or else when it was first said; null when neither is known
     */
    public record Turn(Communication said, @Nullable PartialDate date, Evidenced<Communication> evidence) {
        /** True when the person spoke: in a turn of their own, or in the answer noted beside ours. */
        public boolean answered() {
            return said.direction() == Direction.IN || said.answer() != null;
        }

        /** When it was said, to the second where a source tells it: a mail's Date; null when only the day is known. */
        public @Nullable Instant time() {
            return said.letter() == null ? null : evidence.firstSaid();
        }
    }

    public static Conversation of(Dossier dossier) {
        List<Turn> turns = dossier.of(Communication.class).stream()
                .map(entry -> new Turn(entry.fact(), FactDates.orSaid(entry), entry))
                .sorted(TIME)
                .toList();
        Evidenced<ContactPreference> preference =
                dossier.of(ContactPreference.class).stream().max(LATEST_WORD).orElse(null);
        return new Conversation(turns, preference);
    }

    /** The mails that answer each other, the thread that began first at the beginning. */
    public List<MailThread> threads() {
        return MailThread.of(turns);
    }

    /** False when the person asked not to be contacted and has not taken it back. */
    public boolean mayContact() {
        return preference == null || preference.fact().mayContact();
    }

    /** The last communication of either side. */
    public Optional<Turn> last() {
        return turns.isEmpty() ? Optional.empty() : Optional.of(turns.get(turns.size() - 1));
    }

    /** When we last spoke to the person. */
    public Optional<Turn> lastOurs() {
        return newest(turns.stream()
                .filter(turn -> turn.said().direction() == Direction.OUT)
                .toList());
    }

    /** When the person last spoke to us. */
    public Optional<Turn> lastTheirs() {
        return newest(turns.stream().filter(Turn::answered).toList());
    }

    /** The turn that shows the person's stance now: the last one that shows any. */
    public Optional<Turn> lastStance() {
        return newest(turns.stream()
                .filter(turn -> turn.said().stance() != Stance.NONE)
                .toList());
    }

    /** True when the last word is ours and has no answer. */
    public boolean awaitsAnswer() {
        return last().filter(turn -> !turn.answered()).isPresent();
    }

    /** The latest day that something was promised for, with its turn. */
    public Optional<Turn> lastPromise() {
        return newest(
                turns.stream().filter(turn -> turn.said().promised() != null).toList());
    }

    private static Optional<Turn> newest(List<Turn> some) {
        return some.isEmpty() ? Optional.empty() : Optional.of(some.get(some.size() - 1));
    }
}
