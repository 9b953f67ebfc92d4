/** Measures how fast workbooks are read. */
@NullMarked
package org.talentrecall.bench.sheets;

import org.jspecify.annotations.NullMarked;
