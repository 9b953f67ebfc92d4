package org.talentrecall.archive.text;

/**
 * Something recognised in a text.
 *
 * @param value normalised
 * @param asWritten the text's own characters
 * @param start index of the first character
 * @param end index after the last character
 */
public record Found(String value, String asWritten, int start, int end) {}
