package org.talentrecall.scoring.recommendation;

/** The parts of the match score (召回匹配度). */
public enum Component {
    /** Does the person fit what the opening asks for? */
    REQUIREMENT,
    /** Is the person likely to move, and in our direction? */
    CAREER,
    /** Can we pay what they will ask? */
    SALARY,
    /** What did we think of them? */
    OPINION
}
