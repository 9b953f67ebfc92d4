/** A dossier for people: as text, page or workbook, each value with the place it was read at. */
@NullMarked
package org.talentrecall.config.dossier;

import org.jspecify.annotations.NullMarked;
