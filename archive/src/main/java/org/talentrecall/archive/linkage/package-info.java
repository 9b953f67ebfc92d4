/** Probabilistic record linkage after Fellegi and Sunter: which descriptions speak of the same person, and how surely. */
@NullMarked
package org.talentrecall.archive.linkage;

import org.jspecify.annotations.NullMarked;
