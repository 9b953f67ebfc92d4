package org.talentrecall.archive.linkage;

import java.util.List;
import java.util.Map;
import java.util.Set;

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

    private Description(PersonalName[] names, String[][] values) {
        this.names = names;
        this.values = values;
    }

    /**
     * The same, with one object for all equal names and values of a pool.
     *
     * @param known what has been met so far; grows by what is new. Numbers and addresses are not worth the room.
     */
    public Description sharing(Map<Object, Object> known, Set<Integer> fields) {
        PersonalName[] shared = names.clone();
        for (int i = 0; i < shared.length; i++) {
            shared[i] = (PersonalName) known.computeIfAbsent(shared[i], name -> name);
        }
        String[][] all = values.clone();
        for (int field : fields) {
            String[] some = all[field].length == 0 ? NOTHING : all[field].clone();
            for (int i = 0; i < some.length; i++) {
                some[i] = (String) known.computeIfAbsent(some[i], value -> value);
            }
            all[field] = some;
        }
        return new Description(shared, all);
    }

    PersonalName[] names() {
        return names;
    }

    String[] values(int field) {
        return values[field];
    }
}
