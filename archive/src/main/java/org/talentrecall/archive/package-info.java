/** The candidate archive: records, facts, identity, dossiers, and the store that holds them. */
@NullMarked
package org.talentrecall.archive;

import org.jspecify.annotations.NullMarked;
