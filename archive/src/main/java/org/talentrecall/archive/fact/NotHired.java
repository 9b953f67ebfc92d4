package org.talentrecall.archive.fact;

import org.jspecify.annotations.Nullable;

/**
 * The candidate was not hired, and why (未录取原因).
 *
 * @param detail the missing skill or domain for gaps ("ToB", "区块链"), the wanted place for LOCATION; else null
 * @param text the notes' own words; empty when nothing was written
 */
public record NotHired(
        RejectionCode code,
        @Nullable String detail,
        String text,
        @Nullable PartialDate date,
        @Nullable String post,
        @Nullable String openingId)
        implements PersonFact {}
