package org.talentrecall.archive.vocabulary;

/**
 * A term said in a text.
 *
 * @param start index of the first character
 * @param end index after the last character
 */
public record Mention(Term term, int start, int end) {}
