/** What all kinds of sources share: their problems, and the batch step that hands what they give to the archive. */
@NullMarked
package org.talentrecall.ingest.source;

import org.jspecify.annotations.NullMarked;
