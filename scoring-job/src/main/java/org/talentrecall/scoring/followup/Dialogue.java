package org.talentrecall.scoring.followup;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.dossier.Conversation;
import org.talentrecall.archive.fact.Communication;
import org.talentrecall.archive.fact.Interview;
import org.talentrecall.archive.fact.NotHired;
import org.talentrecall.archive.fact.Outcome;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.scoring.profile.Claims;
import org.talentrecall.scoring.profile.Profile;
import org.talentrecall.scoring.recommendation.Claim;
import org.talentrecall.scoring.recommendation.Text;

/**
 * The contacts with a person since the last interview or no; what was said before belongs to that older story.
 *
 * @param turns in time order; contacts whose day nobody tells are left out
 */
public record Dialogue(List<Turn> turns) {
    public Dialogue {
        turns = List.copyOf(turns);
    }

    public static Dialogue of(Profile profile) {
        LocalDate begin = lastDecision(profile);
        return new Dialogue(Conversation.of(profile.dossier()).turns().stream()
                .map(Dialogue::turn)
                .flatMap(Optional::stream)
                .filter(turn -> !turn.day().isAfter(profile.today()))
                .filter(turn -> begin == null || turn.day().isAfter(begin))
                .toList());
    }

    public Optional<Turn> last() {
        return turns.isEmpty() ? Optional.empty() : Optional.of(turns.get(turns.size() - 1));
    }

    /** The latest day that was promised in it, where the last word is not a no. */
    public Optional<LocalDate> promised() {
        return last().filter(turn -> turn.said().stance() != Communication.Stance.DECLINED)
                .map(turn -> turn.said().promised())
                .map(PartialDate::earliest);
    }

    /** One contact. */
    public record Turn(LocalDate day, Communication said, Claim claim) {}

    private static Optional<Turn> turn(Conversation.Turn told) {
        Communication said = told.said();
        if (told.date() == null) {
            return Optional.empty();
        }
        LocalDate day = told.date().latest();
        String words = said.answer() != null && !said.answer().isBlank() ? said.answer() : said.content();
        Text text = Text.of(
                "claim.contact", day, Text.of("channel." + said.channel().name()), Claims.cut(words));
        return Optional.of(new Turn(day, said, Claims.of(text, told.evidence().evidence())));
    }

    /** The last interview, no or outcome that a conversation of today would come after. */
    private static @Nullable LocalDate lastDecision(Profile profile) {
        Stream<PartialDate> interviews = profile.dossier().of(Interview.class).stream()
                .map(told -> told.fact().date())
                .filter(Objects::nonNull);
        Stream<PartialDate> refusals = profile.dossier().of(NotHired.class).stream()
                .filter(told -> ours(told.fact()))
                .map(told -> told.fact().date())
                .filter(Objects::nonNull);
        Stream<PartialDate> outcomes = profile.dossier().of(Outcome.class).stream()
                .map(told -> told.fact().date())
                .filter(Objects::nonNull);
        return Stream.of(interviews, refusals, outcomes)
                .flatMap(each -> each)
                .map(PartialDate::latest)
                .filter(day -> !day.isAfter(profile.today()))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** A no of theirs is part of the conversation; a no of ours ends it. */
    private static boolean ours(NotHired no) {
        return switch (no.code()) {
            case TIMING, COMPETING_OFFER, CANDIDATE_DECLINED -> false;
            default -> true;
        };
    }
}
