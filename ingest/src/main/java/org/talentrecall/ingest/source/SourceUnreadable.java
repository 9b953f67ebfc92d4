package org.talentrecall.ingest.source;

import org.talentrecall.archive.record.SourceId;

/** A source, or a part of one, cannot be read now; what was read of it before stays good. */
public final class SourceUnreadable extends Exception {
    private static final long serialVersionUID = 1;

    private final transient SourceProblem problem;

    public SourceUnreadable(SourceProblem problem) {
        super(problem.sentence());
        this.problem = problem;
    }

    public SourceUnreadable(SourceId source, SourceProblem.Code code, String sentence) {
        this(new SourceProblem(source, code, sentence));
    }

    public SourceProblem problem() {
        return problem;
    }
}
