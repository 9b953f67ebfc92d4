/** Puts the scored persons of a night in order, opening by opening, and tells what moved. */
@NullMarked
package org.talentrecall.scoring.ranking;

import org.jspecify.annotations.NullMarked;
