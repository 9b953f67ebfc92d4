/** Documents of any format as readable text, page by page, within limits. */
@NullMarked
package org.talentrecall.ingest.document;

import org.jspecify.annotations.NullMarked;
