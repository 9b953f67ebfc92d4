package org.talentrecall.enrich;

/**
 * Why something of a source could not be had in this run.
 *
 * @param code stable upper-case reason
 * @param sentence what is wrong, where, and what to do; names sources and hosts, never pages of people
 */
record SourceProblem(String source, String code, String sentence) {}
