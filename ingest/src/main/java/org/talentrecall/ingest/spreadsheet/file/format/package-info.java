/** Shows numbers as the number formats of spreadsheets tell to. */
@NullMarked
package org.talentrecall.ingest.spreadsheet.file.format;

import org.jspecify.annotations.NullMarked;
