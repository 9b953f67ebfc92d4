package org.talentrecall.archive.fact;

/** A name as written: 王建国, Wang Jianguo, Michael Wang. */
public record PersonName(String text) implements PersonFact {}
