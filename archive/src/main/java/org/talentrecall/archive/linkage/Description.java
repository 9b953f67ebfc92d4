package org.talentrecall.archive.linkage;

import java.util.List;

/** What one record says of a person, in matching forms, field by field. Immutable; compact, for a million are held at once. */
public final class Description {
    /** Stands before a value that many different people carry. */
    public static final char SHARED = '~';

    private static final String[] NOTHING = {};

    private final PersonalName[] names;
    private final String[][] values;

    /**
     * @param values for each field of the schema its values, each once; the fields of names have none
     */
    public Description(List<PersonalName> names, List<? extends List<String>> values) {
        this.names = names.toArray(PersonalName[]::new);
        this.values = new String[values.size()][];
        for (int field = 0; field < this.values.length; field++) {
            List<String> some = values.get(field);
            this.values[field] = some.isEmpty() ? NOTHING : some.toArray(String[]::new);
        }
    }

    PersonalName[] names() {
        return names;
    }

    String[] values(int field) {
        return values[field];
    }
}
