/** What one place said, once: source records, where they lie, and how each of them ended. */
@NullMarked
package org.talentrecall.archive.record;

import org.jspecify.annotations.NullMarked;
