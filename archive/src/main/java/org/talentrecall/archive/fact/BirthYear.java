package org.talentrecall.archive.fact;

/** Year of birth; used for identity only, never for the score. */
public record BirthYear(int year) implements PersonFact {}
