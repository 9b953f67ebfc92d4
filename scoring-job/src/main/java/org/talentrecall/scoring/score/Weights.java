package org.talentrecall.scoring.score;

import org.talentrecall.scoring.recommendation.Component;
import org.talentrecall.scoring.recommendation.Components;

/** How much each component counts. Only the proportions matter. */
public record Weights(double requirement, double career, double salary, double opinion) {
    public Weights {
        if (requirement < 0
                || career < 0
                || salary < 0
                || opinion < 0
                || requirement + career + salary + opinion <= 0) {
            throw new IllegalArgumentException("Weights are not negative, and one of them is more than 0");
        }
    }

    public static Weights standard() {
        return new Weights(50, 20, 20, 10);
    }

    double of(Component component) {
        return switch (component) {
            case REQUIREMENT -> requirement;
            case CAREER -> career;
            case SALARY -> salary;
            case OPINION -> opinion;
        };
    }

    double sum() {
        return requirement + career + salary + opinion;
    }

    double total(Components components) {
        double total = 0;
        for (Component component : Component.values()) {
            total += of(component) * components.of(component);
        }
        return total / sum();
    }
}
