package org.talentrecall.archive.fact;

/** A statement about an opening. */
public sealed interface OpeningFact extends Fact permits OpeningDescription {}
