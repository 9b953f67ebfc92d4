package org.talentrecall.archive.fact;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a requisition list.
 *
 * @param id our requisition number; where the list has none, derived from title and department
 * @param mustHaves one requirement an entry, as written
 * @param wishes nice to have, one an entry
 * @param budget monthly budget, or null when not given
 * @param openedBecause why it opened (开放原因)
 */
public record OpeningDescription(
        String id,
        String title,
        @Nullable String department,
        @Nullable String level,
        @Nullable String city,
        boolean remote,
        @Nullable Pay budget,
        List<String> mustHaves,
        List<String> wishes,
        @Nullable String description,
        Status status,
        @Nullable PartialDate openedOn,
        @Nullable String openedBecause,
        @Nullable String hiringManager)
        implements OpeningFact {
    /** Whether people are wanted for it. */
    public enum Status {
        OPEN,
        FROZEN,
        CLOSED
    }

    public OpeningDescription {
        mustHaves = List.copyOf(mustHaves);
        wishes = List.copyOf(wishes);
    }
}
