package org.talentrecall.scoring.mail;

/** The report could not be mailed; it is written all the same, and the next run tries again. */
public final class MailFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MailFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
