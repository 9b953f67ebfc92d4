/** A night's work in steps: score and keep the lists, write the report, mail it. */
@NullMarked
package org.talentrecall.scoring.night;

import org.jspecify.annotations.NullMarked;
