package org.talentrecall.archive.intake;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.talentrecall.archive.record.Correction;
import org.talentrecall.archive.record.RecordId;
import org.talentrecall.archive.record.SourceId;

/**
 * Where readers put what they read. Each call is one transaction, or joins the caller's. All calls are idempotent: the
 * same reading accepted twice leaves the archive as it was.
 */
public interface Intake {
    /** What is known of a container, or empty when it was never read. */
    Optional<Container> container(SourceId source, String path);

    /** All containers of a source, by path; to notice files that are gone. */
    List<Container> containers(SourceId source);

    /**
     * The scan in which each of these records was last accepted; records never accepted are not in the map.
     *
     * <p>Tells a reader that finds a message for the second time whether it met a copy (accepted in this scan already, so
     * another record) or the same one again after a folder was rebuilt.
     */
    Map<RecordId, Integer> lastScans(Collection<RecordId> records);

    /** Where and as what each of these records stands; records never accepted, or withdrawn, are not in the map. */
    Map<RecordId, KnownRecord> known(Collection<RecordId> records);

    /** Those of these records that cannot be read where they lie, whether a {@link Correction} stands in for them or not. */
    Set<RecordId> rejected(Collection<RecordId> records);

    /**
     * What people answered to a question that readers had left open (a {@link org.talentrecall.archive.fact.Doubt}), by the
     * record that asked it and by its twins elsewhere; of several answers the latest.
     *
     * @param question the code of the question
     */
    Map<RecordId, String> answers(String question);

    /**
     * Records that asked the question once and have not been read since its answer changed: another came, or the one that
     * there was has been taken back. By id.
     */
    List<AskingRecord> reanswered(String question);

    /** Those of these records that ask the question as they stand. */
    List<AskingRecord> asking(String question, Collection<RecordId> records);

    /**
     * Stores readings of one container together with its progress.
     *
     * <p>A record that is known with the same content and facts stays untouched. One with other content or facts becomes
     * a new version, and its old facts are withdrawn. When {@code progress} is complete, records of the container that
     * this scan has not seen are withdrawn (unless {@code appended}).
     *
     * @param importId the run this belongs to, see {@link Imports}
     * @param appended true for containers that only grow (mail folders): nothing is withdrawn for not being seen
     */
    void accept(ImportId importId, List<Reading> readings, Container progress, boolean appended);

    /**
     * Stores several items as if each were accepted in turn, in one transaction and with few statements: the way for
     * writers of chunks.
     */
    default void acceptAll(ImportId importId, List<IntakeItem> items) {
        items.forEach(item -> accept(importId, item.readings(), item.progress(), item.appended()));
    }

    /** Withdraws all records of a container that no longer exists. */
    void withdraw(ImportId importId, Container gone);
}
