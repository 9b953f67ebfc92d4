/** What a night says to people: the types behind {@code report.json}, free of how they are shown. */
@NullMarked
package org.talentrecall.scoring.recommendation;

import org.jspecify.annotations.NullMarked;
