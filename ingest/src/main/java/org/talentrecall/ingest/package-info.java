/** Reads mailboxes and workbooks into the archive. */
@NullMarked
package org.talentrecall.ingest;

import org.jspecify.annotations.NullMarked;
