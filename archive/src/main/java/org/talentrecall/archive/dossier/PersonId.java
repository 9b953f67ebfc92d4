package org.talentrecall.archive.dossier;

import java.util.regex.Pattern;
import org.talentrecall.archive.record.RecordId;

/**
 * Names a person: {@code P-} and the first 12 digits of the id of one of the person's records. The canonical id is that
 * of the earliest record (by when it was said, then by record id), so it is a function of the records alone; every other
 * record's id of this form still finds the person, so an id once printed stays good after a merge.
 */
public record PersonId(String value) implements Comparable<PersonId> {
    private static final int DIGITS = 12;
    private static final Pattern SHAPE = Pattern.compile("P-[0-9a-f]{" + DIGITS + "}");

    public PersonId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("A person id looks like P-0123456789ab, not " + value);
        }
    }

    public static PersonId of(RecordId record) {
        return new PersonId("P-" + record.value().substring(0, DIGITS));
    }

    @Override
    public int compareTo(PersonId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
