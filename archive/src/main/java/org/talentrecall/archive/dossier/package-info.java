/** One person's dossier as a pure function of the facts about them. */
@NullMarked
package org.talentrecall.archive.dossier;

import org.jspecify.annotations.NullMarked;
