package org.talentrecall.scoring.recommendation;

/** How a recommendation stands against the night before. */
public enum Movement {
    NEW,
    UP,
    DOWN,
    SAME
}
