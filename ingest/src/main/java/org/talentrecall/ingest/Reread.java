package org.talentrecall.ingest;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.talentrecall.archive.intake.AskingRecord;
import org.talentrecall.archive.intake.Container;
import org.talentrecall.archive.intake.ImportId;
import org.talentrecall.archive.intake.Imports.Touched;
import org.talentrecall.archive.intake.Intake;
import org.talentrecall.archive.intake.IntakeItem;
import org.talentrecall.archive.intake.KnownRecord;
import org.talentrecall.archive.intake.Reading;
import org.talentrecall.archive.record.RecordId;
import org.talentrecall.archive.record.SourceId;

/**
 * The archive as a reader must see it to read some containers again although they have not changed: they seem to have been
 * something else before. A container that this run has read again already is seen as it is, so that a killed run goes on.
 */
final class Reread implements Intake {
    /** The fingerprint of no file and no folder, in the form that readers of mboxes take apart. */
    private static final String OTHER = "0:again";

    private final Intake archive;
    private final Set<Touched> wanted;
    private final Set<Touched> done;

    /**
     * @param wanted containers to be read again
     * @param done those of them that this run has begun to read
     */
    Reread(Intake archive, Set<Touched> wanted, Set<Touched> done) {
        this.archive = archive;
        this.wanted = Set.copyOf(wanted);
        this.done = Set.copyOf(done);
    }

    private Container seen(Container container) {
        Touched key = new Touched(container.source(), container.path());
        return wanted.contains(key) && !done.contains(key)
                ? new Container(
                        container.source(),
                        container.path(),
                        OTHER,
                        container.scan(),
                        "",
                        container.read(),
                        container.complete())
                : container;
    }

    @Override
    public Optional<Container> container(SourceId source, String path) {
        return archive.container(source, path).map(this::seen);
    }

    @Override
    public List<Container> containers(SourceId source) {
        return archive.containers(source).stream().map(this::seen).toList();
    }

    @Override
    public Map<RecordId, Integer> lastScans(Collection<RecordId> records) {
        return archive.lastScans(records);
    }

    @Override
    public Map<RecordId, KnownRecord> known(Collection<RecordId> records) {
        return archive.known(records);
    }

    @Override
    public Set<RecordId> rejected(Collection<RecordId> records) {
        return archive.rejected(records);
    }

    @Override
    public Map<RecordId, String> answers(String question) {
        return archive.answers(question);
    }

    @Override
    public List<AskingRecord> reanswered(String question) {
        return archive.reanswered(question);
    }

    @Override
    public List<AskingRecord> asking(String question, Collection<RecordId> records) {
        return archive.asking(question, records);
    }

    @Override
    public void accept(ImportId importId, List<Reading> readings, Container progress, boolean appended) {
        archive.accept(importId, readings, progress, appended);
    }

    @Override
    public void acceptAll(ImportId importId, List<IntakeItem> items) {
        archive.acceptAll(importId, items);
    }

    @Override
    public void withdraw(ImportId importId, Container gone) {
        archive.withdraw(importId, gone);
    }
}
