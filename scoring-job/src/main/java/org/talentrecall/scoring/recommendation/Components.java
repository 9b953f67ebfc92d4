package org.talentrecall.scoring.recommendation;

/** The four parts of a score, each 0–100. */
public record Components(int requirement, int career, int salary, int opinion) {
    public Components {
        check(requirement);
        check(career);
        check(salary);
        check(opinion);
    }

    public int of(Component component) {
        return switch (component) {
            case REQUIREMENT -> requirement;
            case CAREER -> career;
            case SALARY -> salary;
            case OPINION -> opinion;
        };
    }

    private static void check(int value) {
        if (value < 0 || value > 100) {
            throw new IllegalArgumentException("A component lies between 0 and 100: " + value);
        }
    }
}
