/** Text work that every stage shares: names, numbers, dates, pay and meaning as people write them. */
@NullMarked
package org.talentrecall.archive.text;

import org.jspecify.annotations.NullMarked;
