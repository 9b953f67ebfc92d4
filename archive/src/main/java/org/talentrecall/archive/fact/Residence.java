package org.talentrecall.archive.fact;

/** City the person lives in, as written. */
public record Residence(String city) implements PersonFact {}
