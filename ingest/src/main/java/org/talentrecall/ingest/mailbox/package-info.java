/** Mailboxes: where messages lie, what they are made of, and how they become readings. */
@NullMarked
package org.talentrecall.ingest.mailbox;

import org.jspecify.annotations.NullMarked;
