/** What could not be read, handed back as a workbook in the layout of its sources. */
@NullMarked
package org.talentrecall.config.rejected;

import org.jspecify.annotations.NullMarked;
