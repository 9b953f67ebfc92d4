/** The one database that archive, batch metadata and schedule share. */
@NullMarked
package org.talentrecall.config.database;

import org.jspecify.annotations.NullMarked;
