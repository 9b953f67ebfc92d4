package org.talentrecall.index;

import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.talentrecall.archive.text.MailAddresses;
import org.talentrecall.archive.text.NameForms;
import org.talentrecall.archive.text.OrganisationNames;
import org.talentrecall.archive.text.PhoneNumbers;
import org.talentrecall.archive.text.ProfileUrls;
import org.talentrecall.archive.text.TextFolding;
import org.talentrecall.archive.vocabulary.Mention;
import org.talentrecall.archive.vocabulary.Term;
import org.talentrecall.archive.vocabulary.Vocabulary;
import org.talentrecall.index.CandidateHit.FoundBy;

/** The queries behind a search. Each part is named after what it meets, so that hits tell why they were found. */
final class CandidateQueries {
    private static final int LONGEST_PREFIX = 20;

    private final Vocabulary vocabulary;

    CandidateQueries(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Whether the words are an address or an id of one person, so that nothing else is meant. */
    Optional<Query> address(String words) {
        if (words.matches("[Pp]-[0-9A-Fa-f]{12}")) {
            String id = "P-" + words.substring(2).toLowerCase(Locale.ROOT);
            return Optional.of(exact(FoundBy.ID, "person_id", id, 1));
        }
        Optional<Query> phone = PhoneNumbers.normalise(words).map(value -> exact(FoundBy.PHONE, "phones", value, 1));
        return phone.or(() -> MailAddresses.normalise(words).map(value -> exact(FoundBy.MAIL, "mails", value, 1)))
                .or(() -> words.contains("/")
                        ? ProfileUrls.normalise(words).map(value -> exact(FoundBy.PROFILE, "profiles", value, 1))
                        : Optional.empty());
    }

    /** Names, organisations and skills that are exactly the words, or begin with them. */
    Query exactly(String words) {
        List<Query> parts = new ArrayList<>();
        String name = NameForms.fold(words);
        if (!name.isBlank()) {
            parts.add(exact(FoundBy.NAME, "names", name, 10));
            if (name.codePointCount(0, name.length()) > 1 && name.length() <= LONGEST_PREFIX) {
                parts.add(Query.of(query -> query.prefix(
                        prefix -> prefix.field("names").value(name).boost(4f).queryName(FoundBy.NAME.name()))));
            }
        }
        String latin = words.toLowerCase(Locale.ROOT).replaceAll("[\\s'’-]+", "");
        if (latin.matches("[a-z]{2,40}")) {
            parts.add(exact(FoundBy.PINYIN, "pinyin_joined", latin, 8));
        }
        String organisation = OrganisationNames.key(words);
        if (!organisation.isBlank()) {
            parts.add(exact(FoundBy.COMPANY, "company_keys", organisation, 6));
            parts.add(exact(FoundBy.SCHOOL, "school_keys", organisation, 5));
        }
        vocabulary.find(words).map(Term::id).ifPresent(id -> parts.add(exact(FoundBy.SKILL, "terms", id, 3)));
        return any(parts);
    }

    /** The words wherever they stand; Chinese by pairs of characters first. */
    Query words(String words) {
        String folded = TextFolding.fold(words);
        List<Query> parts = new ArrayList<>();
        parts.add(match(FoundBy.NAME, folded, "100%", "name^3", "pinyin^3"));
        parts.add(match(FoundBy.COMPANY, folded, "75%", "current_company.pairs^3", "companies.pairs^2"));
        parts.add(match(FoundBy.SCHOOL, folded, "100%", "schools.pairs"));
        parts.add(match(FoundBy.SKILL, folded, "75%", "skills.pairs^2", "current_title.pairs^3", "titles.pairs^2"));
        parts.add(match(
                FoundBy.WORDS,
                folded,
                "40%",
                "text_all.pairs",
                "updates.pairs^2",
                "projects.pairs",
                "rejection_words.pairs",
                "opinions.pairs"));
        parts.add(match(FoundBy.WORDS, folded, "70%", "text_all^0.3"));
        termsIn(folded).forEach(id -> parts.add(exact(FoundBy.SKILL, "terms", id, 2)));
        return any(parts);
    }

    /** Ids of the vocabulary's terms that a text names. */
    List<String> termsIn(String text) {
        return vocabulary.mentions(text).stream()
                .map(Mention::term)
                .map(Term::id)
                .distinct()
                .sorted()
                .toList();
    }

    static Query any(List<Query> parts) {
        return Query.of(query -> query.bool(bool -> bool.should(parts).minimumShouldMatch("1")));
    }

    static Query exact(FoundBy by, String field, String value, float boost) {
        return Query.of(query -> query.constantScore(constant -> constant.filter(
                        filter -> filter.term(term -> term.field(field).value(value)))
                .boost(boost)
                .queryName(by.name())));
    }

    static Query match(FoundBy by, String words, String atLeast, String... fields) {
        return Query.of(query -> query.multiMatch(match -> match.query(words)
                .fields(List.of(fields))
                .type(TextQueryType.MostFields)
                .operator(Operator.Or)
                .minimumShouldMatch(atLeast)
                .queryName(by.name())));
    }
}
