package org.talentrecall.scoring.followup;

/**
 * When to come back to a conversation, and when to leave people alone.
 *
 * @param meetWithinDays who answered willingly should be met within so many days
 * @param askAgainDays who wants time, without naming a day, is asked again after so many
 * @param noAnswerDays a contact without answer is followed up after so many
 * @param aheadDays a reminder shows up so many days before it is due
 * @param forgetAfterDays a conversation that nobody went on with for so many days is over
 * @param coolingOffDays after a contact that led to nothing, nobody writes again for so many days
 * @param declinedDays the same after the person declined
 */
public record FollowUpRules(
        int meetWithinDays,
        int askAgainDays,
        int noAnswerDays,
        int aheadDays,
        int forgetAfterDays,
        int coolingOffDays,
        int declinedDays) {
    public FollowUpRules {
        if (meetWithinDays < 0
                || askAgainDays < 0
                || noAnswerDays < 0
                || aheadDays < 0
                || forgetAfterDays < 1
                || coolingOffDays < 0
                || declinedDays < 0) {
            throw new IllegalArgumentException(
                    "Days to follow up are not negative, and a conversation lasts at least one");
        }
    }

    public static FollowUpRules standard() {
        return new FollowUpRules(3, 7, 5, 3, 60, 90, 180);
    }
}
