/** What workbooks and delimited files say: where their tables are, what the tables are about, and each row's facts. */
@NullMarked
package org.talentrecall.ingest.spreadsheet;

import org.jspecify.annotations.NullMarked;
