/** Messages as Outlook keeps them, turned into MIME messages so that one reader serves all mail. */
@NullMarked
package org.talentrecall.ingest.outlook;

import org.jspecify.annotations.NullMarked;
