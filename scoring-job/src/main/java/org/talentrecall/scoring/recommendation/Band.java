package org.talentrecall.scoring.recommendation;

/** What a score asks for. */
public enum Band {
    /** Start the conversation. */
    CONTACT,
    /** Keep an eye on the person. */
    WATCH,
    /** Too much speaks against it, or what spoke against it still does. */
    NOT_NOW
}
