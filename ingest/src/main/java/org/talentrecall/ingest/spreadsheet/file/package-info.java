/** Workbooks and delimited files as one stream of rows with typed cells, whatever their format. */
@NullMarked
package org.talentrecall.ingest.spreadsheet.file;

import org.jspecify.annotations.NullMarked;
