/** Which records speak of the same person, and why. */
@NullMarked
package org.talentrecall.archive.identity;

import org.jspecify.annotations.NullMarked;
