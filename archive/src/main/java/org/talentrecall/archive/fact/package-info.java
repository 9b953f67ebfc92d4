/** The small typed statements that reading a source record yields. */
@NullMarked
package org.talentrecall.archive.fact;

import org.jspecify.annotations.NullMarked;
