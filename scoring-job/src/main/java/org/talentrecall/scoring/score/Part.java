package org.talentrecall.scoring.score;

import java.util.List;
import org.talentrecall.scoring.recommendation.Component;
import org.talentrecall.scoring.recommendation.Point;
import org.talentrecall.scoring.recommendation.Text;

/**
 * One component's account.
 *
 * @param points they add up to the value before it is rounded and kept within 0 and 100
 * @param known 0–1: how much of what the component asks is known
 * @param confirm what to find out
 */
record Part(Component component, List<Point> points, double known, List<Text> confirm) {
    /**
     * What a component is worth of which nothing is known, and where the others start from: the border between "not now"
     * and "watch", so that missing data speaks neither for nor against.
     */
    static final double NEUTRAL = 60;

    Part {
        points = List.copyOf(points);
        confirm = List.copyOf(confirm);
    }

    static Part unknown(Component component, Text why, Text ask) {
        return new Part(component, List.of(new Point(component, why, NEUTRAL, List.of())), 0, List.of(ask));
    }

    int value() {
        double sum = points.stream().mapToDouble(Point::points).sum();
        return (int) Math.round(Math.max(0, Math.min(100, sum)));
    }
}
