/** The nightly mail: made as one message, sent over SMTP when a server is set, else laid into the outbox folder. */
@NullMarked
package org.talentrecall.scoring.mail;

import org.jspecify.annotations.NullMarked;
