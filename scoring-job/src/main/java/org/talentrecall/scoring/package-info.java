/** Ranks whom to call back for which opening, and tells people. */
@NullMarked
package org.talentrecall.scoring;

import org.jspecify.annotations.NullMarked;
