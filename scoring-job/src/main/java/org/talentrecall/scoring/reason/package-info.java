/** Reasons for a no as testable conditions: which still stand, which have been lifted, and by what. */
@NullMarked
package org.talentrecall.scoring.reason;

import org.jspecify.annotations.NullMarked;
