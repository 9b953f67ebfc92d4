/** Openings (requisitions) as a pure function of the facts about them. */
@NullMarked
package org.talentrecall.archive.opening;

import org.jspecify.annotations.NullMarked;
