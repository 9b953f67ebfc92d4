package org.talentrecall.archive.fact;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One contact with a candidate (沟通日志).
 *
 * @param by who of ours, as written; null when unknown
 * @param content what was said or sent
 * @param answer the candidate's answer where the source gives it beside the contact; an answer in a mail of its own is a
 *     communication of direction IN
 * @param stance what the candidate's words say, read by rules
 * @param promised the day something was promised for, or null
 * @param letter the mail it was, where it was one; null otherwise
 */
public record Communication(
        @Nullable PartialDate date,
        Channel channel,
        Direction direction,
        @Nullable String by,
        String content,
        @Nullable String answer,
        Stance stance,
        @Nullable PartialDate promised,
        @Nullable Letter letter)
        implements PersonFact {
    /** A contact that was no mail, or whose mail is not at hand. */
    public Communication(
            @Nullable PartialDate date,
            Channel channel,
            Direction direction,
            @Nullable String by,
            String content,
            @Nullable String answer,
            Stance stance,
            @Nullable PartialDate promised) {
        this(date, channel, direction, by, content, answer, stance, promised, null);
    }

    /**
     * What puts a mail into its thread.
     *
     * @param messageId without angle brackets
     * @param subject as written, with its {@code Re:} and {@code 转发:}
     * @param earlier Message-IDs of the mails before it in the thread (References, In-Reply-To), oldest first
     */
    public record Letter(String messageId, String subject, List<String> earlier) {
        public Letter {
            earlier = List.copyOf(earlier);
        }
    }

    /** By what means. */
    public enum Channel {
        MAIL,
        PHONE,
        MESSAGE,
        MEETING,
        OTHER
    }

    /** OUT: we spoke to them; IN: they spoke to us. */
    public enum Direction {
        OUT,
        IN
    }

    /** The candidate's stance. */
    public enum Stance {
        /** No answer in this record. */
        NONE,
        WILLING,
        /** Wants time ("需要考虑一周"). */
        WANTS_TIME,
        DECLINED,
        /** An answer whose meaning the rules cannot tell. */
        UNCLEAR
    }
}
