/** The border over which readers hand source records to the archive. */
@NullMarked
package org.talentrecall.archive.intake;

import org.jspecify.annotations.NullMarked;
