package org.talentrecall.scoring.recommendation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How to get in touch. The program sends nothing of this itself.
 *
 * @param steps what to do, in order
 * @param template name of the template the draft was made from
 * @param language {@code zh-CN} or {@code en}: the candidate's language, in which subject and draft are written
 * @param draft body of the message
 * @param mailto link that opens the message in a mail program; null when no mail address is known
 */
public record How(
        Channel channel,
        List<Text> steps,
        String template,
        String language,
        String subject,
        String draft,
        @Nullable String mailto) {
    /** Ways to get in touch. */
    public enum Channel {
        MAIL_AND_CALL,
        MESSAGE_AND_COFFEE,
        WRITTEN_OFFER,
        MAIL_AND_BOSS_CALL,
        CALL,
        MESSAGE
    }

    public How {
        steps = List.copyOf(steps);
    }
}
