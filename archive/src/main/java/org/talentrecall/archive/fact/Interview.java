package org.talentrecall.archive.fact;

import org.jspecify.annotations.Nullable;

/**
 * One conversation with the candidate about a post of ours.
 *
 * @param post title of the post as written, or null
 * @param openingId our requisition number where the source gives one
 * @param interviewer who held it, as written
 * @param round for example 初试, 二面, final
 * @param result as written, for example 未录用, 通过, pass
 */
public record Interview(
        @Nullable PartialDate date,
        @Nullable String post,
        @Nullable String openingId,
        @Nullable String interviewer,
        @Nullable String round,
        @Nullable String result)
        implements PersonFact {}
