package org.talentrecall.index;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What became of the items of one bulk.
 *
 * @param written documents put
 * @param removed documents that were there and are gone
 * @param refused documents that the index will not take, with its reason
 */
record BulkOutcome(int written, int removed, List<Refusal> refused) {
    BulkOutcome {
        refused = List.copyOf(refused);
    }

    Set<String> refusedIds() {
        return refused.stream().map(Refusal::id).collect(Collectors.toSet());
    }

    /** @param reason the error's type, without the values that led to it */
    record Refusal(String id, int status, String reason) {}
}
