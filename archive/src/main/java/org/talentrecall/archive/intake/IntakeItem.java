package org.talentrecall.archive.intake;

import java.util.List;

/**
 * What one step of a reader brought: the readings of one message, row or page, and the container's progress behind them.
 *
 * @param readings several for a message with attachments; empty when only the end of the container was reached
 * @param appended see {@link Intake#accept}
 */
public record IntakeItem(List<Reading> readings, Container progress, boolean appended) {
    public IntakeItem {
        readings = List.copyOf(readings);
    }
}
