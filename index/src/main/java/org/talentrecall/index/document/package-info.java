/** The documents of the indices as pure functions of the archive. */
@NullMarked
package org.talentrecall.index.document;

import org.jspecify.annotations.NullMarked;
