package org.talentrecall.enrich.fetch;

import java.io.IOException;

/** A host lies in a private network. */
final class PrivateAddressException extends IOException {
    PrivateAddressException() {
        super("The host lies in a private network");
    }
}
