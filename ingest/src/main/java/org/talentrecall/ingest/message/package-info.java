/** One mail message: its headers, its body as people read it, and its attached files. */
@NullMarked
package org.talentrecall.ingest.message;

import org.jspecify.annotations.NullMarked;
