package org.talentrecall.scoring.followup;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.Communication.Direction;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.scoring.followup.Dialogue.Turn;
import org.talentrecall.scoring.profile.Profile;
import org.talentrecall.scoring.recommendation.NightReport.FollowUp;
import org.talentrecall.scoring.recommendation.Text;

/**
 * Reminders by rule (M16). The last contact decides; whatever is recorded after it, an interview too, has dealt with it.
 */
public final class FollowUps {
    private final FollowUpRules rules;

    public FollowUps(FollowUpRules rules) {
        this.rules = rules;
    }

    /** The reminder that is due for a person, or will be within a few days. */
    public Optional<FollowUp> due(Profile profile) {
        if (Exclusion.lasting(profile).isPresent()) {
            return Optional.empty();
        }
        return Dialogue.of(profile)
                .last()
                .flatMap(turn -> reminder(turn))
                .filter(reminder -> shows(reminder.due(), profile.today()))
                .map(reminder -> new FollowUp(
                        profile.dossier().id().value(),
                        profile.dossier().name().orElse(profile.dossier().id().value()),
                        reminder.rule(),
                        reminder.text(),
                        reminder.due(),
                        reminder.due().isBefore(profile.today()),
                        reminder.turn().claim()));
    }

    private boolean shows(LocalDate due, LocalDate today) {
        return !due.isAfter(today.plusDays(rules.aheadDays()))
                && !due.isBefore(today.minusDays(rules.forgetAfterDays()));
    }

    private Optional<Reminder> reminder(Turn turn) {
        PartialDate promised = turn.said().promised();
        LocalDate day = turn.day();
        return switch (turn.said().stance()) {
            case DECLINED -> Optional.empty();
            case WILLING ->
                Optional.of(
                        promised != null
                                ? promised(turn, promised)
                                : reminder(turn, "MEET", "followup.meet", day.plusDays(rules.meetWithinDays())));
            case WANTS_TIME ->
                Optional.of(
                        promised != null
                                ? promised(turn, promised)
                                : reminder(turn, "ASK_AGAIN", "followup.ask", day.plusDays(rules.askAgainDays())));
            case UNCLEAR, NONE -> open(turn, promised);
        };
    }

    private Optional<Reminder> open(Turn turn, @Nullable PartialDate promised) {
        if (promised != null) {
            return Optional.of(promised(turn, promised));
        }
        boolean answered = turn.said().answer() != null || turn.said().direction() == Direction.IN;
        LocalDate due = turn.day().plusDays(rules.noAnswerDays());
        return Optional.of(
                answered
                        ? reminder(turn, "ASK_AGAIN", "followup.unclear", due)
                        : reminder(turn, "NO_ANSWER", "followup.noanswer", due));
    }

    private static Reminder promised(Turn turn, PartialDate promised) {
        return reminder(turn, "PROMISED", "followup.promised", promised.earliest());
    }

    private static Reminder reminder(Turn turn, String rule, String key, LocalDate due) {
        return new Reminder(turn, rule, Text.of(key, turn.day(), due), due);
    }

    private record Reminder(Turn turn, String rule, Text text, LocalDate due) {}
}
