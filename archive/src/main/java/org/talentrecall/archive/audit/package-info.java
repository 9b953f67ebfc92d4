/** Who did what and when (M24): an append-only list in which every entry vouches for the one before it. */
@NullMarked
package org.talentrecall.archive.audit;

import org.jspecify.annotations.NullMarked;
