package org.talentrecall.archive.linkage;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one record says of a person, in matching forms, field by field. Immutable; compact, for a million are held at once. */
public final class Description {
    /** Stands before a value that many different people carry. */
    public static final char SHARED = '~';

    private static final int MOST_VALUES = Character.MAX_VALUE;

    private final PersonalName[] names;
    /** The values of all fields one after the other. */
    private final String[] values;
    /** For each field a character, the place after its last value. A string, because many records have equal ones. */
    private final String ends;

    /**
     * @param values for each field of the schema its values, each once; the fields of names have none
     */
    public Description(List<PersonalName> names, List<? extends List<String>> values) {
        this.names = names.toArray(PersonalName[]::new);
        this.values = values.stream().flatMap(List::stream).toArray(String[]::new);
        if (this.values.length > MOST_VALUES) {
            throw new IllegalArgumentException("A record of " + this.values.length + " values cannot be compared");
        }
        StringBuilder places = new StringBuilder();
        int end = 0;
        for (List<String> some : values) {
            end += some.size();
            places.append((char) end);
        }
        ends = places.toString();
    }

    private Description(PersonalName[] names, String[] values, String ends) {
        this.names = names;
        this.values = values;
        this.ends = ends;
    }

    /**
     * The same, with one object for all equal names and values of a pool.
     *
     * @param known what has been met so far; grows by what is new. Numbers and addresses are not worth the room.
     */
    public Description sharing(Map<Object, Object> known, Set<Integer> fields) {
        List<PersonalName> called = List.of(names);
        PersonalName[] shared = (PersonalName[]) known.get(called);
        if (shared == null) {
            shared = called.stream().map(name -> name.sharing(known)).toArray(PersonalName[]::new);
            known.put(called, shared);
        }
        String[] all = values.clone();
        for (int field : fields) {
            for (int i = from(field); i < to(field); i++) {
                all[i] = one(known, all[i]);
            }
        }
        return new Description(shared, all, one(known, ends));
    }

    /** The first of all equal objects. */
    @SuppressWarnings("unchecked")
    static <T> T one(Map<Object, Object> known, T value) {
        return (T) known.computeIfAbsent(value, any -> value);
    }

    PersonalName[] names() {
        return names;
    }

    /** The place of a field's first value. */
    int from(int field) {
        return field == 0 ? 0 : ends.charAt(field - 1);
    }

    /** The place after a field's last value. */
    int to(int field) {
        return ends.charAt(field);
    }

    String value(int place) {
        return values[place];
    }

    List<String> values(int field) {
        return Arrays.asList(values).subList(from(field), to(field));
    }
}
