/** The archive on disk: a database by JDBC (H2 or PostgreSQL) and a folder of raw bytes. */
@NullMarked
package org.talentrecall.archive.store;

import org.jspecify.annotations.NullMarked;
