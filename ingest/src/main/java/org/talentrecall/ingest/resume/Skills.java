package org.talentrecall.ingest.resume;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.talentrecall.archive.fact.Certificate;
import org.talentrecall.archive.fact.LanguageSkill;
import org.talentrecall.archive.fact.Skill;
import org.talentrecall.archive.text.TextFolding;
import org.talentrecall.archive.vocabulary.Mention;
import org.talentrecall.archive.vocabulary.Term;
import org.talentrecall.archive.vocabulary.Vocabulary;

/**
 * Finds the terms of the vocabulary that a resume shows. Words of work done prove more than a list of skills, so they are
 * preferred as evidence; wishes prove nothing.
 */
final class Skills {
    private static final int LONGEST_EVIDENCE = 300;
    /** 培训, 招聘, 银行: words of two characters are said of anything. */
    private static final int LONGEST_COMMON_WORD = 2;

    private static final Pattern WISHING = Pattern.compile(
            "希望|期望|感兴趣|有兴趣|很有兴趣|想转|想从事|期待|意向|求职目标|转型|有意|应聘|interested in|looking for|hope to|would like|seeking|willing to learn|没有|缺乏|不会|不熟悉|未接触|no experience");
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+|www\\.\\S+|[\\w.+-]+@[\\w.-]+");
    private static final Set<Field> ABOUT_OTHERS = EnumSet.of(
            Field.IGNORED, Field.SENSITIVE, Field.COMPANY, Field.SCHOOL, Field.CITY, Field.ADDRESS, Field.NAME);
    private static final Pattern PIECE = Pattern.compile("[。;；!！\\n,，|/\\t、]|\\s{2,}");
    private static final Pattern SENTENCE = Pattern.compile("[。;；!！\\n]");

    private final Vocabulary vocabulary;
    private final Map<String, Found> best = new LinkedHashMap<>();

    private Skills(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    static List<Found> read(List<Row> rows, Vocabulary vocabulary) {
        Skills skills = new Skills(vocabulary);
        for (Row row : rows) {
            boolean employer = row.period() != null && row.section() == Section.EMPLOYMENT && !row.isProse();
            boolean listed = row.labels().stream().anyMatch(label -> label.field() == Field.SKILL);
            if (employer || row.heading() || worth(row.section()) == 0 && !listed || isWish(row)) {
                continue;
            }
            skills.known(row);
            if (row.section() == Section.SKILL && !row.isAnchor()) {
                skills.unknown(row, SkillLists.items(row.line().text()));
            } else if (!listed && !PersonalAttributes.isPersonal(row)) {
                skills.unknown(row, SkillLists.runs(row.line().text(), vocabulary));
            } else {
                row.labels().stream()
                        .filter(label -> label.field() == Field.SKILL)
                        .forEach(label -> skills.unknown(
                                row, SkillLists.items(label.value().text())));
            }
        }
        return skills.best.values().stream().toList();
    }

    /**
     * Languages and certificates are skills too, where they are not told as such already.
     *
     * @param known what was found so far
     */
    static List<Found> of(List<Found> qualifications, List<Found> known) {
        Set<String> names = new HashSet<>();
        known.stream()
                .filter(found -> found.fact() instanceof Skill)
                .forEach(found -> names.add(TextFolding.fold(((Skill) found.fact()).name())));
        List<Found> skills = new ArrayList<>();
        for (Found found : qualifications) {
            String name = found.fact() instanceof Certificate certificate
                    ? certificate.name()
                    : ((LanguageSkill) found.fact()).language();
            String folded = TextFolding.fold(name);
            if (names.stream().noneMatch(folded::contains) && names.add(folded)) {
                skills.add(new Found(new Skill(name, clip(found.line().text())), found.line(), found.confidence()));
            }
        }
        return skills;
    }

    /** What the vocabulary knows, by its preferred name. */
    private void known(Row row) {
        String text = telling(row);
        for (Mention mention : vocabulary.mentions(text)) {
            String evidence = evidence(row, mention.start());
            if (!counts(mention.term(), row, text.substring(mention.start(), mention.end()))
                    || WISHING.matcher(evidence).find()
                    || isUnanswered(text, mention)) {
                continue;
            }
            add(mention.term().id(), mention.term().label(), evidence, row);
        }
    }

    /** "TOEFL：" with nothing behind it is a question of a form. */
    private static boolean isUnanswered(String text, Mention mention) {
        String rest = text.substring(mention.end()).strip();
        return mention.term().kind() == Term.Kind.LANGUAGE && (rest.equals(":") || rest.equals("："));
    }

    /** The other items of a list of skills, as written. */
    private void unknown(Row row, List<String> items) {
        for (String item : items) {
            if (!WISHING.matcher(item).find() && vocabulary.mentions(item).isEmpty()) {
                add(TextFolding.fold(item), item, clip(row.line().text()), row);
            }
        }
    }

    private void add(String key, String name, String evidence, Row row) {
        Found found = new Found(new Skill(name, evidence), row.line(), worth(row.section()));
        best.merge(key, found, (known, next) -> next.confidence() > known.confidence() ? next : known);
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
                .anyMatch(label -> label.field() == Field.WISH
                        || label.field() == Field.AVAILABLE
                        || label.field() == Field.EXPECTED_SALARY);
    }

    /** Of sentences about work only names of tools and narrow terms count: the work itself is told by the post and its words. */
    /** A narrow term, which nobody says in passing: 区块链 rather than 数据库. */
    private boolean special(Term term, String said) {
        return said.length() > LONGEST_COMMON_WORD && !vocabulary.isFamily(term);
    }

    /** Everybody claims to communicate well; only who lists it says something. */
    private static boolean soft(Term term) {
        return term.broader().contains("soft-skills");
    }

    private boolean counts(Term term, Row row, String said) {
        boolean listed =
                row.section() == Section.SKILL || row.labels().stream().anyMatch(label -> label.field() == Field.SKILL);
        boolean work = switch (row.section()) {
            case EMPLOYMENT, PROJECT, TRAINING, CAMPUS -> true;
            default -> false;
        };
        return switch (term.kind()) {
            case SKILL ->
                listed
                        || !soft(term)
                                && (!TextFolding.hasHan(said)
                                        || !vocabulary.isFamily(term) && (!work || special(term, said)));
            case DOMAIN -> listed || work && special(term, said);
            case LANGUAGE, CERTIFICATE -> !work;
            case TITLE, INDUSTRY -> false;
        };
    }

    private static double worth(Section section) {
        return switch (section) {
            case EMPLOYMENT, PROJECT -> 0.9;
            case SKILL, CERTIFICATE, LANGUAGE -> 0.85;
            case HEAD, SELF, RECENT, PERSONAL, OTHER -> 0.75;
            case TRAINING, CAMPUS -> 0.6;
            case EDUCATION, WISH, AWARD, HOBBY, REFERENCE -> 0;
        };
    }

    /** Among the personal details only the piece itself: what stands beside it must not travel with a skill. */
    private static String evidence(Row row, int at) {
        String text = row.line().text();
        return PersonalAttributes.isPersonal(row) ? around(PIECE, text, at) : around(SENTENCE, text, at);
    }

    private static String around(Pattern ends, String text, int at) {
        int from = 0;
        java.util.regex.Matcher end = ends.matcher(text);
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
