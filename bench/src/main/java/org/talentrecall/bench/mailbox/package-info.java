/** The race of mailbox intake: a generated mailbox of fictional people, and a loop that only parses it. */
@NullMarked
package org.talentrecall.bench.mailbox;

import org.jspecify.annotations.NullMarked;
