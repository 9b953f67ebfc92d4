package org.talentrecall.archive.vocabulary;

import java.util.List;

/**
 * One meaning with the words for it.
 *
 * @param labels the words, the preferred Chinese or international one first
 * @param broader ids of the families that it belongs to, nearest ones only
 */
public record Term(String id, Kind kind, List<String> labels, List<String> broader) {
    /** What sort of thing a term names. */
    public enum Kind {
        SKILL,
        DOMAIN,
        TITLE,
        INDUSTRY,
        LANGUAGE,
        CERTIFICATE
    }

    public Term {
        labels = List.copyOf(labels);
        broader = List.copyOf(broader);
        if (labels.isEmpty()) {
            throw new IllegalArgumentException("A term needs a label: " + id);
        }
    }

    /** The preferred label. */
    public String label() {
        return labels.get(0);
    }
}
