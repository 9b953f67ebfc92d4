/** The nightly report for people and programs: one rendered document, written as JSON, HTML and a workbook. */
@NullMarked
package org.talentrecall.scoring.report;

import org.jspecify.annotations.NullMarked;
