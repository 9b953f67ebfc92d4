/** Where the conversation with a person stands: reminders that are due, and who must be left alone for now. */
@NullMarked
package org.talentrecall.scoring.followup;

import org.jspecify.annotations.NullMarked;
