package org.talentrecall.archive.fact;

/** Years of working experience as stated when the source was written. */
public record YearsOfExperience(double years) implements PersonFact {}
