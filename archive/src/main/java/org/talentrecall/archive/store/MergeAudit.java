package org.talentrecall.archive.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.talentrecall.archive.audit.Audit;
import org.talentrecall.archive.audit.AuditAction;
import org.talentrecall.archive.audit.AuditEvent;
import org.talentrecall.archive.dossier.PersonId;
import org.talentrecall.archive.identity.ResolvedPerson;
import org.talentrecall.archive.record.RecordId;

/**
 * Enters what a resolution did to persons that were there before: those that became one, {@code from>into}, and those that
 * fell apart, {@code from>each part}.
 */
final class MergeAudit {
    private final Audit audit;

    MergeAudit(Audit audit) {
        this.audit = audit;
    }

    void enter(Map<String, Set<RecordId>> former, Collection<ResolvedPerson> persons) {
        Map<RecordId, String> now = new HashMap<>();
        persons.forEach(person -> person.records()
                .forEach(record -> now.put(record, person.earliest().value())));
        Map<String, Set<String>> from = new TreeMap<>();
        List<String> splits = new ArrayList<>();
        former.forEach((person, records) -> {
            Set<String> parts = new TreeSet<>();
            records.forEach(record -> {
                String part = now.get(record);
                if (part != null) {
                    parts.add(part);
                    from.computeIfAbsent(part, into -> new TreeSet<>()).add(person);
                }
            });
            if (parts.size() > 1) {
                parts.forEach(part -> splits.add(pair(person, part)));
            }
        });
        List<String> merges = new ArrayList<>();
        from.forEach((into, before) -> {
            if (before.size() > 1) {
                before.stream()
                        .filter(person -> !person.equals(into))
                        .forEach(person -> merges.add(pair(person, into)));
            }
        });
        enter(AuditAction.MERGE, merges);
        enter(AuditAction.SPLIT, splits);
    }

    private void enter(AuditAction action, List<String> subjects) {
        for (int at = 0; at < subjects.size(); at += AuditEvent.SUBJECTS) {
            List<String> some = subjects.subList(at, Math.min(subjects.size(), at + AuditEvent.SUBJECTS));
            audit.append(AuditEvent.of(action, some).detail("by", "resolution"));
        }
    }

    private static String pair(String from, String into) {
        return id(from) + '>' + id(into);
    }

    private static String id(String person) {
        return PersonId.of(new RecordId(person)).value();
    }
}
