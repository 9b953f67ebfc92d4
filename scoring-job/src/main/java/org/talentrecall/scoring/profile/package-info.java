/** What scoring looks at in a dossier: posts, words and places, and nothing that must not count. */
@NullMarked
package org.talentrecall.scoring.profile;

import org.jspecify.annotations.NullMarked;
