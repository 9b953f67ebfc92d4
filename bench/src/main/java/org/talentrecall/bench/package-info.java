/** Measures speed, accuracy and robustness of the other modules. */
@NullMarked
package org.talentrecall.bench;

import org.jspecify.annotations.NullMarked;
