package org.talentrecall.archive.fact;

/** A small typed statement about one person or one opening. Values are as the source gave them, tidied, never guessed. */
public sealed interface Fact permits PersonFact, OpeningFact {}
