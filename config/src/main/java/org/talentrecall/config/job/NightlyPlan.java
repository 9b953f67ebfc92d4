package org.talentrecall.config.job;

import java.util.ArrayList;
import java.util.List;

/** Which steps make up which job, in their order. Every step can also be run alone by the command of its stage. */
public enum NightlyPlan {
    NIGHTLY(
            "nightly",
            "ingest.mailboxes",
            "ingest.documents",
            "ingest.workbooks",
            "resolve.persons",
            "enrich.sources",
            "resolve.updates",
            "index.openings",
            "index.candidates",
            "index.communications",
            "score.openings",
            "report.write",
            "report.mail"),
    INGEST("ingest", "ingest.mailboxes", "ingest.documents", "ingest.workbooks", "resolve.persons"),
    IMPORT("import", "import.paths", "resolve.persons"),
    RERUN("rerun", "import.again", "resolve.persons"),
    UNDO("undo", "import.undo", "resolve.persons", "index.openings", "index.candidates", "index.communications"),
    ENRICH("enrich", "enrich.sources", "resolve.updates"),
    INDEX("index", "index.openings", "index.candidates", "index.communications"),
    SCORE("score", "score.openings"),
    REPORT("report", "report.write"),
    REPORT_AND_SEND("report-and-send", "report.write", "report.mail");

    private final String jobName;
    private final List<String> steps;

    NightlyPlan(String jobName, String... steps) {
        this.jobName = jobName;
        this.steps = List.of(steps);
    }

    public String jobName() {
        return jobName;
    }

    public List<String> steps() {
        return new ArrayList<>(steps);
    }

    /** Whether some step needs the search index, so that it may be started early. */
    boolean searches() {
        return steps.stream().anyMatch(step -> step.startsWith("index.") || step.startsWith("score."));
    }
}
