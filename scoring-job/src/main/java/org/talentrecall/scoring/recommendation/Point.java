package org.talentrecall.scoring.recommendation;

import java.util.List;

/**
 * One step of a component's explanation.
 *
 * @param text what was found
 * @param points what it did to the component, from -100 to 100; within a component they add up to its value, before
 *     rounding and the limits 0 and 100
 * @param claims what it rests on; empty only where the point tells of missing data
 */
public record Point(Component component, Text text, double points, List<Claim> claims) {
    public Point {
        claims = List.copyOf(claims);
    }
}
