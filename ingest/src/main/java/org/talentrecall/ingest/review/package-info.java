/** Reads the answers that come back in a review's workbook. */
@NullMarked
package org.talentrecall.ingest.review;

import org.jspecify.annotations.NullMarked;
