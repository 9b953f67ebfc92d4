package org.talentrecall.index;

/** For documents of our own making: one that is refused is a fault to be told at once. */
final class Refusals {
    private Refusals() {}

    static void none(BulkOutcome outcome, IndexName name) {
        if (!outcome.refused().isEmpty()) {
            BulkOutcome.Refusal first = outcome.refused().get(0);
            throw new IndexUnavailable("The index " + name.alias() + " refused "
                    + outcome.refused().size()
                    + " documents, the first of them " + first.id() + " (" + first.reason()
                    + "): report this, its mapping and the program do not fit together");
        }
    }
}
