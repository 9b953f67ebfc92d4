/** How to get in touch (M14): the channel, and a message drafted from the template of its reason. Sends nothing. */
@NullMarked
package org.talentrecall.scoring.outreach;

import org.jspecify.annotations.NullMarked;
