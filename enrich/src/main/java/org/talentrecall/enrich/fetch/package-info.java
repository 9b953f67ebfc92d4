/** Polite fetching: robots.txt, pauses, limits, conditional requests; and the text of what came. */
@NullMarked
package org.talentrecall.enrich.fetch;

import org.jspecify.annotations.NullMarked;
