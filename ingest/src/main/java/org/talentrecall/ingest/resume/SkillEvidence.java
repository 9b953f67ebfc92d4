package org.talentrecall.ingest.resume;

import java.util.EnumSet;
import java.util.Set;
import org.talentrecall.archive.text.GatedPattern;

/** The words that show a skill, and how much their place is worth. */
final class SkillEvidence {
    private static final int LONGEST_EVIDENCE = 300;
    private static final GatedPattern ADDRESS = GatedPattern.compile(
            "https?://\\S+|(?:www\\.|(?:[a-z]{2,}\\.)?linkedin\\.com|github\\.(?:com|io))\\S*|[\\w.+-]+@[\\w.-]+|(?:智联|无忧)招聘");
    private static final Set<Field> ABOUT_OTHERS = EnumSet.of(
            Field.IGNORED,
            Field.SENSITIVE,
            Field.COMPANY,
            Field.CLIENTS,
            Field.DEPARTMENT,
            Field.SCHOOL,
            Field.MAJOR,
            Field.CITY,
            Field.ADDRESS,
            Field.URL,
            Field.NAME);
    private static final GatedPattern PIECE = GatedPattern.compile("[。;；!！\\n,，|/\\t、]|\\s{2,}");
    private static final GatedPattern SENTENCE = GatedPattern.compile("[。;；!！\\n]");

    private SkillEvidence() {}

    /** The line without addresses and without what forms tell of employers; every place stays the same. */
    static String telling(Row row) {
        StringBuilder text = new StringBuilder(
                ADDRESS.matcher(row.line().text()).replaceAll(match -> " ".repeat(match.end() - match.start())));
        return without(row, ABOUT_OTHERS, text, ' ');
    }

    /**
     * A line's text without what some of its labels tell; every place stays the same.
     *
     * @param text the line's, which is changed
     * @param blank what stands there instead
     */
    static String without(Row row, Set<Field> fields, StringBuilder text, char blank) {
        for (Labels.Labelled label : row.labels()) {
            if (fields.contains(label.field())) {
                for (int i = label.start(); i < label.end(); i++) {
                    text.setCharAt(i, blank);
                }
            }
        }
        return text.toString();
    }

    static double worth(Section section) {
        return switch (section) {
            case EMPLOYMENT, PROJECT -> 0.9;
            case SKILL, CERTIFICATE, LANGUAGE -> 0.85;
            case HEAD, SELF, RECENT, PERSONAL, OTHER, WISH, EDUCATION -> 0.75;
            case TRAINING, CAMPUS, AWARD, HOBBY, REFERENCE -> 0.6;
        };
    }

    /** Among the personal details only the piece itself: what stands beside it must not travel with a skill. */
    static String of(Row row, int at) {
        String text = row.line().text();
        return PersonalAttributes.isPersonal(row) ? around(PIECE, text, at) : around(SENTENCE, text, at);
    }

    private static String around(GatedPattern ends, String text, int at) {
        int from = 0;
        GatedPattern.Search end = ends.matcher(text);
        while (end.find()) {
            if (end.start() > at) {
                return clip(text.substring(from, end.start()));
            }
            from = end.end();
        }
        return clip(text.substring(from));
    }

    static String clip(String text) {
        String bare = text.strip();
        return bare.length() <= LONGEST_EVIDENCE ? bare : bare.substring(0, LONGEST_EVIDENCE);
    }
}
