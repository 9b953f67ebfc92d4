package org.talentrecall.archive.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.talentrecall.archive.intake.IntakeItem;
import org.talentrecall.archive.intake.Reading;
import org.talentrecall.archive.record.RecordId;

/** Items that can be stored together: no record comes from two items, and no container in two scans. */
final class Batch {
    private final Map<RecordId, Incoming> incoming = new LinkedHashMap<>();
    private final Map<String, IntakeItem> lastItems = new LinkedHashMap<>();

    private Batch() {}

    /** The items in their order, in as few batches as can be. */
    static List<Batch> of(List<IntakeItem> items) {
        List<Batch> batches = new ArrayList<>();
        Batch open = new Batch();
        for (IntakeItem item : items) {
            if (!open.hasRoomFor(item)) {
                batches.add(open);
                open = new Batch();
            }
            open.add(item);
        }
        batches.add(open);
        return batches;
    }

    private boolean hasRoomFor(IntakeItem item) {
        IntakeItem before = lastItems.get(ContainerRows.id(item.progress()));
        boolean sameScan =
                before == null || before.progress().scan() == item.progress().scan();
        return sameScan
                && item.readings().stream()
                        .noneMatch(
                                reading -> incoming.containsKey(reading.record().id()));
    }

    /** Of one record that an item holds twice, the last reading counts. */
    private void add(IntakeItem item) {
        for (Reading reading : item.readings()) {
            incoming.put(reading.record().id(), Incoming.of(reading, item.progress()));
        }
        lastItems.put(ContainerRows.id(item.progress()), item);
    }

    Map<RecordId, Incoming> incoming() {
        return incoming;
    }

    /** For each container the item that came last, with its progress. */
    Collection<IntakeItem> lastItems() {
        return lastItems.values();
    }

    /** Containers whose scan has come to its end and that do not merely grow: what it has not seen is gone. */
    List<String> wholeContainers() {
        return lastItems.entrySet().stream()
                .filter(entry -> entry.getValue().progress().complete()
                        && !entry.getValue().appended())
                .map(Map.Entry::getKey)
                .toList();
    }
}
