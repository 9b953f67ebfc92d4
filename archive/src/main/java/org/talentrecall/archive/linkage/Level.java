package org.talentrecall.archive.linkage;

/** How well two records agree in one field, best first. A field that one of them does not give has no level. */
public enum Level {
    /** Two or more values agree, such as two employers. */
    SEVERAL(0),
    /** The values are equal. */
    SAME(1),
    /** The values are equal, but many different people carry them: the telephone of a recruiter. */
    SHARED(2),
    /** The same in another form: 王芳 and Wang Fang, Robert and Bob, a year and a day in it. */
    SOUND(3),
    /** Equal but for a slip of the pen. */
    CLOSE(4),
    /** Alike. */
    LOOSE(5),
    /** Both give it, and nothing agrees. */
    DIFFERENT(6);

    /** The code of a field that one of two records does not give. */
    static final byte MISSING = -1;

    private static final Level[] ALL = values();
    static final int COUNT = ALL.length;

    private final byte code;

    Level(int code) {
        this.code = (byte) code;
    }

    /** The place of this level in lists by level. */
    public byte code() {
        return code;
    }

    static Level of(int code) {
        return ALL[code];
    }
}
