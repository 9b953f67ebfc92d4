package org.talentrecall.scoring.recommendation;

import org.jspecify.annotations.Nullable;

/**
 * Something that is different since we said no.
 *
 * @param date ISO date as exact as the source gave it ({@code 2026}, {@code 2026-03}, {@code 2026-03-01}); null when it
 *     does not tell
 * @param source the place that says it, as {@link org.talentrecall.archive.record.Locator#display()} shows it
 */
public record Change(Text what, @Nullable String date, String source) {}
