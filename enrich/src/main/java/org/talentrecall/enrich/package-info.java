/** Follows careers in public sources and attributes what they say to people of the archive. */
@NullMarked
package org.talentrecall.enrich;

import org.jspecify.annotations.NullMarked;
