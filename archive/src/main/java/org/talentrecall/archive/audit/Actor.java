package org.talentrecall.archive.audit;

/**
 * Who does something: {@code user:alice}, {@code job:nightly}, {@code mail:hr@example.com}.
 *
 * @param name at most {@value #LONGEST} characters
 */
public record Actor(String name) {
    static final int LONGEST = 200;

    public Actor {
        if (name.isBlank() || name.length() > LONGEST || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("An actor is named by 1 to " + LONGEST + " printable characters");
        }
    }

    /** A person, by the name of an account. */
    public static Actor user(String account) {
        return new Actor("user:" + account);
    }

    /** Something that runs by itself. */
    public static Actor job(String job) {
        return new Actor("job:" + job);
    }

    /** The account under which this program runs. */
    public static Actor ofThisProcess() {
        String account = System.getProperty("user.name", "").strip();
        return user(account.isEmpty() ? "unknown" : account);
    }

    @Override
    public String toString() {
        return name;
    }
}
