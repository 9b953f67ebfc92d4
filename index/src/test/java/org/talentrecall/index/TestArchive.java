package org.talentrecall.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.talentrecall.archive.Marks;
import org.talentrecall.archive.dossier.Dossier;
import org.talentrecall.archive.dossier.DossierChecksum;
import org.talentrecall.archive.dossier.Dossiers;
import org.talentrecall.archive.dossier.PersonId;
import org.talentrecall.archive.identity.IdentityKey;
import org.talentrecall.archive.record.ContentHash;

/** The part of an archive that indexing reads, in memory. */
final class TestArchive implements Dossiers, Marks {
    private final Map<PersonId, Dossier> living = new TreeMap<>();
    private final Map<PersonId, Change> changes = new HashMap<>();
    private final Map<String, Long> marks = new HashMap<>();
    private long sequence;

    void put(Dossier dossier) {
        living.put(dossier.id(), dossier);
        changes.put(dossier.id(), new Change(++sequence, dossier.id(), hash(dossier), false));
    }

    void remove(PersonId id) {
        living.remove(id);
        changes.put(id, new Change(++sequence, id, "", true));
    }

    /** As if the database had been lost: the marks with it. */
    void forgetMarks() {
        marks.clear();
    }

    static String hash(Dossier dossier) {
        return ContentHash.of(dossier.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .value();
    }

    @Override
    public Optional<Dossier> find(PersonId id) {
        return Optional.ofNullable(living.get(id));
    }

    @Override
    public List<PersonId> withKey(IdentityKey key) {
        throw new UnsupportedOperationException("Indexing asks for no keys");
    }

    @Override
    public List<PersonId> named(String name) {
        throw new UnsupportedOperationException("Indexing asks for no names");
    }

    @Override
    public List<Change> changedSince(long after, int limit) {
        return changes.values().stream()
                .filter(change -> change.sequence() > after)
                .sorted(Comparator.comparingLong(Change::sequence))
                .limit(limit)
                .toList();
    }

    @Override
    public void forEach(Consumer<Dossier> action) {
        new ArrayList<>(living.values()).forEach(action);
    }

    @Override
    public long count() {
        return living.size();
    }

    @Override
    public String checksum() {
        DossierChecksum checksum = new DossierChecksum();
        living.values().forEach(dossier -> checksum.add(dossier.id(), hash(dossier)));
        return checksum.value();
    }

    @Override
    public long get(String consumer) {
        return marks.getOrDefault(consumer, 0L);
    }

    @Override
    public void set(String consumer, long value) {
        marks.put(consumer, value);
    }
}
