package org.talentrecall.index;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.talentrecall.archive.opening.Opening;
import org.talentrecall.archive.opening.Openings;
import org.talentrecall.index.document.OpeningDocuments;

/** Lets the index hold the openings as the archive does: they are few, so all are written. */
final class OpeningsTasklet implements Tasklet {
    private final Openings openings;
    private final OpeningDocuments documents;
    private final IndexSet set;

    OpeningsTasklet(Openings openings, OpeningDocuments documents, IndexSet set) {
        this.openings = openings;
        this.documents = documents;
        this.set = set;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        List<Opening> all = openings.all();
        Map<String, Map<String, Object>> bodies = new LinkedHashMap<>();
        for (Opening opening : all) {
            contribution.incrementReadCount();
            bodies.put(opening.id(), documents.of(opening));
        }
        BulkOutcome outcome = set.replace(IndexScan.all(), bodies);
        contribution.incrementWriteCount((long) outcome.written() + outcome.removed());
        contribution.incrementProcessSkipCount(outcome.refused().size());
        return RepeatStatus.FINISHED;
    }
}
