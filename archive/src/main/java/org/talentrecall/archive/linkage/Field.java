package org.talentrecall.archive.linkage;

/**
 * A field that records are compared in.
 *
 * @param id stable name, lower case
 * @param byFrequency true when agreeing in a rare value says more than in a common one; not for numbers and addresses,
 *     of which equal ones are one person's
 */
public record Field(String id, Comparison comparison, boolean byFrequency) {}
