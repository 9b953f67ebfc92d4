/** The match score (召回匹配度): four components, every point explained by evidence. */
@NullMarked
package org.talentrecall.scoring.score;

import org.jspecify.annotations.NullMarked;
