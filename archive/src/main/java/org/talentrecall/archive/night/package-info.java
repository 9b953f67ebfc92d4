/** What past nights recommended: the memory behind "new, up, down, gone". */
@NullMarked
package org.talentrecall.archive.night;

import org.jspecify.annotations.NullMarked;
