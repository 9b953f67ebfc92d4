/** Keeps Elasticsearch equal to the archive and searches it. */
@NullMarked
package org.talentrecall.index;

import org.jspecify.annotations.NullMarked;
