package org.talentrecall.config.cli;

import java.util.List;
import org.talentrecall.archive.intake.ImportId;
import org.talentrecall.archive.intake.Imports;
import org.talentrecall.archive.intake.Imports.ImportSummary;
import org.talentrecall.config.Failure;

/** Finds the imports that a command's RUN means: the number of one import, or the name of a run, which may be several. */
final class NamedImports {
    private NamedImports() {}

    /** @throws Failure when there is none */
    static List<ImportSummary> find(Imports imports, String run) {
        List<ImportSummary> found = run.matches("\\d{1,18}")
                ? imports.find(new ImportId(Long.parseLong(run))).stream().toList()
                : imports.ofRun(run);
        if (found.isEmpty()) {
            throw Failure.of("run.unknown", run);
        }
        return found;
    }
}
