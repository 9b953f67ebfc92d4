package org.talentrecall.ingest.resume;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.Certificate;
import org.talentrecall.archive.fact.LanguageSkill;
import org.talentrecall.archive.fact.Skill;
import org.talentrecall.archive.text.GatedPattern;
import org.talentrecall.archive.text.TextFolding;
import org.talentrecall.archive.vocabulary.Mention;
import org.talentrecall.archive.vocabulary.Term;
import org.talentrecall.archive.vocabulary.Vocabulary;

/**
 * Finds the skills that a resume claims: what its lists name, and the tools that its sentences name. Where no list is, what it
 * claims of itself and what its work shows stand in. Words of work done prove more than a list, so they are preferred as
 * evidence; wishes prove nothing.
 */
final class Skills {
    /** 培训, 招聘, 银行: words of two characters are said of anything. */
    private static final int LONGEST_COMMON_WORD = 2;
    /** So many skills listed are a list that says what the person wants said. */
    private static final int LEAST_OF_LIST = 3;
    /** Beside so many skills listed, the tools of old projects are no claim; they stay in the projects' own words. */
    private static final int LONG_LIST = 9;
    /** Beside so many names the Chinese words of sentences say how somebody works, and name nothing. */
    private static final int LIST_OF_NAMES = 8;
    /** Who names so many tools is known well enough by them. */
    private static final int ENOUGH = 6;

    private static final GatedPattern WISHING = GatedPattern.compile(
            "希望|期望|感兴趣|有兴趣|很有兴趣|想转|想从事|期待|意向|求职目标|转型|有意|应聘|interested in|looking for|hope to|would like|seeking|willing to learn|没有|缺乏|不会|不熟悉|未接触|no experience");

    /** Languages are told apart from skills, and clients are none. */
    private static final Set<Field> NO_SKILLS = EnumSet.of(Field.LANGUAGE, Field.CLIENTS);

    private final Vocabulary vocabulary;
    private final Predicate<String> known;
    private final Map<String, Found> best = new LinkedHashMap<>();
    /** Families that a list names by themselves. */
    private final Set<String> plain = new HashSet<>();

    private final Map<String, Found> proofs = new HashMap<>();

    private Skills(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        known = words -> vocabulary.find(words).filter(Skills::isAbility).isPresent();
    }

    static List<Found> read(List<Row> rows, Vocabulary vocabulary) {
        Skills skills = new Skills(vocabulary);
        Map<SkillSource, List<Row>> bySource = SkillRows.bySource(rows);
        List<Row> told = bySource.getOrDefault(SkillSource.TOLD, List.of());
        List<Row> work = bySource.getOrDefault(SkillSource.WORK, List.of());
        List<Row> listed = bySource.getOrDefault(SkillSource.LISTED, List.of());
        listed.forEach(row -> skills.listed(row, item -> item.isPhrase() ? null : item));
        boolean names = skills.best.size() >= LIST_OF_NAMES;
        listed.forEach(row -> skills.listed(row, item -> item.isPhrase() ? names ? item.asSentence() : item : null));
        if (skills.best.size() < LIST_OF_NAMES) {
            told.forEach(skills::claimed);
        }
        boolean listless = skills.best.size() < LEAST_OF_LIST;
        boolean longList = skills.best.size() >= LONG_LIST;
        told.stream()
                .filter(row -> !longList || SkillLists.claims(row.line().folded()))
                .forEach(skills::tools);
        if (!longList) {
            work.forEach(skills::tools);
        }
        if (listless && skills.best.size() < ENOUGH) {
            told.stream().filter(SkillRows::isAboutOneself).forEach(skills::shown);
            work.stream().filter(SkillRows::isAboutWork).forEach(skills::shown);
        }
        work.forEach(skills::prove);
        skills.dropFamilies();
        skills.best.replaceAll((key, found) -> skills.proofs.getOrDefault(key, found));
        return skills.best.values().stream().toList();
    }

    /**
     * Languages and certificates are skills too, where they are not told as such already. A language of which only an
     * examination tells is told by it.
     *
     * @param known what was found so far
     */
    static List<Found> of(List<Found> qualifications, List<Found> known, Vocabulary vocabulary) {
        Set<String> keys = new HashSet<>();
        known.stream()
                .filter(found -> found.fact() instanceof Skill)
                .forEach(found -> keys.add(key(((Skill) found.fact()).name(), vocabulary)));
        List<Found> skills = new ArrayList<>();
        for (Found found : qualifications) {
            String name;
            if (found.fact() instanceof Certificate certificate) {
                name = certificate.name();
            } else if (found.fact() instanceof LanguageSkill language
                    && !Qualifications.isExaminationOnly(found.line(), vocabulary)) {
                name = language.language();
            } else {
                continue;
            }
            if (keys.add(key(name, vocabulary))) {
                skills.add(new Found(
                        new Skill(name, SkillEvidence.clip(found.line().text())), found.line(), found.confidence()));
            }
        }
        return skills;
    }

    private static String key(String name, Vocabulary vocabulary) {
        return vocabulary.find(name).map(Term::id).orElse(TextFolding.fold(name));
    }

    /** What a list of skills names: by the vocabulary's name where most of an item is a term, as written otherwise. */
    private void listed(Row row, Function<SkillLists.Item, SkillLists.@Nullable Item> choice) {
        boolean labelled = row.labels().stream().anyMatch(label -> label.field() == Field.SKILL);
        if (row.section() == Section.SKILL || !labelled) {
            add(
                    SkillEvidence.without(
                            row, NO_SKILLS, new StringBuilder(row.line().text()), '\t'),
                    row,
                    choice);
            return;
        }
        row.labels().stream()
                .filter(label -> label.field() == Field.SKILL)
                .forEach(label -> add(label.value().text(), row, choice));
    }

    private void add(String list, Row row, Function<SkillLists.Item, SkillLists.@Nullable Item> choice) {
        SkillLists.items(list, known).stream()
                .map(choice)
                .filter(Objects::nonNull)
                .forEach(item -> add(item, row));
    }

    private void claimed(Row row) {
        SkillLists.claims(SkillEvidence.telling(row), known).forEach(item -> add(item, row));
    }

    /** "数据库" in a sentence says nothing beside MySQL; in a plain list it is meant. */
    private void dropFamilies() {
        List<Term> found = best.keySet().stream()
                .map(vocabulary::byId)
                .flatMap(Optional::stream)
                .toList();
        found.stream()
                .filter(term ->
                        TextFolding.hasHan(term.label()) && vocabulary.isFamily(term) && !plain.contains(term.id()))
                .filter(term -> found.stream().anyMatch(other -> !other.equals(term) && vocabulary.covers(term, other)))
                .forEach(term -> best.remove(term.id()));
    }

    private void add(SkillLists.Item item, Row row) {
        String text = item.text();
        if (WISHING.matcher(text).find() || CertificateNames.isCertificate(text)) {
            return;
        }
        Optional<Term> whole = vocabulary.find(text);
        if (whole.isPresent()) {
            switch (whole.get().kind()) {
                case SKILL, DOMAIN -> {
                    if (!item.claimed()) {
                        plain.add(whole.get().id());
                    }
                    addTerm(whole.get(), row, text);
                }
                // "Project Manager" in a list of skills is one, 项目经理 the title that stands beside it.
                case TITLE, INDUSTRY -> {
                    if (!TextFolding.hasHan(text)) {
                        keep(text, row);
                    }
                }
                case LANGUAGE, CERTIFICATE -> {}
            }
            return;
        }
        List<Mention> mentions = vocabulary.mentions(text);
        int said = mentions.stream()
                .filter(mention -> mention.term().kind() != Term.Kind.TITLE
                        && mention.term().kind() != Term.Kind.INDUSTRY)
                .mapToInt(mention -> mention.end() - mention.start())
                .sum();
        if (said * 2 >= text.replace(" ", "").length() && !item.sentence()) {
            mentions.stream()
                    .map(Mention::term)
                    .filter(Skills::isAbility)
                    .filter(term -> !soft(term))
                    .forEach(term -> addTerm(term, row, text));
        } else if (item.name()) {
            keep(text, row);
        } else {
            // The object of the verb counts: 办公软件 in "使用办公软件编辑文档".
            mentions.stream()
                    .filter(mention -> isTool(mention, text)
                            || isTechnique(mention.term())
                            || mention.start() == 0
                                    && isAbility(mention.term())
                                    && !vocabulary.isFamily(mention.term())
                                    && !soft(mention.term()))
                    .forEach(mention -> addTerm(mention.term(), row, text));
            ToolNames.inside(text).stream()
                    .filter(tool -> vocabulary.mentions(tool).isEmpty())
                    .forEach(tool -> keep(tool, row));
        }
    }

    /** As written. */
    private void keep(String text, Row row) {
        boolean letter = text.length() == 1;
        if (!letter && text.indexOf(':') < 0 && !Wording.isPlace(text)) {
            String line = row.line().text();
            add(TextFolding.fold(text), text, SkillEvidence.of(row, Math.max(0, line.indexOf(text))), row);
        }
    }

    private void addTerm(Term term, Row row, String said) {
        String text = row.line().text();
        add(term.id(), term.label(), SkillEvidence.of(row, Math.max(0, text.indexOf(said))), row);
    }

    /** Tools by name, wherever a sentence tells of their use. */
    private void tools(Row row) {
        String text = SkillEvidence.telling(row);
        for (Mention mention : vocabulary.mentions(text)) {
            String evidence = SkillEvidence.of(row, mention.start());
            boolean technique = isTechnique(mention.term()) && mention.end() - mention.start() > LONGEST_COMMON_WORD;
            if ((technique || isTool(mention, text) && !isBusinessWord(mention.term()))
                    && !isOfPublicTable(mention.term())
                    && !WISHING.matcher(evidence).find()) {
                add(mention.term().id(), mention.term().label(), evidence, row);
            }
        }
        List<String> named = ToolNames.among(text, vocabulary);
        row.labels().stream()
                .filter(SkillSource::isTools)
                .forEach(label -> SkillLists.items(label.value().text(), known).stream()
                        .map(SkillLists.Item::text)
                        .filter(ToolNames::isTool)
                        .forEach(named::add));
        for (String tool : named) {
            if (!WISHING.matcher(tool).find()) {
                add(new SkillLists.Item(tool, true, false), row);
            }
        }
    }

    /** Without a list, the narrow terms of the work done: 区块链 rather than 数据库. */
    private void shown(Row row) {
        String text = SkillEvidence.telling(row);
        for (Mention mention : vocabulary.mentions(text)) {
            String evidence = SkillEvidence.of(row, mention.start());
            Term term = mention.term();
            boolean narrow = mention.end() - mention.start() > LONGEST_COMMON_WORD && !vocabulary.isFamily(term);
            boolean ability = term.kind() == Term.Kind.SKILL
                    || term.kind() == Term.Kind.DOMAIN && SkillSource.of(row) != SkillSource.TOLD;
            if (ability && narrow && !soft(term) && !WISHING.matcher(evidence).find()) {
                add(term.id(), term.label(), evidence, row);
            }
        }
    }

    /** Work that shows what a list claims is the better evidence. */
    private void prove(Row row) {
        String text = SkillEvidence.telling(row);
        for (Mention mention : vocabulary.mentions(text)) {
            String evidence = SkillEvidence.of(row, mention.start());
            Found listed = best.get(mention.term().id());
            if (listed != null
                    && SkillEvidence.worth(row.section()) > listed.confidence()
                    && !WISHING.matcher(evidence).find()) {
                String name = ((Skill) listed.fact()).name();
                proofs.putIfAbsent(
                        mention.term().id(),
                        new Found(new Skill(name, evidence), row.line(), SkillEvidence.worth(row.section())));
            }
        }
    }

    private void add(String key, String name, String evidence, Row row) {
        Found found = new Found(new Skill(name, evidence), row.line(), SkillEvidence.worth(row.section()));
        best.merge(key, found, (known, next) -> next.confidence() > known.confidence() ? next : known);
    }

    private static boolean isAbility(Term term) {
        return term.kind() == Term.Kind.SKILL || term.kind() == Term.Kind.DOMAIN;
    }

    /** A product or technique by its own name in Latin letters, and no business word in English. */
    private static boolean isTool(Mention mention, String text) {
        String said = text.substring(mention.start(), mention.end());
        if (mention.term().broader().contains("erp")) {
            return true;
        }
        return mention.term().kind() == Term.Kind.SKILL
                && !TextFolding.hasHan(said)
                && !soft(mention.term())
                && (!TextFolding.hasHan(mention.term().label()) || said.matches(".*[A-Z].*"));
    }

    /** 心电监护, 处方审核, 深基坑: said of nothing but the trade, they tell who can do it as a tool's name does. */
    private static boolean isTechnique(Term term) {
        return term.broader().contains("trade-technique");
    }

    /** PRD and BD stand for 需求文档 and 商务拓展: words of the work, not tools. */
    private static boolean isBusinessWord(Term term) {
        return TextFolding.hasHan(term.label()) && !term.broader().contains("erp");
    }

    /** Facebook, Twitter: public tables call them tools, sentences about work do not. */
    private static boolean isOfPublicTable(Term term) {
        return term.id().startsWith("onet-");
    }

    /** Everybody claims to communicate well. */
    private static boolean soft(Term term) {
        return term.id().equals("soft-skills") || term.broader().contains("soft-skills");
    }
}
