package org.talentrecall.enrich.fetch;

import java.io.IOException;

/** A body exceeds the limit. */
final class TooLargeException extends IOException {
    TooLargeException() {
        super("The answer is larger than the limit");
    }
}
