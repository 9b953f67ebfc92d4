package org.talentrecall.index.document;

import com.hankcs.hanlp.dictionary.py.Pinyin;
import com.hankcs.hanlp.dictionary.py.PinyinDictionary;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.talentrecall.archive.dossier.Career;
import org.talentrecall.archive.dossier.Dossier;
import org.talentrecall.archive.dossier.Evidenced;
import org.talentrecall.archive.dossier.Post;
import org.talentrecall.archive.fact.CareerUpdate;
import org.talentrecall.archive.fact.Certificate;
import org.talentrecall.archive.fact.Contact;
import org.talentrecall.archive.fact.Education;
import org.talentrecall.archive.fact.Employment;
import org.talentrecall.archive.fact.LanguageSkill;
import org.talentrecall.archive.fact.PersonFact;
import org.talentrecall.archive.fact.PersonName;
import org.talentrecall.archive.fact.Project;
import org.talentrecall.archive.fact.Residence;
import org.talentrecall.archive.fact.Skill;
import org.talentrecall.archive.fact.YearsOfExperience;
import org.talentrecall.archive.review.OpenQuestions;
import org.talentrecall.archive.review.Question;
import org.talentrecall.archive.review.ReviewState;
import org.talentrecall.archive.text.NameForms;
import org.talentrecall.archive.text.OrganisationNames;
import org.talentrecall.archive.text.TextFolding;
import org.talentrecall.archive.text.Translations;
import org.talentrecall.archive.vocabulary.Mention;
import org.talentrecall.archive.vocabulary.Term;
import org.talentrecall.archive.vocabulary.Vocabulary;

/**
 * Makes the candidates' documents. Year of birth and personal attributes such as sex
 * are left out: nothing is found or ranked by them. Safe for
 * use by several threads.
 */
public final class CandidateDocuments {
    private static final int TEXT_LIMIT = 60_000;
    private static final int LINE_LIMIT = 400;
    private static final int PROFILE_LIMIT = 300;

    private final Vocabulary vocabulary;
    private final ResourceBundle labels;

    /** @param locale the language of the timeline's labels */
    public CandidateDocuments(Vocabulary vocabulary, Locale locale) {
        this.vocabulary = vocabulary;
        this.labels = Translations.of("org.talentrecall.index.timeline", locale);
    }

    /**
     * The document without its vector.
     *
     * @param hash the dossier's hash, by which archive and index are compared
     * @param sequence the change it stems from
     */
    public Map<String, Object> of(Dossier dossier, String hash, long sequence) {
        Fields fields = new Fields();
        List<FactLine> lines = dossier.entries().stream()
                .map(FactLine::of)
                .filter(Objects::nonNull)
                .sorted(FactLine.ORDER)
                .toList();
        List<String> words = words(dossier, lines);
        String text = Fields.join(words, TEXT_LIMIT);
        fields.put("person_id", dossier.id().value());
        identity(dossier, fields);
        career(dossier, fields);
        fields.putAll("terms", terms(text));
        DealingsFields.add(dossier, fields);
        fields.put("review_state", ReviewState.of(dossier));
        fields.putAll("open_questions", OpenQuestions.of(dossier).stream().map(Question::kind));
        fields.put("record_count", dossier.records().size());
        fields.put("last_heard_of", DealingsFields.lastHeardOf(dossier).toString());
        fields.put("text_all", Fields.cut(TextFolding.fold(text), TEXT_LIMIT));
        fields.put("timeline", timeline(lines));
        fields.put("dossier_hash", hash);
        fields.put("sequence", sequence);
        return fields.map();
    }

    /**
     * What the person is and can, in one short paragraph: the text whose meaning is searched. The latest comes first,
     * because the model reads only a beginning.
     */
    public String profile(Dossier dossier) {
        Set<String> parts = new LinkedHashSet<>();
        current(dossier)
                .ifPresent(
                        post -> parts.add(post.title().map(title -> title + " ").orElse("") + post.company()));
        titles(dossier).forEach(parts::add);
        newestFirst(dossier, CareerUpdate.class).stream()
                .map(CareerUpdate::text)
                .forEach(parts::add);
        facts(dossier, Skill.class).map(Skill::name).forEach(parts::add);
        newestFirst(dossier, Project.class).stream().map(Project::name).forEach(parts::add);
        newestFirst(dossier, Employment.class).stream()
                .map(Employment::description)
                .filter(Objects::nonNull)
                .forEach(parts::add);
        return Fields.cut(
                parts.stream()
                        .map(part -> Fields.cut(TextFolding.fold(part), PROFILE_LIMIT / 3))
                        .collect(Collectors.joining("，")),
                PROFILE_LIMIT);
    }

    private static void identity(Dossier dossier, Fields fields) {
        List<String> names =
                facts(dossier, PersonName.class).map(PersonName::text).toList();
        List<String> readings = names.stream()
                .flatMap(name -> NameForms.pinyin(name).stream())
                .distinct()
                .toList();
        fields.put("name", dossier.name().orElse(null));
        fields.putAll("names", names.stream().map(NameForms::fold));
        fields.putAll("pinyin", readings.stream());
        fields.putAll(
                "pinyin_joined",
                Stream.concat(
                        readings.stream().map(reading -> reading.replace(" ", "")),
                        names.stream().map(CandidateDocuments::initials)));
        fields.putAll("phones", contacts(dossier, Contact.Kind.PHONE));
        fields.putAll("mails", contacts(dossier, Contact.Kind.MAIL));
        fields.putAll("profiles", contacts(dossier, Contact.Kind.PROFILE));
        fields.putAll("wechat", contacts(dossier, Contact.Kind.WECHAT));
        fields.putAll("city", facts(dossier, Residence.class).map(Residence::city));
    }

    /** wjg for 王建国: what people type in the search box of every Chinese program. */
    private static String initials(String name) {
        String folded = NameForms.fold(name);
        if (!folded.codePoints().allMatch(Character::isIdeographic)) {
            return "";
        }
        return PinyinDictionary.convertToPinyin(folded).stream()
                .map(Pinyin::getFirstChar)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }

    private static void career(Dossier dossier, Fields fields) {
        current(dossier)
                .ifPresent(post -> fields.put("current_company", post.company())
                        .put("current_title", post.title().orElse(null))
                        .put("current_since", post.from())
                        .put("current_title_since", post.lastStepSince().orElse(null)));
        List<String> companies = Stream.concat(
                        facts(dossier, Employment.class).map(Employment::company),
                        facts(dossier, CareerUpdate.class).map(CareerUpdate::company))
                .filter(Objects::nonNull)
                .toList();
        List<String> schools =
                facts(dossier, Education.class).map(Education::school).toList();
        fields.putAll("companies", companies.stream());
        fields.putAll("company_keys", companies.stream().map(OrganisationNames::key));
        fields.putAll("titles", titles(dossier));
        fields.putAll("schools", schools.stream());
        fields.putAll("school_keys", schools.stream().map(OrganisationNames::key));
        fields.putAll("degrees", facts(dossier, Education.class).map(Education::degree));
        fields.putAll("majors", facts(dossier, Education.class).map(Education::major));
        fields.putAll("skills", facts(dossier, Skill.class).map(Skill::name));
        fields.putAll("languages", facts(dossier, LanguageSkill.class).map(LanguageSkill::language));
        fields.putAll("certificates", facts(dossier, Certificate.class).map(Certificate::name));
        fields.putAll("projects", facts(dossier, Project.class).map(Project::name));
        fields.put(
                "years_of_experience",
                facts(dossier, YearsOfExperience.class)
                        .map(YearsOfExperience::years)
                        .max(Double::compare)
                        .orElse(null));
        List<Dated<CareerUpdate>> dated = Dated.newestFirst(dossier, CareerUpdate.class);
        List<CareerUpdate> updates = dated.stream().map(Dated::fact).toList();
        fields.putAll("update_kinds", updates.stream().map(CareerUpdate::kind));
        fields.put("last_update", Dated.newest(dated));
        fields.putAll("updates", updates.stream().map(CareerUpdate::text));
    }

    /** Seen from the day of the last word of the person, so that a document depends on its dossier alone. */
    private static Optional<Post> current(Dossier dossier) {
        return Career.of(dossier, DealingsFields.lastHeardOf(dossier)).current();
    }

    private static Stream<String> titles(Dossier dossier) {
        return Stream.concat(
                        newestFirst(dossier, CareerUpdate.class).stream().map(CareerUpdate::title),
                        newestFirst(dossier, Employment.class).stream().map(Employment::title))
                .filter(Objects::nonNull)
                .distinct();
    }

    private Stream<String> terms(String text) {
        return vocabulary.mentions(text).stream()
                .map(Mention::term)
                .map(Term::id)
                .sorted();
    }

    private static List<String> words(Dossier dossier, List<FactLine> lines) {
        List<String> words = new ArrayList<>();
        facts(dossier, PersonName.class).map(PersonName::text).forEach(words::add);
        facts(dossier, Skill.class).map(Skill::name).forEach(words::add);
        facts(dossier, LanguageSkill.class).map(LanguageSkill::language).forEach(words::add);
        facts(dossier, Certificate.class).map(Certificate::name).forEach(words::add);
        facts(dossier, Residence.class).map(Residence::city).forEach(words::add);
        lines.stream().filter(FactLine::isSaid).forEach(line -> words.addAll(line.words()));
        return words.stream().distinct().toList();
    }

    private String timeline(List<FactLine> lines) {
        return Fields.join(
                lines.stream()
                        .map(line -> Fields.cut(line.display(labels), LINE_LIMIT))
                        .toList(),
                TEXT_LIMIT);
    }

    private static Stream<String> contacts(Dossier dossier, Contact.Kind kind) {
        return facts(dossier, Contact.class)
                .filter(contact -> contact.kind() == kind)
                .map(Contact::value);
    }

    static <T extends PersonFact> Stream<T> facts(Dossier dossier, Class<T> type) {
        return dossier.of(type).stream().map(Evidenced::fact);
    }

    private static <T extends PersonFact> List<T> newestFirst(Dossier dossier, Class<T> type) {
        return Dated.newestFirst(dossier, type).stream().map(Dated::fact).toList();
    }
}
