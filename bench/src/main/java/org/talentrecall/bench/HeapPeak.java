package org.talentrecall.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/** The most heap that was in use at one time: what each collection found, garbage and all, and what there is now. */
final class HeapPeak {
    private static final Set<String> HEAP = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getName)
            .collect(Collectors.toUnmodifiableSet());

    private final AtomicLong most = new AtomicLong();

    private HeapPeak() {}

    static HeapPeak watching() {
        HeapPeak peak = new HeapPeak();
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector).addNotificationListener((told, any) -> peak.collected(told), null, null);
        }
        return peak;
    }

    private void collected(Notification told) {
        if (told.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
            Map<String, MemoryUsage> before = GarbageCollectionNotificationInfo.from((CompositeData) told.getUserData())
                    .getGcInfo()
                    .getMemoryUsageBeforeGc();
            note(HEAP.stream()
                    .map(before::get)
                    .mapToLong(usage -> usage == null ? 0 : usage.getUsed())
                    .sum());
        }
    }

    private void note(long used) {
        most.accumulateAndGet(used, Math::max);
    }

    /** In bytes. */
    long most() {
        note(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        return most.get();
    }
}
