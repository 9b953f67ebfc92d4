/** How the archive's types are written as JSON, apart from the types themselves. */
@NullMarked
package org.talentrecall.archive.json;

import org.jspecify.annotations.NullMarked;
