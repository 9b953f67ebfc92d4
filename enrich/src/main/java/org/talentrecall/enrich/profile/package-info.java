/** What the page of a person says: schema.org, microformats, and dated lines of plain text. */
@NullMarked
package org.talentrecall.enrich.profile;

import org.jspecify.annotations.NullMarked;
