package org.talentrecall.scoring.recommendation;

import java.time.LocalDate;

/**
 * The moment to get in touch.
 *
 * @param date the night's date for "now"
 */
public record When(LocalDate date, boolean now, Text why) {}
