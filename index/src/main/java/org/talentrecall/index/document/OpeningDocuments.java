package org.talentrecall.index.document;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.talentrecall.archive.fact.OpeningDescription;
import org.talentrecall.archive.opening.Opening;
import org.talentrecall.archive.text.TextFolding;
import org.talentrecall.archive.vocabulary.Mention;
import org.talentrecall.archive.vocabulary.Term;
import org.talentrecall.archive.vocabulary.Vocabulary;

/** Makes the openings' documents, and the text by which their candidates are looked for. */
public final class OpeningDocuments {
    private static final int PROFILE_LIMIT = 300;
    private static final int TEXT_LIMIT = 10_000;

    private final Vocabulary vocabulary;

    public OpeningDocuments(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The document of an opening. */
    public Map<String, Object> of(Opening opening) {
        OpeningDescription description = opening.description();
        return new Fields()
                .put("opening_id", description.id())
                .put("title", description.title())
                .put("department", description.department())
                .put("level", description.level())
                .put("city", description.city())
                .put("remote", description.remote())
                .put("status", description.status())
                .put("opened_on", description.openedOn())
                .put("opened_because", description.openedBecause())
                .put("hiring_manager", description.hiringManager())
                .putAll("must_haves", description.mustHaves().stream())
                .putAll("wishes", description.wishes().stream())
                .putAll("terms", terms(description).stream())
                .put("description", description.description())
                .putPay("budget", description.budget(), null)
                .putAll(
                        "origin",
                        opening.evidence().stream()
                                .map(evidence -> evidence.locator().display()))
                .map();
    }

    /** Ids of the vocabulary's terms that the opening names. */
    public List<String> terms(OpeningDescription description) {
        return vocabulary.mentions(words(description)).stream()
                .map(Mention::term)
                .map(Term::id)
                .distinct()
                .sorted()
                .toList();
    }

    /** All that describes the work. */
    public static String words(OpeningDescription description) {
        return Fields.join(parts(description).toList(), TEXT_LIMIT);
    }

    /** The text whose meaning is compared with the candidates' profiles. */
    public static String profile(OpeningDescription description) {
        return Fields.cut(
                String.join("，", parts(description).map(TextFolding::fold).toList()), PROFILE_LIMIT);
    }

    private static Stream<String> parts(OpeningDescription description) {
        return Stream.of(
                        Stream.of(description.title()),
                        description.mustHaves().stream(),
                        description.wishes().stream(),
                        Stream.ofNullable(description.description()))
                .flatMap(part -> part)
                .filter(Objects::nonNull)
                .filter(part -> !part.isBlank());
    }
}
