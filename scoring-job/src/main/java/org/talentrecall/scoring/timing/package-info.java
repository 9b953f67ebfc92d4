/** The moment to get in touch (M13): now, or the day a better one comes. */
@NullMarked
package org.talentrecall.scoring.timing;

import org.jspecify.annotations.NullMarked;
