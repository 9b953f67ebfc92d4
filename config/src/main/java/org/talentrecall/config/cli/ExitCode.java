package org.talentrecall.config.cli;

/** What a command's exit code says. */
final class ExitCode {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    /** Done, but some items were rejected; {@code recall report} and the night's report name them. */
    static final int DONE_WITH_REJECTED = 3;

    private ExitCode() {}
}
