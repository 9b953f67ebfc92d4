/** The home folder: where settings, sources, data and reports lie. */
@NullMarked
package org.talentrecall.config.home;

import org.jspecify.annotations.NullMarked;
