/** Accounts on IMAP servers: signing in, trusting a server, waiting out lost connections, asking for messages in batches. */
@NullMarked
package org.talentrecall.ingest.imap;

import org.jspecify.annotations.NullMarked;
