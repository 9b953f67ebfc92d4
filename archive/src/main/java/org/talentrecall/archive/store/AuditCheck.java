package org.talentrecall.archive.store;

import java.util.Comparator;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.audit.AuditProof;
import org.talentrecall.archive.audit.AuditProof.Fault;
import org.talentrecall.archive.audit.AuditProof.Kind;

/** Walks along the chain, entry by entry in the order of their numbers. One use only. */
final class AuditCheck {
    private static final int NAMED = 1000;

    private final SortedMap<Long, String> anchors;
    private final SortedMap<Long, String> unmet;
    private final SortedSet<Fault> faults =
            new TreeSet<>(Comparator.comparingLong(Fault::number).thenComparing(Fault::kind));
    private long entries;
    private AuditChain.@Nullable Row before;

    AuditCheck(SortedMap<Long, String> anchors) {
        this.anchors = anchors;
        this.unmet = new TreeMap<>(anchors);
    }

    void next(AuditChain.Row row) {
        entries++;
        AuditChain.Row last = before;
        long follows = last == null ? 0 : last.number();
        for (long missing = follows + 1; missing < row.number() && faults.size() < NAMED; missing++) {
            fault(missing, Kind.REMOVED);
        }
        boolean honest = row.computed().equals(row.hash());
        if (!honest || row.number() < 1) {
            fault(row.number(), Kind.EDITED);
        }
        if (row.number() == follows + 1) {
            checkLink(last, row, honest);
        }
        String anchor = unmet.remove(row.number());
        if (anchor != null && !anchor.equals(row.hash()) && honest) {
            fault(row.number(), Kind.REWRITTEN);
        }
        before = row;
    }

    /** An entry whose words agree with its hash is believed about the one before it. */
    private void checkLink(AuditChain.@Nullable Row last, AuditChain.Row row, boolean honest) {
        if (last == null) {
            if (!row.previousHash().equals(AuditChain.BEGINNING)) {
                fault(row.number(), Kind.REPLACED);
            }
            return;
        }
        boolean linked =
                row.previousHash().equals(last.hash()) || row.previousHash().equals(last.computed());
        if (!linked) {
            fault(honest ? last.number() : row.number(), honest ? Kind.REPLACED : Kind.EDITED);
        }
    }

    /** @param head what the database itself believes to be the last number, and {@code headHash} its hash */
    AuditProof end(long head, String headHash) {
        AuditChain.Row last = before;
        long number = last == null ? 0 : last.number();
        String hash = last == null ? AuditChain.BEGINNING : last.hash();
        long noted = unmet.isEmpty() ? 0 : unmet.lastKey();
        for (long missing = number + 1; missing <= Math.max(head, noted) && faults.size() < NAMED; missing++) {
            fault(missing, Kind.CUT_OFF);
        }
        if (head == number && !headHash.equals(hash) && faults.isEmpty()) {
            fault(number, Kind.REPLACED);
        }
        if (head < number) {
            fault(number, Kind.REPLACED);
        }
        return new AuditProof(entries, number, hash, anchors.size(), java.util.List.copyOf(faults));
    }

    private void fault(long number, Kind kind) {
        faults.add(new Fault(number, kind));
    }
}
