/** The command line: one class a command, exit codes, tables, and errors as one sentence. */
@NullMarked
package org.talentrecall.config.cli;

import org.jspecify.annotations.NullMarked;
