package org.talentrecall.ingest.resume;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.talentrecall.archive.fact.Skill;
import org.talentrecall.archive.vocabulary.Mention;
import org.talentrecall.archive.vocabulary.Term;
import org.talentrecall.archive.vocabulary.Vocabulary;

/**
 * Finds the terms of the vocabulary that a resume shows. Words of work done prove more than a list of skills, so they are
 * preferred as evidence; wishes prove nothing.
 */
final class Skills {
    private static final int LONGEST_EVIDENCE = 300;
    private static final Pattern WISHING = Pattern.compile(
            "希望|期望|感兴趣|有兴趣|很有兴趣|想转|想从事|期待|意向|求职目标|转型|有意|应聘|interested in|looking for|hope to|would like|seeking|willing to learn|没有|缺乏|不会|不熟悉|未接触|no experience");
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+|www\\.\\S+|[\\w.+-]+@[\\w.-]+");
    private static final Set<Field> ABOUT_OTHERS = EnumSet.of(
            Field.IGNORED, Field.SENSITIVE, Field.COMPANY, Field.SCHOOL, Field.CITY, Field.ADDRESS, Field.NAME);
    private static final Pattern SENTENCE = Pattern.compile("[。;；!！\\n]");

    private Skills() {}

    static List<Found> read(List<Row> rows, Vocabulary vocabulary) {
        Map<String, Found> best = new LinkedHashMap<>();
        for (Row row : rows) {
            boolean employer = row.period() != null && row.section() == Section.EMPLOYMENT && !row.isProse();
            if (employer || row.heading() || worth(row.section()) == 0 || isWish(row)) {
                continue;
            }
            String text = telling(row);
            for (Mention mention : vocabulary.mentions(text)) {
                if (!counts(mention.term().kind())) {
                    continue;
                }
                String evidence = sentence(row.line().text(), mention.start());
                if (WISHING.matcher(evidence).find()) {
                    continue;
                }
                Found found = new Found(new Skill(mention.term().label(), evidence), row.line(), worth(row.section()));
                best.merge(
                        mention.term().id(),
                        found,
                        (known, next) -> next.confidence() > known.confidence() ? next : known);
            }
        }
        return new ArrayList<>(best.values());
    }

    /** The line without addresses and without what forms tell of employers; every place stays the same. */
    private static String telling(Row row) {
        StringBuilder text = new StringBuilder(
                ADDRESS.matcher(row.line().text()).replaceAll(match -> " ".repeat(match.end() - match.start())));
        for (Labels.Labelled label : row.labels()) {
            if (ABOUT_OTHERS.contains(label.field())) {
                for (int i = label.start(); i < label.end(); i++) {
                    text.setCharAt(i, ' ');
                }
            }
        }
        return text.toString();
    }

    private static boolean isWish(Row row) {
        return row.labels().stream()
                .anyMatch(label -> label.field() == Field.WISH || label.field() == Field.EXPECTED_SALARY);
    }

    private static boolean counts(Term.Kind kind) {
        return switch (kind) {
            case SKILL, DOMAIN, LANGUAGE, CERTIFICATE -> true;
            case TITLE, INDUSTRY -> false;
        };
    }

    private static double worth(Section section) {
        return switch (section) {
            case EMPLOYMENT, PROJECT -> 0.9;
            case SKILL, CERTIFICATE, LANGUAGE -> 0.85;
            case HEAD, SELF, RECENT, PERSONAL, OTHER -> 0.75;
            case TRAINING, CAMPUS -> 0.6;
            case EDUCATION -> 0.5;
            case WISH, AWARD, HOBBY, REFERENCE -> 0;
        };
    }

    private static String sentence(String text, int at) {
        int from = 0;
        java.util.regex.Matcher end = SENTENCE.matcher(text);
        while (end.find()) {
            if (end.start() > at) {
                return clip(text.substring(from, end.start()));
            }
            from = end.end();
        }
        return clip(text.substring(from));
    }

    private static String clip(String text) {
        String bare = text.strip();
        return bare.length() <= LONGEST_EVIDENCE ? bare : bare.substring(0, LONGEST_EVIDENCE);
    }
}
