/** What a mail is and what it says about people: interview notes, opinions, reasons, replies. */
@NullMarked
package org.talentrecall.ingest.notes;

import org.jspecify.annotations.NullMarked;
