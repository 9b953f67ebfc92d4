/** What a night asks people, in words. */
@NullMarked
package org.talentrecall.scoring.review;

import org.jspecify.annotations.NullMarked;
