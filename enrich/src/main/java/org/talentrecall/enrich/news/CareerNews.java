package org.talentrecall.enrich.news;

import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.CareerUpdate;

/**
 * A step in somebody's career, as one sentence tells it.
 *
 * @param name of whom it is told
 * @param company null when the sentence names none
 * @param title null when the sentence names none
 * @param confidence that the words were taken apart rightly
 */
public record CareerNews(
        String name,
        CareerUpdate.Kind kind,
        @Nullable String company,
        @Nullable String title,
        double confidence) {}
